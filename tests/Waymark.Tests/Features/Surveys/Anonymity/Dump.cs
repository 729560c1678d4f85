using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Data.Databases;
using Waymark.Tests.Host;

namespace Waymark.Tests.Features.Surveys.Anonymity;

/// <summary>A row as somebody who has the whole database sees it: where it lies, who wrote it last, and every column as text.</summary>
/// <param name="Place">Its row number (SQLite), or page and line (PostgreSQL), as a number that rises with the place.</param>
/// <param name="Writer">The transaction that wrote it last (PostgreSQL); 0 in SQLite.</param>
/// <param name="Columns">Every column.</param>
internal sealed record DumpedRow(
    long Place,
    long Writer,
    IReadOnlyDictionary<string, string> Columns
);

/// <summary>Every row of every table of one database.</summary>
internal static class Dump
{
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<DumpedRow>>> TakeAsync(
        WaymarkHost host,
        Guid agencyId
    )
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Enter(agencyId);
        var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        await db.Database.OpenConnectionAsync();
        var place =
            db is SqliteWaymarkDb
                ? "rowid, 0"
                : "(split_part(trim(both '()' from ctid::text), ',', 1)::bigint * 65536 + split_part(trim(both '()' from ctid::text), ',', 2)::bigint), xmin::text::bigint";
        Dictionary<string, IReadOnlyList<DumpedRow>> tables = [];
        foreach (
            var table in db
                .Model.GetEntityTypes()
                .Select(t => t.GetTableName()!)
                .Distinct()
                .Order(StringComparer.Ordinal)
        )
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT {place}, * FROM \"{table}\"";
            await using var reader = await command.ExecuteReaderAsync();
            List<DumpedRow> rows = [];
            while (await reader.ReadAsync())
            {
                rows.Add(
                    new(
                        Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture),
                        Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture),
                        Enumerable
                            .Range(2, reader.FieldCount - 2)
                            .ToDictionary(reader.GetName, at => Text(reader.GetValue(at)))
                    )
                );
            }
            tables[table] = rows;
        }
        return tables;
    }

    /// <summary>A value as text that sorts as the value does.</summary>
    private static string Text(object value) =>
        value switch
        {
            DBNull => "",
            byte[] bytes => Convert.ToHexString(bytes),
            Guid id => id.ToString("D").ToUpperInvariant(),
            DateTime moment => moment.ToString("O", CultureInfo.InvariantCulture),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            long number => number.ToString("D19", CultureInfo.InvariantCulture),
            int number => number.ToString("D19", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
}
