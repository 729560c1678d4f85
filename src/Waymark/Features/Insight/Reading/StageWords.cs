using Waymark.Features.Insight.Charts;
using Waymark.Features.Insight.Releasing;

namespace Waymark.Features.Insight.Reading;

/// <summary>The stages and the way people take through them, in words. Pure.</summary>
public static class StageWords
{
    /// <summary>What stands beside every change.</summary>
    public const string NoCause =
        "Nobody was compared who did not take the course. So the figures say what was different later; they cannot say why.";

    /// <summary>A stage's name as a heading.</summary>
    public static string Title(string stage) =>
        stage switch
        {
            ReleaseWords.StraightAfter => "Straight after the course",
            ReleaseWords.FollowUp => "Six to eight weeks later",
            _ => "Before the course",
        };

    /// <summary>The boxes of the flow.</summary>
    public static IReadOnlyList<FlowBox> Boxes(ReleasedFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        double first = figures.Flow[0].Answered ?? 0;
        return
        [
            .. figures.Flow.Select(
                (stage, i) =>
                    new FlowBox(
                        Title(stage.Stage),
                        i == 0
                            ? [$"{FigureWords.CountOrFew(stage.Answered)} answered"]
                            :
                            [
                                $"{FigureWords.CountOrFew(stage.Answered)} answered",
                                $"{FigureWords.CountOrFew(stage.Matched)} matched to an answer before",
                            ],
                        first > 0
                            ? Math.Clamp((i == 0 ? first : stage.Matched ?? 0) / first, 0, 1)
                            : 0
                    )
            ),
        ];
    }

    /// <summary>A score's change in a sentence that claims no cause.</summary>
    public static string Sentence(ScoreChange change, string laterWords)
    {
        ArgumentNullException.ThrowIfNull(change);
        if (change is not { Before: { } before, After: { } after, Change: { } difference })
        {
            return FigureWords.TooFew;
        }

        var told =
            difference.Lower <= 0 && difference.Upper >= 0
                ? "no difference that stands out from chance"
                : $"{FigureWords.Score(Math.Abs(difference.Value))} points {(difference.Value > 0 ? "higher" : "lower")} later";
        return $"About {FigureWords.Count(difference.People)} people: {FigureWords.Score(before.Value)} before, {FigureWords.Score(after.Value)} {laterWords}; {told}.";
    }
}
