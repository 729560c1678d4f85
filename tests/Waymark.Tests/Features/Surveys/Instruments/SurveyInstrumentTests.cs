using Waymark.Content.Surveys;
using Waymark.Features.Surveys.Codebook;
using Waymark.Instruments;
using Waymark.Tests.Content;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Instruments;

/// <summary>What the four surveys promise to those who analyse them.</summary>
public sealed class SurveyInstrumentTests
{
    private static readonly EvaluationContext s_moment = new(
        new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero)
    );

    public static TheoryData<string> Names =>
        [
            .. ContentFolders
                .Library.Instruments.Where(folder => folder.Kind == "surveys")
                .Select(folder => folder.Name)
                .Distinct(),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void EverySurvey_AsksForSectorOrAgencyAndRole(string name)
    {
        var columns = SurveyColumns.Of(Survey(name));

        Assert.True(columns.IndexOf(columns.Grouping) >= 0);
        Assert.True(columns.IndexOf("role") >= 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void EverySurvey_NothingIsRequired(string name) =>
        Assert.DoesNotContain(Survey(name).All, item => item.Required);

    [Theory]
    [MemberData(nameof(Names))]
    public void EverySurvey_EveryQuestion_StandsInThePageOfOneGroup(string name) =>
        Assert.All(
            SurveyReading.Of(Survey(name)).Questions.Where(question => !question.Item.Hidden),
            question => Assert.Equal(ItemType.Group, question.Item.Parent?.Type)
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void EverySurvey_SaysWhatMustBeSaidBesideItsFigures(string name) =>
        Assert.Contains("StructureDefinition/caveat", Survey(name).Json, StringComparison.Ordinal);

    [Fact]
    public void Bridge_SixTopics_AreMarkedAsNotTheOriginal()
    {
        var bridge = SurveyReading.Of(Survey("workforce-bridge-2014")).Questions;

        Assert.Equal(
            [
                "confident_assess",
                "trained_assess",
                "value_assess",
                "confident_assist",
                "trained_recovery",
                "value_recovery",
            ],
            bridge
                .Where(question => question.Caveat == "bridge, not the original instrument")
                .Select(question => question.LinkId)
        );
        Assert.Equal(
            ["confident_assess_scale", "confident_assist_scale"],
            bridge
                .Where(question => question.Measure == SurveyMeasure.Scale)
                .Select(question => question.LinkId)
        );
        Assert.Equal(4, bridge.Count(question => question.Topic == "case-type"));
    }

    [Fact]
    public void SelfEfficacy_ElevenDomains_HaveTwoTasksOfEachLevel()
    {
        var tasks = SurveyReading
            .Of(Survey("workforce-self-efficacy"))
            .Questions.Where(question => question.Topic == "self-efficacy")
            .ToList();

        Assert.Equal(66, tasks.Count);
        Assert.Equal(11, tasks.Select(task => task.Domain).Distinct().Count());
        Assert.All(
            tasks.GroupBy(task => (task.Domain, task.Level)),
            group => Assert.Equal(2, group.Count())
        );
        Assert.All(
            tasks,
            task =>
                Assert.Equal(
                    Enumerable.Range(0, 11).Select(step => (short)(step * 10)),
                    task.Answers.Select(answer => answer.Number)
                )
        );
    }

    [Fact]
    public void SelfEfficacy_BeginsWithAPracticeQuestion() =>
        Assert.Equal(
            "practice",
            SurveyReading.Of(Survey("workforce-self-efficacy")).Questions[0].Topic
        );

    [Fact]
    public void SelfEfficacy_Words_CanBeReadWithinTheTenMinutes()
    {
        // 200 words a minute, and four seconds to choose each answer.
        var survey = Survey("workforce-self-efficacy");
        var words = survey.All.Sum(item => item.Text.Split(' ').Length);
        var questions = survey.All.Count(item => item.IsQuestion);

        Assert.InRange(words / 200.0 + questions * 4 / 60.0, 0, 10);
    }

    [Theory]
    [InlineData("respondent", "used_learning", "mgr_talked")]
    [InlineData(null, "used_learning", "mgr_talked")]
    [InlineData("manager", "mgr_talked", "used_learning")]
    public void PracticeImpact_AsksEachSideItsOwn(string? by, string asked, string notAsked)
    {
        var form = Form.Start(Survey("workforce-practice-impact"), s_moment);
        if (by is not null)
        {
            var option = form
                .Instrument.Find("answered_by")!
                .Options.Single(option => option.Value is CodingAnswer coding && coding.Code == by);
            Assert.True(form.SetByApplication("answered_by", [option.Value]).Accepted);
        }

        Assert.True(form.IsEnabled(asked));
        Assert.False(form.IsEnabled(notAsked));
    }

    [Fact]
    public void PracticeImpact_ConfidenceQuestions_AreThoseOfTheBridge()
    {
        // The checker holds them to the same words; here they are all there.
        var columns = SurveyColumns.Of(Survey("workforce-practice-impact"));

        Assert.All(
            [
                "confident_assess",
                "confident_assess_scale",
                "confident_assist",
                "confident_assist_scale",
            ],
            name => Assert.True(columns.IndexOf(name) >= 0)
        );
    }

    [Fact]
    public void VignetteRating_CaseIsToldAsTheCaseStudyTellsIt()
    {
        var study = ContentFolders.Library.CaseStudies.Single(study => study.Id == "v05");

        Assert.Equal(
            study.Narrative,
            Survey("vignette-rating")
                .All.Where(item =>
                    item.LinkId.StartsWith("case_", StringComparison.Ordinal)
                    && item.LinkId != "case_note"
                )
                .Select(item => item.Text)
        );
    }

    private static Instrument Survey(string name) =>
        ContentFolders.Library.Newest("surveys", name)!.Instrument;
}
