using Waymark.Content.Surveys;
using Waymark.Features.Surveys.Codebook;

namespace Waymark.Features.Insight.Releasing;

/// <summary>What the results of a survey are made of: its questions sorted by what may be done with them. Pure.</summary>
public sealed class InsightQuestions
{
    private static readonly HashSet<string> s_people =
    [
        SurveyColumns.Sector,
        NamedAgencies.Question,
        "role",
    ];

    private InsightQuestions(SurveyColumns columns)
    {
        ByAgency = columns.Grouping == NamedAgencies.Question;
        var choices = columns.Where(column =>
            column.Kind == SurveyColumnKind.Choice
            && !column.Question.Item.Hidden
            && !s_people.Contains(column.Name)
        );
        YesOrNo = [.. choices.Where(IsYesOrNo)];
        // Items that were rated on one scale: the largest set of ordered answers.
        Rated =
            choices
                .Where(column =>
                    column.Question.Measure == SurveyMeasure.Ordinal && !IsYesOrNo(column)
                )
                .GroupBy(column => string.Join('|', column.Values.Select(value => value.Label)))
                .Select(group => group.ToList())
                .Where(group => group.Count >= 3)
                .MaxBy(group => group.Count)
            ?? [];
        var scales = columns
            .Where(column => column.Kind == SurveyColumnKind.Scale && !column.Question.Item.Hidden)
            .ToList();
        Domains =
        [
            .. scales
                .Where(column => column.Question.Domain is not null)
                .GroupBy(column => column.Question.Domain!)
                .Select(group => new InsightDomain(group.Key, [.. group])),
        ];
        Scales =
        [
            .. scales.Where(column =>
                column.Question.Domain is null
                && column.Question.Topic is { } topic
                && topic != "practice"
            ),
        ];
    }

    /// <summary>Whether people are told apart by the agency they work for, and not by sector.</summary>
    public bool ByAgency { get; }

    /// <summary>Questions answered yes or no: the table of needs.</summary>
    public IReadOnlyList<SurveyColumn> YesOrNo { get; }

    /// <summary>Items that everybody rated on one ordered scale: agreement; empty where there are fewer than three.</summary>
    public IReadOnlyList<SurveyColumn> Rated { get; }

    /// <summary>Domains of self-efficacy, each the mean of its tasks.</summary>
    public IReadOnlyList<InsightDomain> Domains { get; }

    /// <summary>Single questions on a scale.</summary>
    public IReadOnlyList<SurveyColumn> Scales { get; }

    /// <summary>Sorts.</summary>
    public static InsightQuestions Of(SurveyColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        return new(columns);
    }

    private static bool IsYesOrNo(SurveyColumn column) =>
        column.Question.Answers is { Count: 2 } answers
        && answers.Any(answer => answer.Label == "Yes")
        && answers.Any(answer => answer.Label == "No");
}

/// <summary>A domain of self-efficacy.</summary>
/// <param name="Code">Its code, such as <c>first-conversation</c>.</param>
/// <param name="Tasks">The tasks it is the mean of.</param>
public sealed record InsightDomain(string Code, IReadOnlyList<SurveyColumn> Tasks);
