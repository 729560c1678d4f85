using System.Buffers;

namespace Waymark.Log;

/// <summary>Where an agency's log stands: the number and hash of its newest entry. The next entry is chained to it.</summary>
/// <param name="Number">The newest entry's number; 0 before the first.</param>
/// <param name="Hash">The newest entry's hash; before the first, a hash that belongs to this agency alone.</param>
public readonly record struct LogHead(long Number, LogHash Hash)
{
    /// <summary>
    /// The head of an empty log: the hash of <c>waymark-log/1 </c> and the agency's id, so that the log of one agency
    /// cannot be passed off as another's.
    /// </summary>
    public static LogHead Start(Guid agencyId) =>
        new(0, LogHash.Of([.. "waymark-log/1 "u8, .. LogText.Utf8(agencyId)]));

    /// <summary>The head after one more entry.</summary>
    /// <exception cref="ArgumentException">The entry's number does not follow this head's.</exception>
    public LogHead Append(LogEntry entry)
    {
        var line = new ArrayBufferWriter<byte>(512);
        return new(entry.Number, EntryLine.Write(line, this, entry));
    }
}
