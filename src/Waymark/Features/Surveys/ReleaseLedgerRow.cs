using Waymark.Data;

namespace Waymark.Features.Surveys;

/// <summary>
/// What has been shown of an evaluation's answers so far: a table once released is served again as it was, and a new one only where it cannot be
/// taken apart with the others.
/// </summary>
public sealed class ReleaseLedgerRow : IAgencyOwned
{
    public required Guid EvaluationId { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    /// <summary>Which waves' answers, by stage; one ledger for each ("before", "all", …).</summary>
    public required string Scope { get; init; }

    /// <summary>As <c>Waymark.Statistics.Disclosure.LedgerText</c> writes it.</summary>
    public required string Text { get; set; }

    /// <summary>Goes up with every table released; of two that release at once, one asks again.</summary>
    public int Revision { get; set; }
}
