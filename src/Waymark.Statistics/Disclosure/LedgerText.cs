using System.Collections.Immutable;
using System.Text.Json;

namespace Waymark.Statistics.Disclosure;

/// <summary>A ledger as JSON and back without loss, for whoever stores it.</summary>
public static class LedgerText
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Writes the ledger; hidden figures are null and nothing hidden is written.</summary>
    public static string Write(ReleaseLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return JsonSerializer.Serialize(
            new StoredLedger(
                StoredPolicy.Of(ledger.Policy),
                ledger.Snapshot,
                [.. ledger.Tables.Select(StoredTable.Of)]
            ),
            Options
        );
    }

    /// <summary>
    /// Reads a ledger. A text that is not one is refused: to go on with an empty ledger instead would forget what was released.
    /// </summary>
    public static Result<ReleaseLedger> Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        StoredLedger? stored;
        try
        {
            stored = JsonSerializer.Deserialize<StoredLedger>(json, Options);
        }
        catch (JsonException e)
        {
            return Unreadable(e.Path ?? "$");
        }

        if (stored is null)
        {
            return Unreadable("$");
        }

        return stored
            .Policy.Restore()
            .Then<ReleaseLedger>(policy =>
            {
                var tables = ImmutableArray.CreateBuilder<ReleasedTable>();
                foreach (var table in stored.Tables)
                {
                    if (table.Restore(policy) is not { } restored)
                    {
                        return Unreadable($"$.tables[{tables.Count}]");
                    }

                    tables.Add(restored);
                }

                return ReleaseLedger.Restored(policy, stored.Snapshot, tables.ToImmutable());
            });
    }

    private static InputIssue Unreadable(string place) =>
        new(
            InputIssueCode.Unreadable,
            place,
            "The record of released tables cannot be read, so no new table can be released."
        );

    private sealed record StoredLedger(
        StoredPolicy Policy,
        string Snapshot,
        ImmutableArray<StoredTable> Tables
    );

    private sealed record StoredPolicy(
        int LargestHidden,
        int RoundTo,
        int SmallestPercentageBase,
        bool HideUnanimous
    )
    {
        public static StoredPolicy Of(SuppressionPolicy policy) =>
            new(
                policy.LargestHidden,
                policy.RoundTo,
                policy.SmallestPercentageBase,
                policy.HideUnanimous
            );

        public Result<SuppressionPolicy> Restore() =>
            SuppressionPolicy.Create(LargestHidden, RoundTo, SmallestPercentageBase, HideUnanimous);
    }

    private sealed record StoredTable(
        string Question,
        string Measure,
        ImmutableArray<string> By,
        SortedDictionary<string, ImmutableArray<string>> Filters,
        ImmutableArray<string> Answers,
        ImmutableArray<StoredRow> Rows,
        StoredRow Total
    )
    {
        public static StoredTable Of(ReleasedTable table) =>
            new(
                table.Request.Question,
                table.Request.Measure.ToString(),
                table.Request.By,
                new SortedDictionary<string, ImmutableArray<string>>(
                    table.Request.Filters.ToDictionary(
                        f => f.Variable,
                        f => f.Values.ToImmutableArray()
                    ),
                    StringComparer.Ordinal
                ),
                table.Answers,
                [.. table.Rows.Select(StoredRow.Of)],
                StoredRow.Of(table.Total)
            );

        public ReleasedTable? Restore(SuppressionPolicy policy)
        {
            if (
                !Enum.TryParse<Measure>(Measure, out var measure)
                || !Enum.IsDefined(measure)
                || Rows.Append(Total).Any(r => !r.Fits(Answers.Length))
                || Rows.Any(r => r.Labels.Length != By.Length)
                || !Total.Labels.IsEmpty
            )
            {
                return null;
            }

            var request = TableRequest.Create(
                Question,
                By,
                Filters.ToDictionary(f => f.Key, f => (IReadOnlyList<string>)f.Value),
                measure
            );
            return request.IsOk
                ? new ReleasedTable(
                    request.Value,
                    measure == Disclosure.Measure.Mean ? policy.ForMeans() : policy,
                    Answers,
                    [.. Rows.Select(r => r.Restore())],
                    Total.Restore()
                )
                : null;
        }
    }

    private sealed record StoredRow(
        ImmutableArray<string> Labels,
        ImmutableArray<int?> Counts,
        int? Total
    )
    {
        public static StoredRow Of(ReleasedRow row) =>
            new(row.Labels, [.. row.Counts.Select(c => c.Rounded)], row.Total.Rounded);

        public bool Fits(int answers) =>
            Counts.Length == answers && Counts.Append(Total).All(c => c is null or >= 0);

        public ReleasedRow Restore() =>
            new(Labels, [.. Counts.Select(c => new ReleasedCount(c))], new ReleasedCount(Total));
    }
}
