using System.Collections.Immutable;

namespace Waymark.Statistics.Disclosure;

/// <summary>What is asked of a question: how many gave each answer, or the mean of a number.</summary>
public enum Measure
{
    /// <summary>Counts of people by answer, and percentages.</summary>
    Answers,

    /// <summary>A mean of numbers: only the sizes of the groups are released, and the mean of each group that is shown.</summary>
    Mean,
}

/// <summary>Only people whose value of one variable is among those named.</summary>
public sealed record Filter
{
    internal Filter(string variable, ImmutableSortedSet<string> values) =>
        (Variable, Values) = (variable, values);

    /// <summary>The variable, such as <c>role</c>.</summary>
    public string Variable { get; }

    /// <summary>The values that are kept; never empty.</summary>
    public ImmutableSortedSet<string> Values { get; }
}

/// <summary>
/// A table that somebody asks for: one question, its rows by one or more variables (or none), among people who pass every filter.
/// Two requests for the same figures are the same request however they were written.
/// </summary>
public sealed class TableRequest
{
    private TableRequest(
        string question,
        Measure measure,
        ImmutableArray<string> by,
        ImmutableArray<Filter> filters
    ) => (Question, Measure, By, Filters) = (question, measure, by, filters);

    /// <summary>The question the columns are about.</summary>
    public string Question { get; }

    /// <summary>Counts by answer, or a mean.</summary>
    public Measure Measure { get; }

    /// <summary>The variables that make the rows, in order; empty for a table of everybody.</summary>
    public ImmutableArray<string> By { get; }

    /// <summary>Who is looked at; empty for everybody.</summary>
    public ImmutableArray<Filter> Filters { get; }

    /// <summary>Every variable named, in no order that matters.</summary>
    public ImmutableSortedSet<string> Variables => [.. By.Concat(Filters.Select(f => f.Variable))];

    /// <summary>The request in one line; equal lines mean the same figures.</summary>
    public string Key =>
        string.Join(
            '|',
            [
                Quote(Question),
                Measure.ToString(),
                "by " + string.Join(',', By.Order(StringComparer.Ordinal).Select(Quote)),
                .. Filters
                    .OrderBy(f => f.Variable, StringComparer.Ordinal)
                    .Select(f =>
                        Quote(f.Variable) + " in " + string.Join(',', f.Values.Select(Quote))
                    ),
            ]
        );

    /// <summary>Takes the parts, or says which of them is empty or named twice.</summary>
    public static Result<TableRequest> Create(
        string question,
        IReadOnlyList<string> by,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? filters = null,
        Measure measure = Measure.Answers
    )
    {
        ArgumentNullException.ThrowIfNull(by);
        if (string.IsNullOrWhiteSpace(question))
        {
            return Refuse(InputIssueCode.Unreadable, nameof(question), "Name a question.");
        }

        if (by.Any(string.IsNullOrWhiteSpace))
        {
            return Refuse(InputIssueCode.Unreadable, nameof(by), "A variable has no name.");
        }

        if (by.Distinct(StringComparer.Ordinal).Count() != by.Count)
        {
            return Refuse(InputIssueCode.Duplicate, nameof(by), "A variable is named twice.");
        }

        var kept = ImmutableArray.CreateBuilder<Filter>();
        foreach (
            var (variable, values) in filters
                ?? ImmutableDictionary<string, IReadOnlyList<string>>.Empty
        )
        {
            if (string.IsNullOrWhiteSpace(variable) || values.Count == 0)
            {
                return Refuse(
                    InputIssueCode.GroupEmpty,
                    $"{nameof(filters)}[{variable}]",
                    "A filter keeps at least one value of a variable."
                );
            }

            kept.Add(new Filter(variable, values.ToImmutableSortedSet(StringComparer.Ordinal)));
        }

        var request = new TableRequest(question, measure, [.. by], kept.ToImmutable());
        return request.Variables.Contains(question)
            ? Refuse(
                InputIssueCode.Duplicate,
                nameof(question),
                "A question cannot be broken down by itself."
            )
            : request;
    }

    private static string Quote(string text) =>
        "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static InputIssue Refuse(InputIssueCode code, string place, string text) =>
        new(code, place, text);
}
