using Waymark.Content.Reference;
using Xunit;

namespace Waymark.Tests.Content;

/// <summary>The figures of the 2014 study are those of the dossier, and what was not found stays so.</summary>
public sealed class ReferenceStudyTests
{
    private static readonly ReferenceStudy s_study = ContentFolders.Library.Studies.Single(study =>
        study.Id == "study-2014"
    );

    [Theory]
    [InlineData("not-confident-assessing", 62, 429, 58.3, 65.5)]
    [InlineData("not-confident-assisting", 54, 374, 50.3, 57.7)]
    [InlineData("untrained-assessing", 70, 484, 66.5, 73.3)]
    [InlineData("value-assessing", 96.5, 668, 94.9, 97.6)]
    [InlineData("untrained-recovery", 81.1, 561, 78.0, 83.8)]
    [InlineData("value-recovery", 94, 650, 92.0, 95.5)]
    public void Study2014_Figures_AreThosePublished(
        string id,
        double percent,
        int count,
        double lower,
        double upper
    )
    {
        var figure = s_study.Figures.Single(figure => figure.Id == id);

        Assert.Equal((decimal)percent, figure.Percent);
        Assert.Equal(FigureStatus.Published, figure.Status);
        Assert.Equal(new DerivedFigure(count, (decimal)lower, (decimal)upper), figure.Derived);
    }

    [Fact]
    public void Study2014_Sectors_AreCountsWithTheUnallocatedTen()
    {
        Assert.Equal(
            [("childrens-services", 231), ("health", 278), ("education", 173)],
            s_study.Sectors.Select(sector => (sector.Code, sector.Count))
        );
        Assert.Equal((692, 10), (s_study.Respondents, s_study.Unallocated));
    }

    [Fact]
    public void Study2014_WhatWasNotPublished_IsListedAsNotFound() =>
        Assert.Equal(
            [
                "response-rate",
                "sector-percentages",
                "question-wording",
                "response-options",
                "item-non-response",
            ],
            s_study.NotFound.Select(entry => entry.Id)
        );

    [Fact]
    public void FollowUps_HaveNoFiguresBecauseNoneWereSeen() =>
        Assert.All(
            ContentFolders.Library.Studies.Where(study => study != s_study),
            study =>
            {
                Assert.Empty(study.Figures);
                Assert.NotEmpty(study.NotFound);
            }
        );

    [Fact]
    public void Study2014_Topics_AreThoseOfTheBridge()
    {
        var bridge = Waymark
            .Content.Surveys.SurveyReading.Of(
                ContentFolders.Library.Newest("surveys", "workforce-bridge-2014")!.Instrument
            )
            .Questions;

        Assert.Superset(
            s_study.Figures.Select(figure => figure.Topic).ToHashSet(),
            bridge.Select(question => question.Topic!).ToHashSet()
        );
        Assert.Superset(
            s_study.CaseTypes.Select(type => type.Topic).ToHashSet(),
            bridge.Select(question => question.LinkId).ToHashSet()
        );
    }

    [Fact]
    public void Denominators_KnowWhatWasFoundAndNothingElse()
    {
        var denominators = ContentFolders.Library.Denominators;

        Assert.Equal(38292, denominators.Find("child-family-social-workers", "headcount"));
        Assert.Equal(513400, denominators.Find("state-school-teachers", "headcount"));
        Assert.Null(denominators.Find("health-visitors", "headcount"));
    }
}
