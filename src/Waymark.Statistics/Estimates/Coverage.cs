using MathNet.Numerics.Distributions;

namespace Waymark.Statistics;

/// <summary>
/// The nominal coverage of an interval: the share of such intervals that would hold the true value if the survey
/// were repeated many times. Strictly between 0 and 1.
/// </summary>
public sealed record Coverage
{
    /// <summary>90 in 100.</summary>
    public static readonly Coverage Percent90 = new(0.90);

    /// <summary>95 in 100: the one used wherever none is named.</summary>
    public static readonly Coverage Percent95 = new(0.95);

    /// <summary>99 in 100.</summary>
    public static readonly Coverage Percent99 = new(0.99);

    private Coverage(double level) => Level = level;

    /// <summary>The coverage as a fraction, such as 0.95.</summary>
    public double Level { get; }

    /// <summary>The part left out at each end, such as 0.025.</summary>
    internal double Tail => (1 - Level) / 2;

    /// <summary>The standard normal quantile that leaves <see cref="Tail"/> above it.</summary>
    internal double Z => Normal.InvCDF(0, 1, 1 - Tail);

    /// <summary>A coverage other than the usual three; it must be at least a half and below one.</summary>
    public static Result<Coverage> Create(double level) =>
        level is >= 0.5 and < 1
            ? new Coverage(level)
            : new InputIssue(
                InputIssueCode.OutOfRange,
                "level",
                "Give a coverage of at least 0.5 and below 1, such as 0.95."
            );

    /// <summary>Student's quantile that leaves <see cref="Tail"/> above it.</summary>
    internal double T(double degreesOfFreedom) => StudentT.InvCDF(0, 1, degreesOfFreedom, 1 - Tail);
}
