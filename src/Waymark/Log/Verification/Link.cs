namespace Waymark.Log.Verification;

/// <summary>How far a line can be believed to be the entry it was taken for.</summary>
internal enum Standing
{
    /// <summary>It has the hash it states.</summary>
    Sound,

    /// <summary>It does not; it is taken for the entry that was due.</summary>
    Altered,

    /// <summary>It could not be read at all; it may have been the entry that was due, or a checkpoint, or neither.</summary>
    Guessed,
}

/// <summary>A line in its place in the chain.</summary>
/// <param name="Number">The number of the entry.</param>
/// <param name="Line">The line it stands in; 0 for the start of the chain.</param>
/// <param name="Hash">The hash it has.</param>
/// <param name="AlsoHash">Another hash that the next entry may rightly name: the one it states, or the one a checkpoint signed.</param>
/// <param name="Standing">How far it can be believed.</param>
/// <param name="IsOpen">Whether the next entry's link cannot be checked, because entries before it are missing.</param>
internal readonly record struct Link(
    long Number,
    long Line,
    LogHash Hash,
    LogHash AlsoHash,
    Standing Standing,
    bool IsOpen
)
{
    /// <summary>Whether an entry that names <paramref name="previous"/> can have been written after this one.</summary>
    public bool Precedes(LogHash previous) => IsOpen || previous == Hash || previous == AlsoHash;

    public static Link Of(LogHead head) =>
        new(head.Number, 0, head.Hash, head.Hash, Standing.Sound, IsOpen: false);

    public static Link Of(EntryLine entry, long line) =>
        new(entry.Number, line, entry.Computed, entry.Computed, Standing.Sound, IsOpen: false);
}
