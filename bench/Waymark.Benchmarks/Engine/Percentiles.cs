using System.Diagnostics;

namespace Waymark.Benchmarks.Engine;

/// <summary>How long a piece of work took, run after run.</summary>
/// <param name="Median">The 50th percentile, in milliseconds.</param>
/// <param name="P95">The 95th percentile, in milliseconds.</param>
/// <param name="Count">How many runs were timed.</param>
internal sealed record Percentiles(double Median, double P95, int Count)
{
    private const int WarmUpRuns = 3;
    private const int FewestRuns = 9;
    private static readonly TimeSpan Duration = TimeSpan.FromSeconds(3);

    /// <summary>
    /// Runs <paramref name="work"/> until three seconds have passed, at least nine times, after a warm-up; each run gets its number.
    /// The same procedure as <c>bench/peers/clock.mjs</c>, but for a longer warm-up where a run is short, so that tiered compilation has settled.
    /// </summary>
    public static Percentiles Of(Action<int> work)
    {
        var run = 0;
        for (
            var warmUp = Stopwatch.StartNew();
            run < WarmUpRuns || warmUp.Elapsed < Duration / 2;
            run++
        )
        {
            work(run);
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        var samples = new List<double>(1 << 16);
        for (
            var total = Stopwatch.StartNew();
            samples.Count < FewestRuns || total.Elapsed < Duration;
            run++
        )
        {
            var start = Stopwatch.GetTimestamp();
            work(run);
            samples.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        return OfSamples(samples);
    }

    /// <summary>Sorts the samples and reads the percentiles off, each the smallest sample that is not below that share of them.</summary>
    public static Percentiles OfSamples(List<double> samples)
    {
        samples.Sort();
        return new Percentiles(At(samples, 0.5), At(samples, 0.95), samples.Count);
    }

    private static double At(List<double> sorted, double share) =>
        sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];
}
