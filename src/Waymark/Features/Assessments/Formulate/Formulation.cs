using Waymark.Features.Shared.Versions;

namespace Waymark.Features.Assessments.Formulate;

/// <summary>
/// A practitioner's own understanding of what is happening, and the level of concern they chose with reasons. One version
/// of it; nothing in it is computed.
/// </summary>
public sealed class Formulation : IWrittenVersion
{
    /// <summary>The longest text of one field, in characters.</summary>
    public const int TextLength = 8000;

    public required Guid Id { get; init; }
    public required Guid AgencyId { get; init; }
    public required Guid ConcernId { get; init; }
    public required int Number { get; init; }
    public required int BasedOn { get; init; }
    public string Settles { get; init; } = "";

    /// <summary>The assessment's revision that the writer had in front of them.</summary>
    public required int AnswersRevision { get; init; }

    /// <summary>SHA-256 (hex) of the assessment's draft at that revision.</summary>
    public required string AnswersHash { get; init; }

    public required string WhatIsHappening { get; init; }
    public required string WhatKeepsItGoing { get; init; }
    public required string WhatProtects { get; init; }
    public required string WhatWouldChangeOurMind { get; init; }

    /// <summary>The level the practitioner chose, or null while they have not.</summary>
    public required LevelOfConcern? LevelOfConcern { get; init; }

    /// <summary>Why that level; required with it.</summary>
    public required string Reasons { get; init; }

    /// <summary>How sure the practitioner is of their own judgement, or null while not said.</summary>
    public required Sureness? Sureness { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }
    public required Guid WrittenById { get; init; }
    public required string WrittenByName { get; init; }
}
