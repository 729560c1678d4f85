namespace Waymark.Features.AccessCopies;

/// <summary>A part of a record as it goes into a copy: a title and lines, in reading order.</summary>
/// <param name="Title">What the part is.</param>
/// <param name="Lines">What it says.</param>
public sealed record CopySection(string Title, IReadOnlyList<CopyLine> Lines);

/// <summary>A fact of a record with its name.</summary>
/// <param name="Label">What it is, for instance a question.</param>
/// <param name="Parts">What it says, in pieces of which some may be about somebody else.</param>
public sealed record CopyLine(string Label, IReadOnlyList<CopyPart> Parts)
{
    /// <summary>A line whose words cannot be about somebody else.</summary>
    public static CopyLine Plain(string label, string words) => new(label, [new(words, null)]);

    /// <summary>A line that a person has to look at before it is copied.</summary>
    public static CopyLine Flagged(string label, string words, PassageKind kind) =>
        new(label, [new(words, kind)]);
}

/// <summary>A piece of a line.</summary>
/// <param name="Words">The words.</param>
/// <param name="Kind">Why a person has to look at it, or null where nobody has to.</param>
public sealed record CopyPart(string Words, PassageKind? Kind);

/// <summary>Why a passage may be about somebody else than the child.</summary>
public enum PassageKind
{
    /// <summary>The name of somebody who works for the agency.</summary>
    StaffName,

    /// <summary>Somebody who was named as having done, received or been asked something.</summary>
    PersonNamed,

    /// <summary>Somebody's own words, which may name or describe anybody.</summary>
    FreeText,
}

/// <summary>Kinds of passages as people read them.</summary>
public static class PassageKinds
{
    public static string Words(this PassageKind kind) =>
        kind switch
        {
            PassageKind.StaffName => "Name of a member of staff",
            PassageKind.PersonNamed => "A person or service that is named",
            PassageKind.FreeText => "Somebody’s own words",
        };
}
