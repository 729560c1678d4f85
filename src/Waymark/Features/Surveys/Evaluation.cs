using Waymark.Data;

namespace Waymark.Features.Surveys;

/// <summary>What an evaluation is made of.</summary>
public enum EvaluationKind
{
    /// <summary>One wave, answered once by each respondent.</summary>
    SingleWave,

    /// <summary>Before a course, straight after it, and at six to eight weeks with the manager (dossier 6.4).</summary>
    ThreeStage,
}

/// <summary>
/// One asking of a workforce: the waves that belong together, the people who may be invited to them, and the key by which one respondent's
/// answers are matched across them. A training lead starts it; nobody's answers are a part of it by name.
/// </summary>
public sealed class Evaluation : IAgencyOwned
{
    /// <summary>The longest name, in characters.</summary>
    public const int NameLength = 120;

    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    /// <summary>What the training lead calls it; respondents see it. Sealed, because it is typed.</summary>
    public required string Name { get; set; }

    public required EvaluationKind Kind { get; init; }

    /// <summary>
    /// How many people work in each sector, as JSON from a sector's code to its number; a sector whose number is not known is left out. "{}"
    /// where none is known: then no figure is weighted.
    /// </summary>
    public required string PopulationJson { get; set; }

    public required DateTimeOffset StartedAt { get; init; }
    public required Guid StartedById { get; init; }
    public required string StartedByName { get; init; }

    /// <summary>
    /// When the key that made the match hashes was destroyed, or null while it stands. From then on nobody can tell, even with the e-mail list
    /// in hand, which answers were whose.
    /// </summary>
    public DateTimeOffset? MatchKeyDestroyedAt { get; set; }

    /// <summary>Whether the answers were made up for a demo. Every page and document of it says so.</summary>
    public bool IsSynthetic { get; init; }
}
