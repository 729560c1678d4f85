namespace Waymark.Statistics;

/// <summary>One thing wrong with an input: what kind, where, and what to do about it.</summary>
/// <param name="Code">The kind, for programs.</param>
/// <param name="Place">The parameter, with the index where there is one, such as <c>rows[3][1]</c>.</param>
/// <param name="Text">A sentence for people.</param>
public sealed record InputIssue(InputIssueCode Code, string Place, string Text);

/// <summary>The kinds of bad input.</summary>
public enum InputIssueCode
{
    /// <summary>There is nobody to count.</summary>
    BaseEmpty,

    /// <summary>There are too few to work out an interval.</summary>
    BaseTooSmall,

    /// <summary>A number is outside the range it can have.</summary>
    OutOfRange,

    /// <summary>A number is infinite or not a number.</summary>
    NotFinite,

    /// <summary>Two lists that belong together have different lengths, or a row has too few or too many columns.</summary>
    LengthsDiffer,

    /// <summary>A group or category that was not declared.</summary>
    Undeclared,

    /// <summary>A declared group or category that nobody is in, where somebody is needed.</summary>
    GroupEmpty,

    /// <summary>The same name twice.</summary>
    Duplicate,

    /// <summary>Everybody gave the same answer, so nothing can be said about spread or agreement beyond chance.</summary>
    NoVariation,

    /// <summary>An iterative method did not settle.</summary>
    DidNotConverge,

    /// <summary>The answers have changed since figures were released from them.</summary>
    SnapshotDiffers,

    /// <summary>A stored text could not be read.</summary>
    Unreadable,
}
