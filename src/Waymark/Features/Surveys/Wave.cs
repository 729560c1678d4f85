using Waymark.Data;

namespace Waymark.Features.Surveys;

/// <summary>Where a wave stands in its evaluation.</summary>
public enum WaveStage
{
    /// <summary>The only wave of an evaluation.</summary>
    Only,

    /// <summary>Before the course.</summary>
    Before,

    /// <summary>Straight after the course.</summary>
    StraightAfter,

    /// <summary>Six to eight weeks later, with the manager.</summary>
    FollowUp,
}

/// <summary>One asking of one instrument between two dates.</summary>
public sealed class Wave : IAgencyOwned
{
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    public required Guid EvaluationId { get; init; }

    public required WaveStage Stage { get; init; }

    /// <summary>The canonical address of the instrument, without its version.</summary>
    public required string Instrument { get; init; }

    /// <summary>The exact version that every respondent of this wave answers.</summary>
    public required string InstrumentVersion { get; init; }

    /// <summary>
    /// The agencies among the answers to "Which agency do you work for?", as a JSON array of names in the order of their codes; null for a survey
    /// that does not ask it. Never changed: answers are read against them. Sealed, because they are typed.
    /// </summary>
    public string? AgenciesJson { get; init; }

    /// <summary>The first day on which answers are taken, as the clock in the United Kingdom has it.</summary>
    public required DateOnly OpensOn { get; set; }

    /// <summary>The last day on which answers are taken.</summary>
    public required DateOnly ClosesOn { get; set; }

    /// <summary>Whether anyone who holds the wave's open link may answer, beside the people invited.</summary>
    public required bool HasOpenLink { get; init; }

    /// <summary>When a person closed it, or its last day had passed; null while it may still be answered. Results exist only from then on.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}
