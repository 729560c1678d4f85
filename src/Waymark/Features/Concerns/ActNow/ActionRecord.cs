using Waymark.Data;

namespace Waymark.Features.Concerns.ActNow;

/// <summary>An action of the act-now sheet that someone says they have done: who, when, and what to find it by.</summary>
public sealed class ActionRecord : IAgencyOwned
{
    /// <summary>The longest note, in characters.</summary>
    public const int NoteLength = 500;

    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    public required Guid ConcernId { get; init; }

    /// <summary>The rule that asked for the action.</summary>
    public required string RuleId { get; init; }

    /// <summary>The action's words when it was done.</summary>
    public required string Title { get; init; }

    /// <summary>When it was done, as told by the practitioner.</summary>
    public required DateTimeOffset DoneAt { get; init; }

    /// <summary>Who did it, in the practitioner's words.</summary>
    public required string DoneBy { get; init; }

    /// <summary>A reference number, a name, what was said. May be empty.</summary>
    public required string Note { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }
    public required string RecordedByName { get; init; }

    /// <summary>Set when the practitioner takes the mark back; the row stays.</summary>
    public DateTimeOffset? ReopenedAt { get; set; }
}
