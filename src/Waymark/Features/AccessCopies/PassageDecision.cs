using Waymark.Data;

namespace Waymark.Features.AccessCopies;

/// <summary>A person's decision whether a passage goes into a copy of the record for the child.</summary>
public sealed class PassageDecision : IAgencyOwned
{
    /// <summary>The longest note, in characters.</summary>
    public const int NoteLength = 500;

    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    public required Guid ChildId { get; init; }
    public required PassageKind Kind { get; init; }

    /// <summary>The very words that were decided on: other words need another decision.</summary>
    public required string Words { get; init; }

    public required PassageChoice Choice { get; set; }

    /// <summary>Why, where the choice does not say it; may be empty.</summary>
    public string Note { get; set; } = "";

    public required DateTimeOffset DecidedAt { get; set; }
    public required Guid DecidedById { get; set; }
    public required string DecidedByName { get; set; }
}

/// <summary>What becomes of a passage.</summary>
public enum PassageChoice
{
    Keep,
    WithholdAboutAnother,
    WithholdDanger,
    WithholdOther,
}

/// <summary>Choices as people read them.</summary>
public static class PassageChoices
{
    public static string Words(this PassageChoice choice) =>
        choice switch
        {
            PassageChoice.Keep => "Keep it",
            PassageChoice.WithholdAboutAnother => "Withhold it: it is about another person",
            PassageChoice.WithholdDanger => "Withhold it: it could put somebody in danger",
            PassageChoice.WithholdOther => "Withhold it for another reason",
        };

    /// <summary>What the copy says in place of a passage that was withheld.</summary>
    /// <exception cref="ArgumentException">The passage is kept.</exception>
    public static string Reason(this PassageChoice choice) =>
        choice switch
        {
            PassageChoice.WithholdAboutAnother => "about another person",
            PassageChoice.WithholdDanger => "could put somebody in danger",
            PassageChoice.WithholdOther => "another reason: ask the agency",
            PassageChoice.Keep => throw new ArgumentException(
                "Nothing is withheld.",
                nameof(choice)
            ),
        };
}
