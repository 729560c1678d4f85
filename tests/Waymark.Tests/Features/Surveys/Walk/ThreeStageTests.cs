using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Features.Accounts;
using Waymark.Features.Surveys;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Walk;

public sealed class ThreeStageTests
{
    private const int People = 12;

    [Fact]
    public async Task Evaluation_OfThreeStages_InvitesRemindsMatchesAndEnds()
    {
        using var host = new WaymarkHost();
        var random = new Random(2);
        var walk = await SurveyWalk.StartThreeAsync(host);
        await walk.InviteAsync([
            "Name,Email,Manager email",
            .. Enumerable
                .Range(1, People)
                .Select(i => $"Person {i},p{i}@heron.example,m{i}@heron.example"),
        ]);
        var before = await SurveyWalk.LettersAsync(host, People);
        Assert.Equal(
            Enumerable.Range(1, People).Select(i => $"p{i}@heron.example").Order(),
            before.Select(l => l.To).Order()
        );
        await SurveyWalk.RoundAsync(host);
        Assert.Empty(SurveyWalk.TakeLetters(host));

        foreach (var (_, _, link) in before.Take(11))
        {
            Assert.Equal(
                "/surveys/answered",
                (await SurveyWalk.AnswerAsync(host, link, random)).RedirectedTo
            );
        }
        Assert.Contains(
            "At least 10 so far",
            (await walk.OverviewAsync()).Words,
            StringComparison.Ordinal
        );

        // The reminder before the end of the first stage goes to the one who has not answered.
        host.Pass(TimeSpan.FromDays(7));
        var reminded = Assert.Single(await SurveyWalk.LettersAsync(host, 1));
        Assert.Equal(before[11].To, reminded.To);
        Assert.Equal(before[11].Link, reminded.Link);
        Assert.StartsWith("Reminder", reminded.Subject, StringComparison.Ordinal);

        // The day of the course: the first stage closes by itself and the second begins.
        host.Pass(TimeSpan.FromDays(3));
        var after = await SurveyWalk.LettersAsync(host, People);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await SurveyWalk.AnswerAsync(host, before[11].Link, random)).Status
        );
        foreach (var (_, _, link) in after.Take(10))
        {
            await SurveyWalk.AnswerAsync(host, link, random);
        }

        // Six weeks later, with the managers.
        host.Pass(TimeSpan.FromDays(42));
        var last = await SurveyWalk.LettersAsync(host, 2 * People);
        foreach (var (_, _, link) in last)
        {
            Assert.Equal(
                "/surveys/answered",
                (await SurveyWalk.AnswerAsync(host, link, random)).RedirectedTo
            );
        }
        host.Pass(TimeSpan.FromDays(15));
        await SurveyWalk.RoundAsync(host);

        var (responses, invitations, waves) = await host.ReadAsync(
            AgencyKind.Council,
            async db =>
            {
                var waves = await db.Waves.Where(w => w.EvaluationId == walk.Id).ToListAsync();
                var ids = waves.ConvertAll(w => w.Id);
                return (
                    await db.SurveyResponses.Where(r => ids.Contains(r.WaveId)).ToListAsync(),
                    await db.Invitations.Where(i => ids.Contains(i.WaveId)).ToListAsync(),
                    waves.ToDictionary(w => w.Stage)
                );
            }
        );
        Assert.All(waves.Values, w => Assert.NotNull(w.ClosedAt));
        Assert.Equal(11 + 10 + 2 * People, responses.Count);
        Assert.Equal(11 + 10 + 2 * People, invitations.Count(i => i.IsAnswered));
        HashSet<string> Hashes(WaveStage stage, ResponseBy by) =>
            [
                .. responses
                    .Where(r => r.WaveId == waves[stage].Id && r.By == by)
                    .Select(r => Convert.ToHexString(r.MatchHash!)),
            ];
        Assert.Equal(11, Hashes(WaveStage.Before, ResponseBy.Respondent).Count);
        Assert.Subset(
            Hashes(WaveStage.FollowUp, ResponseBy.Respondent),
            Hashes(WaveStage.Before, ResponseBy.Respondent)
        );
        Assert.Subset(
            Hashes(WaveStage.FollowUp, ResponseBy.Manager),
            Hashes(WaveStage.StraightAfter, ResponseBy.Respondent)
        );
        Assert.All(
            responses,
            r =>
            {
                Assert.DoesNotContain("authored", r.Json, StringComparison.Ordinal);
                Assert.Equal(DayOfWeek.Monday, r.Week.DayOfWeek);
                Assert.Equal(4, r.Id.Version);
            }
        );

        // Weeks later the training lead has to sign in again.
        await walk.Lead.SignInAsync("dai.probert");
        var overview = await walk.OverviewAsync();
        Assert.Contains("Answered the first stage too", overview.Words, StringComparison.Ordinal);
        var ended = await (await walk.Lead.GetAsync($"/surveys/{walk.Id}/end")).SubmitAsync(
            walk.Lead,
            "#main-content form"
        );
        Assert.Equal($"/surveys/{walk.Id}?done=ended", ended.RedirectedTo);
        Assert.False(File.Exists(Path.Combine(host.Folder, "keys", "surveys", $"{walk.Id}.key")));
        var kinds = await host.ReadAsync(
            AgencyKind.Council,
            db =>
                db.Events.Where(e => e.SubjectId == walk.Id)
                    .OrderBy(e => e.Number)
                    .Select(e => e.Kind)
                    .ToListAsync()
        );
        Assert.Equal("evaluation-started", kinds[0]);
        Assert.Equal("evaluation-ended", kinds[^1]);
        Assert.Equal(3, kinds.Count(k => k == "invitations-sent"));
        Assert.Equal(3, kinds.Count(k => k == "wave-closed"));
    }
}
