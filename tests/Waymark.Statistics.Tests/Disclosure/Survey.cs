using Waymark.Statistics.Disclosure;

namespace Waymark.Statistics.Tests.Disclosure;

/// <summary>Small surveys for the disclosure tests.</summary>
internal static class Survey
{
    public const string Snapshot = "closed";

    /// <summary>One question by sector: each row is a sector with its yes and no.</summary>
    public static JointCounts BySector(params (string Sector, int Yes, int No)[] rows) =>
        Six.Ok(
            JointCounts.Create(
                Snapshot,
                ["sector"],
                ["yes", "no"],
                rows.Select(r => new JointRow([r.Sector], [r.Yes, r.No]))
            )
        );

    /// <summary>One question by sector and role.</summary>
    public static JointCounts BySectorAndRole(
        params (string Sector, string Role, int Yes, int No)[] rows
    ) =>
        Six.Ok(
            JointCounts.Create(
                Snapshot,
                ["sector", "role"],
                ["yes", "no"],
                rows.Select(r => new JointRow([r.Sector, r.Role], [r.Yes, r.No]))
            )
        );

    public static TableRequest By(params string[] variables) =>
        Six.Ok(TableRequest.Create("trained", variables));

    public static TableRequest By(
        string[] variables,
        params (string Variable, string[] Values)[] filters
    ) =>
        Six.Ok(
            TableRequest.Create(
                "trained",
                variables,
                filters.ToDictionary(f => f.Variable, f => (IReadOnlyList<string>)f.Values)
            )
        );

    public static ReleaseLedger Ledger(SuppressionPolicy? policy = null) =>
        ReleaseLedger.Open(policy ?? SuppressionPolicy.Usual, Snapshot);

    public static ReleaseDecision Decide(
        ReleaseLedger ledger,
        TableRequest request,
        JointCounts counts
    ) => Six.Ok(Release.Decide(ledger, request, counts));

    /// <summary>Rows as text: a star is hidden, the last figure is the total.</summary>
    public static string[] Text(ReleasedTable table) =>
        [
            .. table
                .Rows.Append(table.Total)
                .Select(r =>
                    string.Join(
                        ' ',
                        [
                            r.Labels.IsEmpty ? "all" : string.Join('/', r.Labels),
                            .. r
                                .Counts.Append(r.Total)
                                .Select(c =>
                                    c.Rounded?.ToString(
                                        System.Globalization.CultureInfo.InvariantCulture
                                    ) ?? "*"
                                ),
                        ]
                    )
                ),
        ];
}
