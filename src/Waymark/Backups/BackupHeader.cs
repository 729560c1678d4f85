using System.Text.Json;
using System.Text.Json.Serialization;

namespace Waymark.Backups;

/// <summary>The kind of database a backup was made from.</summary>
public enum BackupEngine
{
    Sqlite,
    Postgres,
}

/// <summary>What a backup says of itself, in <c>backup.json</c>.</summary>
/// <param name="Format">Always <see cref="CurrentFormat"/>.</param>
/// <param name="Engine">The kind of database.</param>
/// <param name="Migration">The last migration of the database, such as "20261124170252_FirstRecord".</param>
/// <param name="At">When it was made, UTC.</param>
/// <param name="Tables">The tables, in the order in which they were written.</param>
public sealed record BackupHeader(
    string Format,
    BackupEngine Engine,
    string Migration,
    DateTimeOffset At,
    IReadOnlyList<BackupTable> Tables
)
{
    public const string CurrentFormat = "waymark-backup/1";

    /// <summary>A header is a list of tables; anything longer is none.</summary>
    public const int MostBytes = 1 << 20;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    /// <summary>The header as JSON in UTF-8.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, s_json);

    /// <summary>Reads a header. Any bytes are answered.</summary>
    /// <param name="json">The bytes.</param>
    /// <param name="problem">What is wrong; empty when nothing is.</param>
    /// <returns>The header, or null where something is wrong.</returns>
    public static BackupHeader? Parse(ReadOnlySpan<byte> json, out string problem)
    {
        BackupHeader? header = null;
        try
        {
            header =
                json.Length > MostBytes
                    ? null
                    : JsonSerializer.Deserialize<BackupHeader>(json, s_json);
        }
        catch (Exception unreadable) when (unreadable is JsonException or NotSupportedException)
        {
            // What is wrong with it is said below, without repeating any of it.
        }
        problem = header switch
        {
            null => "Its backup.json cannot be read.",
            { Format: not CurrentFormat } =>
                $"It was made by another version of Waymark: this one reads {CurrentFormat}.",
            { Tables: var tables }
                when tables.Any(t => !IsName(t.Name) || t.Columns.Any(c => !IsName(c))) =>
                "Its backup.json names a table or column that cannot be one of Waymark's.",
            { Tables: var tables } when tables.DistinctBy(t => t.Name).Count() < tables.Count =>
                "Its backup.json names a table twice.",
            { Migration: var migration } when !IsName(migration) =>
                "Its backup.json does not say which version of the tables it holds.",
            _ => "",
        };
        return problem.Length == 0 ? header : null;
    }

    /// <summary>Letters, digits and underscores: what goes into a command of SQL is nothing else.</summary>
    private static bool IsName(string? name) =>
        name is { Length: > 0 and <= 150 }
        && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}

/// <summary>A table in a backup.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns, in the order in which they were written; empty where the backup is one SQLite file.</param>
/// <param name="Rows">The number of rows.</param>
public sealed record BackupTable(string Name, IReadOnlyList<string> Columns, long Rows);
