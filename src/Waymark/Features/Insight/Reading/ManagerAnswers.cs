using Waymark.Features.Insight.Releasing;
using Waymark.Statistics.Disclosure;

namespace Waymark.Features.Insight.Reading;

/// <summary>What managers answered about people, beside what the same people said of their own work. From released tables alone. Pure.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Rows">Each answer with the shares that gave it; empty where there are too few to say.</param>
public sealed record ManagerAnswers(ManagerQuestion Question, IReadOnlyList<ManagerAnswerRow> Rows)
{
    /// <summary>What stands beside every figure of managers.</summary>
    public const string Caveat =
        "Managers know whom they rate, knew of the course, and were asked to answer together with their colleague. So their answer is another view of the same work, not a measurement, and it does not check what people say of themselves.";

    /// <summary>Reads.</summary>
    public static ManagerAnswers Of(ReleaseLedger ledger, ManagerQuestion question)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(question);
        var managers = ledger.Find(ReleaseWords.Answers(ReleaseWords.ByManagers(question.Name)));
        var own = ledger.Find(ReleaseWords.Answers(ReleaseWords.OfTheRated(question.Name)));
        var rows = question
            .Answers.Select(answer => new ManagerAnswerRow(
                answer.Label,
                Share(own, answer.Code),
                Share(managers, answer.Code)
            ))
            .ToList();
        return new(
            question,
            rows.TrueForAll(row => row is { Own: null, Managers: null }) ? [] : rows
        );
    }

    private static Figure? Share(ReleasedTable? table, string code) =>
        table is not null
        && table.Answers.IndexOf(code) is var place and >= 0
        && table.Share(table.Total, place) is { } share
            ? Figure.Of(share)
            : null;
}

/// <summary>One answer.</summary>
/// <param name="Answer">Its words.</param>
/// <param name="Own">The share of the rated people who gave it about their own work; null where they were not asked or there are too few to say.</param>
/// <param name="Managers">The share of their managers who gave it; null where there are too few to say.</param>
public sealed record ManagerAnswerRow(string Answer, Figure? Own, Figure? Managers);
