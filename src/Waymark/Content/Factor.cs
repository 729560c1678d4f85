using Waymark.Instruments;

namespace Waymark.Content;

/// <summary>One factor of an instrument: a question for presence and the words around it.</summary>
/// <param name="Id">The linkId of the presence question, such as <c>a1</c>.</param>
/// <param name="Label">A few words for lists.</param>
/// <param name="Kind">Which of the four kinds of fact it is.</param>
/// <param name="Question">The question.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Sources">The ids of the sources that this rests on.</param>
/// <param name="NotSure">How to tell, and whom to ask.</param>
/// <param name="Starts">What a yes starts; only in the safety check.</param>
/// <param name="Group">The group that holds the question and its details.</param>
public sealed record Factor(
    string Id,
    string Label,
    FactorKind Kind,
    string Question,
    string Why,
    IReadOnlyList<string> Sources,
    string NotSure,
    string? Starts,
    ItemDefinition Group
)
{
    /// <summary>The factors of an instrument, in document order. A question without a kind, a why or a not-sure is left out: the checker refuses it.</summary>
    /// <param name="instrument">The instrument.</param>
    public static IReadOnlyList<Factor> Of(Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        return instrument.Items.SelectMany(Walk).Select(Read).OfType<Factor>().ToList();
    }

    /// <summary>Whether an item asks for presence: yes, suspected, no, not known, not asked.</summary>
    /// <param name="item">The item.</param>
    public static bool IsPresence(ItemDefinition item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Options.Any(option =>
            option.Value is CodingAnswer { System: ContentUrls.Presence, Code: "suspected" }
        );
    }

    internal static IEnumerable<ItemDefinition> Walk(ItemDefinition item) =>
        item.Items.SelectMany(Walk).Prepend(item);

    internal static ItemDefinition? Help(ItemDefinition question, string kind) =>
        question.Items.FirstOrDefault(child => child.ExtensionString(ContentUrls.HelpKind) == kind);

    private static Factor? Read(ItemDefinition question)
    {
        if (!IsPresence(question) || question.Parent is not { } group)
        {
            return null;
        }

        var kind = Words.FromCode<FactorKind>(group.ExtensionString(ContentUrls.FactorKind));
        var why = Help(question, "why");
        var notSure = Help(question, "not-sure");
        return kind is null || why is null || notSure is null
            ? null
            : new(
                question.LinkId,
                group.Text,
                kind.Value,
                question.Text,
                why.Text,
                why.ExtensionStrings(ContentUrls.Source),
                notSure.Text,
                Help(question, "starts")?.Text,
                group
            );
    }
}
