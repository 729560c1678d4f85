namespace Waymark.Statistics.Disclosure;

/// <summary>
/// How counts of people are protected. Set once for a deployment; a ledger keeps the one it was opened with. The usual one follows
/// NHS England's rule for hospital data below national level: 1 to 7 hidden, the rest rounded to 5, percentages from rounded figures.
/// </summary>
public sealed record SuppressionPolicy
{
    /// <summary>The smallest <see cref="LargestHidden"/> that may be set.</summary>
    public const int LowestThreshold = 3;

    /// <summary>Hide 1 to 7, round to 5, no percentage of fewer than ten, groups that all answered alike hidden.</summary>
    public static readonly SuppressionPolicy Usual = new(7, 5, 10, hideUnanimous: true);

    private SuppressionPolicy(
        int largestHidden,
        int roundTo,
        int smallestPercentageBase,
        bool hideUnanimous
    ) =>
        (LargestHidden, RoundTo, SmallestPercentageBase, HideUnanimous) = (
            largestHidden,
            roundTo,
            smallestPercentageBase,
            hideUnanimous
        );

    /// <summary>The threshold: counts from 1 to this are hidden. At least 3.</summary>
    public int LargestHidden { get; }

    /// <summary>All other counts are rounded to a multiple of this; 1 leaves them as they are.</summary>
    public int RoundTo { get; }

    /// <summary>No percentage, mean or interval is given for fewer people than this.</summary>
    public int SmallestPercentageBase { get; }

    /// <summary>
    /// Whether a group in which everybody gave the same answer is hidden too: its zeros would tell what each of them said.
    /// </summary>
    public bool HideUnanimous { get; }

    /// <summary>
    /// Another policy. Rounding must never turn somebody into nobody, so <paramref name="roundTo"/> is at most twice the smallest
    /// count that is shown.
    /// </summary>
    public static Result<SuppressionPolicy> Create(
        int largestHidden,
        int roundTo,
        int smallestPercentageBase,
        bool hideUnanimous = true
    ) =>
        largestHidden is < LowestThreshold or > 1000
            ? Refuse(nameof(largestHidden), "Hide counts up to at least 3.")
        : roundTo < 1 || roundTo > 2 * (largestHidden + 1)
            ? Refuse(
                nameof(roundTo),
                "Round to at least 1 and at most twice the smallest count that is shown."
            )
        : smallestPercentageBase <= largestHidden
            ? Refuse(
                nameof(smallestPercentageBase),
                "The smallest base of a percentage must be above the largest hidden count."
            )
        : new SuppressionPolicy(largestHidden, roundTo, smallestPercentageBase, hideUnanimous);

    /// <summary>Whether a count of people may never be told.</summary>
    internal bool IsSmall(long count) => count >= 1 && count <= LargestHidden;

    /// <summary>The nearest multiple, halves up.</summary>
    internal int Round(int count) => (int)((count + (long)RoundTo / 2) / RoundTo * RoundTo);

    /// <summary>The smallest count that rounds to this figure.</summary>
    internal int LowestBehind(int rounded) => rounded == 0 ? 0 : rounded - RoundTo / 2;

    /// <summary>
    /// For means every group that can be had by subtraction must be large enough for a mean itself.
    /// </summary>
    internal SuppressionPolicy ForMeans() =>
        new(
            Math.Max(LargestHidden, SmallestPercentageBase - 1),
            RoundTo,
            SmallestPercentageBase,
            HideUnanimous
        );

    private static InputIssue Refuse(string place, string text) =>
        new(InputIssueCode.OutOfRange, place, text);
}
