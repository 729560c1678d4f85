using System.Globalization;
using System.Text.RegularExpressions;
using Xunit;

namespace Waymark.Tests.Docs;

/// <summary>The checklist of OWASP ASVS 5.0.0 has every requirement of levels 1 and 2 once, and no evidence that is not there.</summary>
public sealed partial class AsvsChecklistTests
{
    private static readonly string[] s_verdicts = ["met", "partly", "not met", "not applicable"];

    private static readonly string s_docs = Path.Combine(Repository.Root, "docs");

    private static readonly string[] s_lines = File.ReadAllLines(Path.Combine(s_docs, "asvs.md"));

    private static readonly List<Line> s_checklist =
    [
        .. s_lines.Select(l => Row().Match(l)).Where(m => m.Success).Select(Line.From),
    ];

    [Fact]
    public void Checklist_HasEachRequirementOnceAndInOrder()
    {
        var ids = File.ReadAllLines(
            Path.Combine(Repository.Root, "tests/Waymark.Tests/Docs/asvs-5.0.0-ids.txt")
        );

        Assert.Equal(ids, s_checklist.Select(l => $"{l.Id} {l.Level}"));
    }

    [Fact]
    public void Line_SaysWhatIsAskedAndAVerdictWithItsReason() =>
        Assert.All(
            s_checklist,
            line =>
            {
                Assert.NotEqual("", line.Asked);
                Assert.Contains(line.Verdict, s_verdicts);
                Assert.NotEqual("", line.Why);
            }
        );

    [Fact]
    public void Line_MetOrPartly_NamesEvidenceThatIsThere() =>
        Assert.All(
            s_checklist.Where(l => l.Verdict is "met" or "partly"),
            line =>
            {
                var evidence = Link().Matches(line.Evidence);
                Assert.NotEmpty(evidence);
                Assert.All(
                    evidence,
                    link =>
                        Assert.True(
                            File.Exists(Path.Combine(s_docs, link.Groups[2].Value)),
                            $"{line.Id} names {link.Groups[2].Value}, which does not exist"
                        )
                );
            }
        );

    [Fact]
    public void Line_NamingTests_NamesAClassOfThem()
    {
        var classes = typeof(AsvsChecklistTests)
            .Assembly.GetTypes()
            .Select(t => t.Name.Split('`')[0])
            .ToHashSet();
        var named = s_checklist
            .SelectMany(l => Link().Matches(l.Evidence))
            .Select(m => m.Groups[1].Value)
            .Where(name => !name.Contains('.', StringComparison.Ordinal) && name != "Makefile")
            .ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, classes));
    }

    [Fact]
    public void Summary_CountsWhatStandsBelow()
    {
        var counted = s_checklist
            .GroupBy(l => l.Chapter)
            .Select(g => Counts(g.Key.ToString(CultureInfo.InvariantCulture), g))
            .Append(Counts("all", s_checklist));

        var written = s_lines
            .Select(l => Summary().Match(l))
            .Where(m => m.Success)
            .Select(m =>
                $"{(m.Groups[1].Success ? m.Groups[1].Value : "all")}: {string.Join(' ', m.Groups[2].Captures)}"
            );

        Assert.Equal(counted, written);
    }

    private static string Counts(string name, IEnumerable<Line> lines) =>
        $"{name}: {string.Join(' ', s_verdicts.Select(v => lines.Count(l => l.Verdict == v)))}";

    private sealed record Line(
        string Id,
        int Chapter,
        string Level,
        string Asked,
        string Verdict,
        string Why,
        string Evidence
    )
    {
        public static Line From(Match row) =>
            new(
                row.Groups["id"].Value,
                int.Parse(row.Groups["chapter"].Value, CultureInfo.InvariantCulture),
                row.Groups["level"].Value,
                row.Groups["asked"].Value,
                row.Groups["verdict"].Value,
                row.Groups["why"].Value,
                row.Groups["evidence"].Value
            );
    }

    [GeneratedRegex(
        @"^\| (?<id>V(?<chapter>\d+)\.\d+\.\d+) \| (?<level>[12]) \| (?<asked>[^|]*) \| (?:\*\*(?<verdict>[^*|]*)\*\*: )?(?<why>[^|]*) \| (?<evidence>[^|]*) \|$"
    )]
    private static partial Regex Row();

    [GeneratedRegex(@"\[([^\]]+)\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^\| (?:V(\d+) [^|]+|all) \|(?: (\d+) \|){4}$")]
    private static partial Regex Summary();
}
