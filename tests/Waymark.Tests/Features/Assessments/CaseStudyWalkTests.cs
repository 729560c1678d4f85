using System.Net;
using System.Text.RegularExpressions;
using Waymark.Content;
using Waymark.Features.Assessments.Decide;
using Waymark.Features.Assessments.Formulate;
using Waymark.Features.Children;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Assessments;

/// <summary>Every case study through the real host, from start to document, as a practitioner would type it.</summary>
public sealed class CaseStudyWalkTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    public static TheoryData<int> Numbers => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Numbers))]
    public async Task Walk_CaseStudy_EveryEssentialActionAppearsWithItsUrgencyAndNothingUnsafe(
        int number
    )
    {
        var study = host.Library().CaseStudies.Single(s => s.Number == number);
        using var visitor = await host.SignInAsync("priya.nair");
        var walk = await StartAsync(visitor, study);

        var sheet = await walk.GetAsync("/act-now");
        var formulation = await walk.GetAsync("/formulation");

        var rules = host.Library()
            .Instruments.SelectMany(f => f.Rules?.Rules ?? [])
            .ToLookup(r => r.Id);
        Assert.All(
            study.Essential.SelectMany(e =>
                e.Rules.Select(id => (Rule: rules[id].First(), e.Urgency))
            ),
            essential =>
                Assert.Contains(
                    RuleFacts.Of(essential.Rule)!.Kind == RuleKind.DoNot
                        ? essential.Rule.Title
                        : $"{UrgencyWords(essential.Urgency)}: {essential.Rule.Title}.",
                    formulation.Words,
                    StringComparison.Ordinal
                )
        );
        var suggested = sheet
            .Document.QuerySelectorAll(".wm-steps__step h3, .wm-steps__step h3 + p")
            .Concat(formulation.Document.QuerySelectorAll("#suggested li"))
            .Select(e => e.TextContent)
            .ToList();
        Assert.NotEmpty(suggested);
        Assert.All(
            study.Unsafe.SelectMany(u => u.MustNotMatch),
            pattern =>
                Assert.DoesNotContain(
                    suggested,
                    text => Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase)
                )
        );
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Walk_CaseTypesOfTheStudy_EndInAReferralAFrontDoorWouldAccept(int number)
    {
        var study = host.Library().CaseStudies.Single(s => s.Number == number);
        using var visitor = await host.SignInAsync("priya.nair");
        var walk = await StartAsync(visitor, study);
        await walk.AnswerAsync(
            "/formulation",
            ("WhatIsHappening", "Written by the practitioner"),
            ("LevelOfConcern", nameof(LevelOfConcern.SignificantHarm)),
            ("Reasons", "What the child said"),
            ("Sureness", nameof(Sureness.High))
        );
        var decided = await walk.AnswerAsync(
            "/decision",
            ("Kind", nameof(DecisionKind.Refer)),
            ("SentTo", "Children’s social care front door and the police"),
            ("Requests", "A strategy discussion today"),
            ("LawfulBasis", nameof(LawfulBasis.PublicTask)),
            ("Consent", nameof(Consent.NotAskedUnsafe)),
            ("ConsentReasons", "The person may be warned"),
            ("WhatIsShared", "The whole record"),
            ("Reasons", "Reason to suspect significant harm")
        );
        Assert.Equal(HttpStatusCode.Redirect, decided.Status);

        var document = await walk.GetAsync("/decision/document");
        var word = await walk.GetAsync("/decision/document?handler=word");

        foreach (
            var part in new[]
            {
                "The child’s own words",
                "What is not known",
                "Written by the practitioner",
                "Seriously concerned: reason to suspect significant harm",
                "A strategy discussion today",
                "Public task",
                "The person may be warned",
            }
        )
        {
            Assert.Contains(part, document.Words, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, word.Status);
        Assert.Equal(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            word.Response.Content.Headers.ContentType!.MediaType
        );
    }

    [Fact]
    public async Task Walk_BenignConcern_EndsInNotReferringWithADayAndWithoutAlarm()
    {
        var study = host.Library().CaseStudies.Single(s => s.Number == 0);
        using var visitor = await host.SignInAsync("megan.hughes");
        var walk = await StartAsync(visitor, study);

        var formulation = await walk.GetAsync("/formulation");
        Assert.Contains(
            "No answer points to a sign of harm",
            formulation.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "No answer points to a risk from a person",
            formulation.Words,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "999",
            string.Concat(
                formulation.Document.QuerySelectorAll("#suggested li").Select(e => e.TextContent)
            ),
            StringComparison.Ordinal
        );
        var withoutDay = await walk.AnswerAsync(
            "/decision",
            ("Kind", nameof(DecisionKind.DoNotRefer)),
            ("WhoWasAsked", "Tom Beckett, head of year 9"),
            ("Reasons", "The game has no chat")
        );
        Assert.Equal(["Enter the date when you will look again"], withoutDay.Errors);
        var decided = await withoutDay.SubmitAsync(
            visitor,
            "main form",
            ("LookAgain.DayOfMonth", "8"),
            ("LookAgain.Month", "12"),
            ("LookAgain.Year", "2026")
        );
        Assert.Equal(HttpStatusCode.Redirect, decided.Status);

        var document = await walk.GetAsync("/decision/document");
        Assert.Contains("8 December 2026", document.Words, StringComparison.Ordinal);
        Assert.Contains(
            "look again on 8 December 2026",
            (await walk.GetAsync("")).Words,
            StringComparison.Ordinal
        );
    }

    private async Task<RecordWalk> StartAsync(Visitor visitor, CaseStudy study)
    {
        var walk = await RecordWalk.StartAsync(
            host,
            visitor,
            $"CASE-{study.Number}-{Guid.NewGuid().ToString("N")[..6]}",
            (AgeBands.FromCode(study.AgeBand) ?? AgeBand.NotKnown).Code(),
            study.Title
        );
        await walk.AnswerSafetyCheckAsync(study.SafetyCheck);
        await walk.AnswerAssessmentAsync(study.Assessment);
        return walk;
    }

    private static string UrgencyWords(Urgency urgency) =>
        urgency switch
        {
            Urgency.Now => "Now",
            Urgency.Today => "Today",
            Urgency.ThisWeek => "This week",
            Urgency.Consider => "Consider",
        };
}
