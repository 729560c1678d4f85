namespace Waymark.Statistics;

/// <summary>
/// How many said yes and how many said no. Counting the two sides apart leaves no way to have more successes than
/// people, or to mix up the count with the base. Never empty.
/// </summary>
public sealed record Tally
{
    private Tally(int yes, int no) => (Yes, No) = (yes, no);

    /// <summary>How many said yes.</summary>
    public int Yes { get; }

    /// <summary>How many said no.</summary>
    public int No { get; }

    /// <summary>All who answered.</summary>
    public int Count => Yes + No;

    internal double Share => (double)Yes / Count;

    /// <summary>Takes the two counts; at least one of them must be above zero.</summary>
    public static Result<Tally> Create(int yes, int no) =>
        yes < 0 ? Negative("yes")
        : no < 0 ? Negative("no")
        : yes + (long)no > int.MaxValue
            ? new InputIssue(InputIssueCode.OutOfRange, "no", "The counts are too large.")
        : yes + no == 0 ? new InputIssue(InputIssueCode.BaseEmpty, "yes", "Nobody answered.")
        : new Tally(yes, no);

    private static InputIssue Negative(string place) =>
        new(InputIssueCode.OutOfRange, place, "A count cannot be below zero.");
}
