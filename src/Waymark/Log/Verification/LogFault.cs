namespace Waymark.Log.Verification;

/// <summary>One thing that is wrong with an export.</summary>
/// <param name="Line">The line it was found at, counted from 1.</param>
/// <param name="Code">What sort of fault; see <see cref="LogFaults"/>.</param>
/// <param name="Text">What it means, in plain words.</param>
public sealed record LogFault(long Line, string Code, string Text);

/// <summary>The sorts of fault.</summary>
public static class LogFaults
{
    /// <summary>The first line is not the first line of an export.</summary>
    public const string NotAnExport = "not-an-export";

    /// <summary>The first line does not carry the signature of the key it names.</summary>
    public const string HeaderAltered = "header-altered";

    /// <summary>A line is not spelt as any line of an export is.</summary>
    public const string LineUnreadable = "line-unreadable";

    /// <summary>An entry does not have the hash it states.</summary>
    public const string EntryAltered = "entry-altered";

    /// <summary>An entry has its own hash, but later lines were written after a different one.</summary>
    public const string EntryReplaced = "entry-replaced";

    /// <summary>An entry that later lines do not know.</summary>
    public const string EntryInserted = "entry-inserted";

    /// <summary>Entries are not there.</summary>
    public const string EntryMissing = "entry-missing";

    /// <summary>An entry stands where another belongs.</summary>
    public const string EntryOutOfPlace = "entry-out-of-place";

    /// <summary>A checkpoint does not carry the signature of the key it names.</summary>
    public const string CheckpointAltered = "checkpoint-altered";

    /// <summary>Checkpoints are not there.</summary>
    public const string CheckpointMissing = "checkpoint-missing";

    /// <summary>A checkpoint stands where it does not belong.</summary>
    public const string CheckpointOutOfPlace = "checkpoint-out-of-place";

    /// <summary>A checkpoint signed other entries than the ones that stand before it.</summary>
    public const string CheckpointContradicts = "checkpoint-contradicts";

    /// <summary>The export ends before the entry its first line states.</summary>
    public const string CutShort = "cut-short";

    /// <summary>The export goes on after the entry its first line states.</summary>
    public const string TooLong = "too-long";

    /// <summary>The newest entry is not the one the first line states.</summary>
    public const string LastEntryDiffers = "last-entry-differs";

    /// <summary>Signed by a key that the reader did not name.</summary>
    public const string KeyNotTrusted = "key-not-trusted";

    /// <summary>Differs from an earlier export of the same log.</summary>
    public const string EarlierContradicts = "earlier-contradicts";
}
