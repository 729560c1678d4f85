using Waymark.Data;

namespace Waymark.Features.Insight.Releasing;

/// <summary>What was released of an evaluation beside the tables of its ledger: protected figures, nobody's answers.</summary>
public sealed class ReleasedFiguresRow : IAgencyOwned
{
    public required Guid EvaluationId { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    /// <summary><see cref="ReleasedFigures"/> as JSON.</summary>
    public required string Text { get; set; }

    /// <summary>When it was decided last: at the closing of the newest wave in it.</summary>
    public required DateTimeOffset ReleasedAt { get; set; }

    /// <summary>The waves it rests on, as they were closed; one more closed wave, and it is decided again.</summary>
    public required int Waves { get; set; }

    /// <summary>Goes up with every change; of two that release at once, one does it again.</summary>
    public int Revision { get; set; }
}
