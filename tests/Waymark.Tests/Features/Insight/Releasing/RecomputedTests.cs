using System.Text.Json;
using Waymark.Features.Insight.Reading;
using Waymark.Features.Insight.Releasing;
using Waymark.Features.Surveys;
using Xunit;

namespace Waymark.Tests.Features.Insight.Releasing;

/// <summary>
/// Figures of the demo, worked out a second time from the stored answers with formulas written here and nothing of the code that made them.
/// </summary>
public sealed class RecomputedTests(InsightHost host) : IClassFixture<InsightHost>
{
    private const double Z = 1.959963984540054;
    private static readonly string[] s_sectors = ["childrens-services", "health", "education"];

    [Fact]
    public async Task Needs_ShareAndWilsonInterval_FollowFromTheRoundedCounts()
    {
        var id = await host.WorkforceAsync();
        var people = await AnswersAsync(id, WaveStage.Before);
        var ledger = await host.LedgerAsync(id);
        foreach (
            var question in new[] { "confident_assess", "trained_recovery", "confident_assist" }
        )
        {
            var table = ledger.Find(ReleaseWords.Answers(question, ReleaseWords.Sector))!;
            foreach (var sector in s_sectors)
            {
                var asked = people
                    .Where(p => p.GetValueOrDefault("sector") == sector && p.ContainsKey(question))
                    .ToList();
                var no = Five(asked.Count(p => p[question] == "no"));
                var all = Five(asked.Count);
                var (lower, upper) = Wilson((double)no / all, all);

                var row = table.Rows.Single(r => r.Labels[0] == sector);
                var share = table.Share(row, table.Answers.IndexOf("no"))!;
                Assert.Equal((double)no / all, share.Value, 12);
                Assert.Equal(lower, share.Interval.Lower, 10);
                Assert.Equal(upper, share.Interval.Upper, 10);
                Assert.Equal(all, share.Base.Count);
            }
        }
    }

    [Fact]
    public async Task Needs_WeightedShareAndEffectiveNumber_FollowFromTheRoundedCountsAndTheStaffNumbers()
    {
        var id = await host.WorkforceAsync();
        var people = await AnswersAsync(id, WaveStage.Before);
        var staff = new Dictionary<string, double>
        {
            ["childrens-services"] = 640,
            ["health"] = 1180,
            ["education"] = 2050,
        };
        double share = 0,
            variance = 0,
            size = 0;
        foreach (var sector in s_sectors)
        {
            var weight = staff[sector] / staff.Values.Sum();
            var asked = people.Where(p => p.GetValueOrDefault("sector") == sector).ToList();
            double all = Five(asked.Count(p => p.ContainsKey("confident_assess")));
            var p = Five(asked.Count(a => a.GetValueOrDefault("confident_assess") == "no")) / all;
            share += weight * p;
            variance += weight * weight * p * (1 - p) / all;
            size += weight * weight / all;
        }

        var (lower, upper) = Wilson(share, share * (1 - share) / variance);
        var study = host.Library().Studies.First(s => s.Figures.Count > 0);
        var need = NeedsTable
            .Of(
                await host.LedgerAsync(id),
                InsightQuestions.Of(
                    Waymark.Features.Surveys.Codebook.SurveyColumns.Of(
                        host.Library().Newest("surveys", "workforce-bridge-2014")!.Instrument
                    )
                ),
                study,
                ReleaseWords.Sector,
                (await host.FiguresAsync(id)).Sectors,
                staff
            )
            .Needs.Single(n => n.Question == "confident_assess")
            .Weighted!;

        Assert.Equal(share, need.Value, 10);
        Assert.Equal(lower, need.Lower, 8);
        Assert.Equal(upper, need.Upper, 8);
        Assert.Equal(1 / size, need.Effective, 8);
    }

    [Fact]
    public async Task SelfEfficacy_MeansOfMatchedPairs_AreThoseOfThePeopleWithOneCode()
    {
        var id = await host.SelfEfficacyAsync();
        var before = await host.ResponsesAsync(id, WaveStage.Before);
        var after = (await host.ResponsesAsync(id, WaveStage.StraightAfter)).ToDictionary(
            r => Convert.ToHexString(r.MatchHash!),
            r => Read(r.Json)
        );
        List<(double Before, double After)> pairs = [];
        foreach (var response in before)
        {
            if (
                after.TryGetValue(Convert.ToHexString(response.MatchHash!), out var later)
                && Talk(Read(response.Json)) is { } first
                && Talk(later) is { } second
            )
            {
                pairs.Add((first, second));
            }
        }

        var score = (await host.FiguresAsync(id)).Scores.Single(s =>
            s.Name == "first-conversation"
        );
        var change = score.Changes.Single();
        Assert.InRange(pairs.Count, 100, 120);
        Assert.Equal(pairs.Average(p => p.Before), change.Before!.Value, 9);
        Assert.Equal(pairs.Average(p => p.After), change.After!.Value, 9);
        Assert.Equal(pairs.Average(p => p.After - p.Before), change.Change!.Value, 9);
        var mean = change.Change.Value;
        var error = Math.Sqrt(
            pairs.Sum(p => Math.Pow(p.After - p.Before - mean, 2)) / (pairs.Count - 1) / pairs.Count
        );
        // Student's t for so many is between 1.98 and 1.985.
        Assert.InRange((change.Change.Upper - mean) / error, 1.979, 1.986);
        Assert.Equal(Five(pairs.Count), change.Change.People);
    }

