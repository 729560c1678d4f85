using BenchmarkDotNet.Attributes;
using Waymark.Statistics.Disclosure;

namespace Waymark.Benchmarks.Statistics;

/// <summary>
/// Protecting one heat-map row (a topic by sector) and the second one over the same people (by role within sectors): what a page pays on top of its
/// counting query, the first time only.
/// </summary>
[MemoryDiagnoser]
public class ReleaseBenchmarks
{
    private JointCounts _counts = null!;
    private ReleaseLedger _empty = null!;
    private ReleaseLedger _bySector = null!;
    private TableRequest _sector = null!;
    private TableRequest _crossed = null!;

    [Params(3, 12)]
    public int Sectors { get; set; }

    [Params(2, 11)]
    public int Answers { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var random = new Random(2014);
        _counts = JointCounts
            .Create(
                "closed",
                ["sector", "role"],
                [.. Enumerable.Range(0, Answers).Select(a => $"{a}")],
                from sector in Enumerable.Range(0, Sectors)
                from role in Enumerable.Range(0, 8)
                select new JointRow(
                    [$"{sector}", $"{role}"],
                    [.. Enumerable.Range(0, Answers).Select(_ => random.Next(60))]
                )
            )
            .Value!;
        _empty = ReleaseLedger.Open(SuppressionPolicy.Usual, "closed");
        _sector = TableRequest.Create("q", ["sector"]).Value!;
        _crossed = TableRequest.Create("q", ["sector", "role"]).Value!;
        _bySector = Release.Decide(_empty, _sector, _counts).Value!.Ledger;
    }

    [Benchmark(Baseline = true)]
    public Waymark.Statistics.Result<ReleaseDecision> BySector() =>
        Release.Decide(_empty, _sector, _counts);

    [Benchmark]
    public Waymark.Statistics.Result<ReleaseDecision> ByRoleWithinSectorsAfterwards() =>
        Release.Decide(_bySector, _crossed, _counts);

    [Benchmark]
    public Waymark.Statistics.Result<ReleaseDecision> ServedAgain() =>
        Release.Decide(_bySector, _sector, _counts);
}
