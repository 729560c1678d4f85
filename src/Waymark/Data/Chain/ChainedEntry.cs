using Microsoft.EntityFrameworkCore;
using Waymark.Log;

namespace Waymark.Data.Chain;

/// <summary>An event's row as far as the log goes: nothing sealed is opened to read it.</summary>
internal sealed record ChainedEntry(LogEntry Entry, LogHash Previous, LogHash Hash)
{
    /// <summary>Whether it was written after <paramref name="head"/> and is as it was written.</summary>
    public bool Follows(LogHead head) =>
        Entry.Number == head.Number + 1 && Previous == head.Hash && head.Append(Entry).Hash == Hash;

    /// <summary>The current agency's entries after one number up to another, in order, as they come from the database.</summary>
    public static async IAsyncEnumerable<ChainedEntry> ReadAsync(
        WaymarkDb db,
        long after,
        long upTo
    )
    {
        var rows = db
            .Events.IgnoreQueryFilters([WaymarkDb.NeedToKnow])
            .Where(e => e.Number > after && e.Number <= upTo)
            .OrderBy(e => e.Number)
            .Select(e => new
            {
                e.Number,
                e.At,
                e.ById,
                e.Kind,
                e.ConcernId,
                e.SubjectId,
                e.Place,
                e.Revision,
                e.Content,
                e.Previous,
                e.Hash,
            })
            .AsAsyncEnumerable();
        await foreach (var e in rows)
        {
            yield return new(
                new(
                    e.Number,
                    e.At,
                    e.ById,
                    e.Kind,
                    e.ConcernId,
                    e.SubjectId,
                    e.Place,
                    e.Revision,
                    Hashed(e.Content)
                ),
                Hashed(e.Previous),
                Hashed(e.Hash)
            );
        }
    }

    /// <summary>A hash that is not one any more, because the row was tampered with, is the hash of nothing.</summary>
    private static LogHash Hashed(byte[] bytes) =>
        bytes.Length == LogHash.Length ? new(bytes) : default;
}
