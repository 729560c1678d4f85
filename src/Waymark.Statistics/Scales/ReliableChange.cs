namespace Waymark.Statistics;

/// <summary>What a person's change says, once the error of the measure is taken into account.</summary>
public enum ChangeVerdict
{
    /// <summary>It rose by more than measurement error explains.</summary>
    Rose,

    /// <summary>Measurement error alone could have made it.</summary>
    WithinError,

    /// <summary>It fell by more than measurement error explains.</summary>
    Fell,
}

/// <summary>The published precision of a measure: its spread and reliability in a named group.</summary>
public sealed record MeasurePrecision
{
    private MeasurePrecision(double deviation, double reliability, int people) =>
        (Deviation, Reliability, People) = (deviation, reliability, people);

    /// <summary>The standard deviation, in the unit of the measure.</summary>
    public double Deviation { get; }

    /// <summary>Its reliability, from 0 to below 1.</summary>
    public double Reliability { get; }

    /// <summary>How many people the two come from.</summary>
    public int People { get; }

    /// <summary>The standard error of a difference of two scores of one person, s·√(2(1 − r)).</summary>
    public double StandardErrorOfDifference => Deviation * Math.Sqrt(2 * (1 - Reliability));

    /// <summary>Takes a deviation above zero, a reliability from 0 to below 1, and the number of people behind them.</summary>
    public static Result<MeasurePrecision> Create(
        double deviation,
        double reliability,
        int people
    ) =>
        !double.IsFinite(deviation) || deviation <= 0
            ? Refuse(nameof(deviation), "Give a standard deviation above zero.")
        : reliability is not (>= 0 and < 1)
            ? Refuse(nameof(reliability), "Give a reliability of at least 0 and below 1.")
        : people < 2 ? Refuse(nameof(people), "Say how many people the precision was measured in.")
        : new MeasurePrecision(deviation, reliability, people);

    private static InputIssue Refuse(string place, string text) =>
        new(InputIssueCode.OutOfRange, place, text);
}

/// <summary>
/// Whether one person's change is more than the measure's error: RC = (after − before) / (s·√(2(1 − r))). N. S. Jacobson and P. Truax
/// (1991), Journal of Consulting and Clinical Psychology 59, 12–19.
/// </summary>
public sealed record ReliableChange
{
    private ReliableChange(Estimate change, double index, ChangeVerdict verdict) =>
        (Change, Index, Verdict) = (change, index, verdict);

    /// <summary>
    /// After less before, with the interval that the measure's error allows; its base is the people in whom the error was measured.
    /// </summary>
    public Estimate Change { get; }

    /// <summary>The change in units of its standard error.</summary>
    public double Index { get; }

    /// <summary>Whether the interval leaves out zero, and on which side.</summary>
    public ChangeVerdict Verdict { get; }

    /// <summary>Reads one person's pair.</summary>
    public static Result<ReliableChange> Of(
        Pair pair,
        MeasurePrecision precision,
        Coverage? coverage = null
    )
    {
        ArgumentNullException.ThrowIfNull(precision);
        if (!double.IsFinite(pair.Before) || !double.IsFinite(pair.After))
        {
            return new InputIssue(
                InputIssueCode.NotFinite,
                nameof(pair),
                "Both scores are needed."
            );
        }

        var wanted = coverage ?? Coverage.Percent95;
        var error = precision.StandardErrorOfDifference;
        var index = pair.Change / error;
        return new ReliableChange(
            new Estimate(
                pair.Change,
                Interval.Around(pair.Change, wanted.Z * error, wanted),
                new Base(precision.People),
                Method.ReliableChange
            ),
            index,
            index > wanted.Z ? ChangeVerdict.Rose
                : index < -wanted.Z ? ChangeVerdict.Fell
                : ChangeVerdict.WithinError
        );
    }
}
