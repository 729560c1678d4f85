namespace Waymark.Security.FreeText;

/// <summary>What a person reads when pictures or links were stopped. Facts: the dossier, sections 3.2, 7.1 and 7.2.</summary>
public static class FreeTextWords
{
    /// <summary>The reason, for below the message.</summary>
    public static string Why { get; } =
        "Waymark never takes pictures or videos, or links to them. To look at, copy, save, store or share a sexual image of a child is against the "
        + "law, even when you mean to help, and each copy harms the child again. Say in words what you were told. Do not go back to look.";

    /// <summary>Where to take it instead, in the order to think of them.</summary>
    public static IReadOnlyList<RightRoute> Routes { get; } =
    [
        new("If a child is in danger now", "ring the police on 999."),
        new(
            "If someone has, or is sending, a sexual image of a child",
            "tell your safeguarding lead at once, and the police on 101 or online. Leave the device as it is until they advise you."
        ),
        new(
            "If a child under 18 wants their own image taken down",
            "help them use Report Remove, from Childline and the Internet Watch Foundation. The child sends it there, and to no one else."
        ),
        new(
            "If you came across such an image on a website",
            "report its web address to the Internet Watch Foundation. You need not give your name. Do not send the address to anyone else."
        ),
    ];

    /// <summary>The notice that a page shows when someone pastes or drops a picture into a box: nothing has left her machine yet.</summary>
    public static ImagePasteNotice PasteNotice { get; } =
        new(
            "Pictures cannot be pasted here",
            "The picture was not taken and has not left your device. " + Why
        );
}

/// <summary>A situation, and where to take it.</summary>
public sealed record RightRoute(string When, string Do);

/// <summary>What the page says when a picture is pasted or dropped.</summary>
public sealed record ImagePasteNotice(string Title, string Text);
