using Waymark.Content.Surveys;
using Waymark.Features.Surveys.Codebook;

namespace Waymark.Features.Surveys.Export;

/// <summary>The variables of an export that are no questions, in their order.</summary>
public static class LeadingVariables
{
    /// <summary>Wave, side, week, weight.</summary>
    public static IReadOnlyList<CodebookVariable> All { get; } =
    [
        new(
            "wave",
            "Which asking this is",
            "Which asking of the survey the row belongs to.",
            CodebookFormat.WholeNumber,
            SurveyMeasure.Ordinal,
            [
                new(0, "The only wave"),
                new(1, "Before the course"),
                new(2, "Straight after the course"),
                new(3, "Six to eight weeks later"),
            ],
            []
        ),
        new(
            "rated_by",
            "Who answered",
            "Whether the person themselves answered or their manager.",
            CodebookFormat.WholeNumber,
            SurveyMeasure.Nominal,
            [new(1, "Respondent"), new(2, "The respondent’s manager")],
            []
        ),
        new(
            "week",
            "The Monday of the week of the answer",
            "The Monday of the week in which the answers were sent; empty where too few people of the same sector (or agency) and role share it.",
            CodebookFormat.Day,
            SurveyMeasure.Scale,
            [],
            []
        ),
        new(
            "weight",
            "Weight by sector",
            "Post-stratification weight by sector within the wave and the side that answered: share of the population over share of the rows, between 0.3 and 3, mean 1. Empty where the population of the row’s sector was not given. It describes; it does not cure that people chose to answer.",
            CodebookFormat.Fraction,
            SurveyMeasure.Scale,
            [],
            []
        ),
    ];

    /// <summary>The number of a wave.</summary>
    public static int NumberOf(WaveStage stage) =>
        stage switch
        {
            WaveStage.Only => 0,
            WaveStage.Before => 1,
            WaveStage.StraightAfter => 2,
            WaveStage.FollowUp => 3,
        };
}
