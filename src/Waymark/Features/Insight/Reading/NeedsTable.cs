using System.Text.Json;
using Waymark.Content.Reference;
using Waymark.Content.Surveys;
using Waymark.Features.Insight.Releasing;
using Waymark.Features.Surveys.Codebook;
using Waymark.Statistics;
using Waymark.Statistics.Disclosure;

namespace Waymark.Features.Insight.Reading;

/// <summary>One need: a question and the answer that shows it.</summary>
/// <param name="Question">The question's name.</param>
/// <param name="Topic">What it asks about; the same as in the study of 2014.</param>
/// <param name="Label">What people read.</param>
/// <param name="Caveat">What must be said beside every figure of it, or null.</param>
/// <param name="All">Everybody in the tables; null where there are too few to say.</param>
/// <param name="Cells">One for each group of the table; null likewise.</param>
/// <param name="Weighted">Everybody, weighted by sector; null where that cannot be had.</param>
public sealed record Need(
    string Question,
    string? Topic,
    string Label,
    string? Caveat,
    Figure? All,
    IReadOnlyList<Figure?> Cells,
    Figure? Weighted
);

/// <summary>Needs by group, read from released tables and nothing else. Pure.</summary>
/// <param name="Groups">The columns.</param>
/// <param name="Needs">The rows.</param>
public sealed record NeedsTable(IReadOnlyList<PeopleGroup> Groups, IReadOnlyList<Need> Needs)
{
    /// <summary>Whether anything can be said at all.</summary>
    public bool HasFigures =>
        Needs.Any(need => need.All is not null || need.Cells.Any(c => c is not null));

    /// <summary>Reads.</summary>
    /// <param name="ledger">What was released.</param>
    /// <param name="questions">The questions of the survey.</param>
    /// <param name="study">The study of 2014, for its words.</param>
    /// <param name="by">The variable of the columns.</param>
    /// <param name="groups">The groups there are of it.</param>
    /// <param name="population">How many people work in each sector; empty where that is not known.</param>
    public static NeedsTable Of(
        ReleaseLedger ledger,
        InsightQuestions questions,
        ReferenceStudy study,
        string by,
        IReadOnlyList<PeopleGroup> groups,
        IReadOnlyDictionary<string, double> population
    )
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(questions);
        ArgumentNullException.ThrowIfNull(groups);
        return new(
            groups,
            [
                .. questions.YesOrNo.Select(question =>
                    NeedOf(ledger, question, study, by, groups, population)
                ),
            ]
        );
    }

    /// <summary>The populations written in an evaluation, by sector's code.</summary>
    public static IReadOnlyDictionary<string, double> PopulationOf(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, double>>(json) ?? [];

    private static Need NeedOf(
        ReleaseLedger ledger,
        SurveyColumn question,
        ReferenceStudy study,
        string by,
        IReadOnlyList<PeopleGroup> groups,
        IReadOnlyDictionary<string, double> population
    )
    {
        var isBetter = question.Question.Direction == SurveyDirection.HigherIsBetter;
        var shows = question.Question.Answers.Single(a => a.Label == (isBetter ? "No" : "Yes"));
        var table = ledger.Find(ReleaseWords.Answers(question.Name, by));
        var answer = table?.Answers.IndexOf(shows.Code) ?? -1;
        Figure? Share(ReleasedRow? row) =>
            row is not null && table!.Share(row, answer) is { } share ? Figure.Of(share) : null;
        return new(
            question.Name,
            question.Question.Topic,
            study.Figures.FirstOrDefault(f => f.Topic == question.Question.Topic)?.Label
                ?? $"{question.Wording} {shows.Label}",
            question.Question.Caveat,
            Share(table?.Total),
            [
                .. groups.Select(group =>
                    Share(table?.Rows.FirstOrDefault(row => row.Labels[0] == group.Code))
                ),
            ],
            table is not null && by == ReleaseWords.Sector
                ? Weighted(table, answer, population)
                : null
        );
    }

    /// <summary>Only where the population of every sector in the table is known.</summary>
    private static Figure? Weighted(
        ReleasedTable table,
        int answer,
        IReadOnlyDictionary<string, double> population
    )
    {
        var sizes = table.Rows.ToDictionary(
            row => row.Labels[0],
            row => population.GetValueOrDefault(row.Labels[0])
        );
        return
            sizes.Count > 1
            && Population.Create(sizes).Value is { } known
            && StandardisedShare.Of(table, known, answer) is { } weighted
            ? Figure.Of(weighted)
            : null;
    }
}
