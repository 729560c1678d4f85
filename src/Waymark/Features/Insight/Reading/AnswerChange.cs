using Waymark.Features.Insight.Releasing;
using Waymark.Features.Surveys.Codebook;
using Waymark.Statistics;
using Waymark.Statistics.Disclosure;

namespace Waymark.Features.Insight.Reading;

/// <summary>
/// How the same people's yes or no changed, worked out from a released table and nothing else: its counts are rounded, and so is all that follows.
/// </summary>
/// <param name="Question">The question's name.</param>
/// <param name="Wording">Its words.</param>
/// <param name="Later">The variable of the later stage.</param>
/// <param name="Before">The share that said yes before.</param>
/// <param name="After">The share that said yes later.</param>
/// <param name="Difference">Later less before, with Newcombe's interval for pairs.</param>
/// <param name="NoThenYes">How many went from no to yes.</param>
/// <param name="YesThenNo">How many went from yes to no.</param>
/// <param name="Test">McNemar's test.</param>
/// <param name="NotMatched">The share that said yes before, of those who are not matched; null where too few are.</param>
public sealed record AnswerChange(
    string Question,
    string Wording,
    string Later,
    Figure Before,
    Figure After,
    Figure Difference,
    int NoThenYes,
    int YesThenNo,
    SignificanceTest Test,
    Figure? NotMatched
)
{
    /// <summary>Reads; null where there are too few to say.</summary>
    public static AnswerChange? Of(ReleaseLedger ledger, SurveyColumn question, string later)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(question);
        if (ledger.Find(ReleaseWords.Answers(question.Name, later)) is not { } table)
        {
            return null;
        }

        string Code(string label) =>
            question.Question.Answers.Single(answer => answer.Label == label).Code;
        var (yes, no) = (Code("Yes"), Code("No"));
        int? Count(string now, string then) =>
            table
                .Rows.FirstOrDefault(row => row.Labels[0] == then)
                ?.Counts[table.Answers.IndexOf(now)]
                .Rounded;
        if (
            Count(yes, yes) is not { } yesBoth
            || Count(yes, no) is not { } yesThenNo
            || Count(no, yes) is not { } noThenYes
            || Count(no, no) is not { } noBoth
            || PairedTally.Create(yesBoth, yesThenNo, noThenYes, noBoth).Value is not { } pairs
            || pairs.Count < table.Policy.SmallestPercentageBase
        )
        {
            return null;
        }

        var others = table.Rows.FirstOrDefault(row => row.Labels[0] == ReleaseWords.None);
        return new(
            question.Name,
            question.Wording,
            later,
            Share(yesBoth + yesThenNo, noThenYes + noBoth),
            Share(yesBoth + noThenYes, yesThenNo + noBoth),
            Figure.Of(NewcombeDifference.Paired(pairs)),
            noThenYes,
            yesThenNo,
            McNemar.Test(pairs),
            others is not null && table.Share(others, table.Answers.IndexOf(yes)) is { } share
                ? Figure.Of(share)
                : null
        );
    }

    /// <summary>In a sentence that claims no cause.</summary>
    public string Sentence(string laterWords) =>
        $"Of about {FigureWords.Count(Difference.People)} people who answered both times, {FigureWords.Percent(Before.Value)} said yes before and {FigureWords.Percent(After.Value)} {laterWords}: {Compared}";

    private string Compared =>
        Difference.Lower <= 0 && Difference.Upper >= 0
            ? "no difference that stands out from chance."
            : $"{FigureWords.Percent(Math.Abs(Difference.Value)).TrimEnd('%')} points {(Difference.Value > 0 ? "higher" : "lower")} later.";

    private static Figure Share(int yes, int no) =>
        Figure.Of(WilsonScore.Proportion(Tally.Create(yes, no).Value!));
}
