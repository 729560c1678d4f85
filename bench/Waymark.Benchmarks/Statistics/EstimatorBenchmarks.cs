using BenchmarkDotNet.Attributes;
using Waymark.Statistics;

namespace Waymark.Benchmarks.Statistics;

/// <summary>
/// The estimators that look at every respondent, from a thousand to a million of them: time should grow with their number, and the memory of a
/// Hodges–Lehmann shift with it too, not with its square.
/// </summary>
[MemoryDiagnoser]
public class EstimatorBenchmarks
{
    private Sample _scores = null!;
    private PairedSample _pairs = null!;
    private Margin _sector = null!;
    private Margin _role = null!;
    private SurveyWeights _weights = null!;
    private double?[] _values = null!;

    [Params(1_000, 100_000, 1_000_000)]
    public int Respondents { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(2014);
        _scores = Sample
            .Create(Enumerable.Range(0, Respondents).Select(_ => 10.0 * random.Next(11)))
            .Value!;
        _pairs = PairedSample
            .Create(_scores.Values.Select(v => new Pair(v, v + random.Next(-20, 41))))
            .Value!;
        _values = [.. _scores.Values.Select(v => (double?)v)];
        _sector = Divide("sector", 3, random);
        _role = Divide("role", 8, random);
        _weights = PostStratification.Weigh(_sector);
    }

    [Benchmark(Baseline = true)]
    public Result<Estimate> Mean() => MeanEstimate.Mean(_scores);

    [Benchmark]
    public Result<Estimate> Median() => MedianEstimate.Median(_scores);

    [Benchmark]
    public Result<Estimate> HodgesLehmannShift() => HodgesLehmann.Shift(_pairs);

    [Benchmark]
    public SignedRankTest SignedRanks() => SignedRankTest.Of(_pairs);

    [Benchmark]
    public Result<SurveyWeights> RakeTwoMargins() => Raking.Weigh([_sector, _role]);

    [Benchmark]
    public Result<Estimate> WeightedMean() => WeightedEstimate.Mean(_weights, _values);

    private Margin Divide(string name, int groups, Random random) =>
        Margin
            .Create(
                name,
                [
                    .. Enumerable
                        .Range(0, Respondents)
                        .Select(i => $"{name} {(i < groups ? i : random.Next(groups))}"),
                ],
                Population
                    .Create(
                        Enumerable.Range(0, groups).ToDictionary(g => $"{name} {g}", g => 1.0 + g)
                    )
                    .Value!
            )
            .Value!;
}