    [Fact]
    public async Task Change_FourCountsOfMatchedPairs_AreTheTrueOnesRounded()
    {
        var id = await host.WorkforceAsync();
        var after = (await host.ResponsesAsync(id, WaveStage.StraightAfter)).ToDictionary(
            r => Convert.ToHexString(r.MatchHash!),
            r => Read(r.Json)
        );
        var pairs = (await host.ResponsesAsync(id, WaveStage.Before))
            .Select(r => (Before: Read(r.Json), Hash: Convert.ToHexString(r.MatchHash!)))
            // The ten without a sector are in no table.
            .Where(p => p.Before.ContainsKey("sector") && after.ContainsKey(p.Hash))
            .Select(p =>
                (Before: p.Before["confident_assess"], After: after[p.Hash]["confident_assess"])
            )
            .ToList();

        var table = (await host.LedgerAsync(id)).Find(
            ReleaseWords.Answers("confident_assess", ReleaseWords.StraightAfter)
        )!;
        foreach (var then in new[] { "yes", "no" })
        {
            foreach (var now in new[] { "yes", "no" })
            {
                Assert.Equal(
                    Five(pairs.Count(p => p == (then, now))),
                    table
                        .Rows.Single(r => r.Labels[0] == now)
                        .Counts[table.Answers.IndexOf(then)]
                        .Rounded
                );
            }
        }
    }

    [Theory]
    [InlineData("mgr_talked", "talked_manager")]
    [InlineData("mgr_changed", "changed_practice")]
    [InlineData("mgr_needs_more", null)]
    public async Task Managers_CountsOfBothSides_AreThoseOfTheSamePeopleRounded(
        string rated,
        string? own
    )
    {
        var id = await host.WorkforceAsync();
        var later = (await host.ResponsesAsync(id, WaveStage.FollowUp)).ToLookup(
            r => (r.By, Convert.ToHexString(r.MatchHash!)),
            r => Read(r.Json)
        );
        var pairs = (await host.ResponsesAsync(id, WaveStage.Before))
            .Select(r => Convert.ToHexString(r.MatchHash!))
            .Select(hash =>
                (
                    Manager: later[(ResponseBy.Manager, hash)].SingleOrDefault(),
                    Own: later[(ResponseBy.Respondent, hash)].SingleOrDefault()
                )
            )
            .Where(pair =>
                pair.Manager?.ContainsKey(rated) == true
                && pair.Own is not null
                && (own is null || pair.Own.ContainsKey(own))
            )
            .ToList();
        Assert.InRange(pairs.Count, 80, 200);

        var ledger = await host.LedgerAsync(id);
        Check(ReleaseWords.ByManagers(rated), pairs.Select(pair => pair.Manager![rated]));
        if (own is not null)
        {
            Check(ReleaseWords.OfTheRated(rated), pairs.Select(pair => pair.Own![own]));
        }

        void Check(string name, IEnumerable<string> given)
        {
            var table = ledger.Find(ReleaseWords.Answers(name))!;
            Assert.Equal(Five(pairs.Count), table.Total.Total.Rounded);
            Assert.Contains(table.Total.Counts, count => !count.IsHidden);
            foreach (var (answer, count) in table.Answers.Zip(table.Total.Counts))
            {
                if (count.Rounded is { } rounded)
                {
                    Assert.Equal(Five(given.Count(a => a == answer)), rounded);
                }
            }
        }
    }

    private static double? Talk(Dictionary<string, string> answers)
    {
        var tasks = new[] { "talk_1a", "talk_1b", "talk_2a", "talk_2b", "talk_3a", "talk_3b" };
        return tasks.All(answers.ContainsKey)
            ? tasks.Average(task =>
                double.Parse(answers[task], System.Globalization.CultureInfo.InvariantCulture)
            )
            : null;
    }

    private static int Five(int people) => (int)Math.Floor(people / 5.0 + 0.5) * 5;

    private static (double Lower, double Upper) Wilson(double p, double n)
    {
        var middle = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        var half = Z / (1 + Z * Z / n) * Math.Sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return (middle - half, middle + half);
    }

    private async Task<List<Dictionary<string, string>>> AnswersAsync(Guid id, WaveStage stage) =>
        [.. (await host.ResponsesAsync(id, stage)).Select(r => Read(r.Json))];

    /// <summary>The code of every answer by linkId, read as plain JSON.</summary>
    private static Dictionary<string, string> Read(string json)
    {
        var answers = new Dictionary<string, string>();
        using var document = JsonDocument.Parse(json);
        Walk(document.RootElement);
        return answers;

        void Walk(JsonElement element)
        {
            if (element.TryGetProperty("answer", out var answer))
            {
                answers[element.GetProperty("linkId").GetString()!] = answer[0]
                    .GetProperty("valueCoding")
                    .GetProperty("code")
                    .GetString()!;
            }

            if (element.TryGetProperty("item", out var items))
            {
                foreach (var item in items.EnumerateArray())
                {
                    Walk(item);
                }
            }
        }
    }
}
