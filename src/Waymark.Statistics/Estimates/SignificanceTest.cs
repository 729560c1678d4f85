namespace Waymark.Statistics;

/// <summary>The result of a test against "no difference". It never travels without its base and its method.</summary>
public sealed record SignificanceTest
{
    internal SignificanceTest(double statistic, double pValue, Base @base, Method method) =>
        (Statistic, PValue, Base, Method) = (statistic, Math.Min(1, pValue), @base, method);

    /// <summary>The test statistic that the method names.</summary>
    public double Statistic { get; }

    /// <summary>The two-sided p-value, from 0 to 1.</summary>
    public double PValue { get; }

    /// <summary>All pairs that entered the test, also those that could not speak for either side.</summary>
    public Base Base { get; }

    /// <summary>Which form of the test was used, with the source.</summary>
    public Method Method { get; }
}
