using System.Collections.Immutable;

namespace Waymark.Statistics.Disclosure;

/// <summary>People with the same value of every variable, counted by their answer.</summary>
/// <param name="Values">One value for each variable.</param>
/// <param name="Counts">How many gave each answer.</param>
public sealed record JointRow(IReadOnlyList<string> Values, IReadOnlyList<int> Counts);

/// <summary>
/// The true counts of one question over all variables that matter, for everybody who answered it: what a single GROUP BY gives. It
/// never leaves the machine; only what <see cref="Release"/> makes of it may be shown.
/// </summary>
public sealed class JointCounts
{
    private readonly ImmutableDictionary<string, int> _places;

    private JointCounts(
        string snapshot,
        ImmutableArray<string> variables,
        ImmutableArray<string> answers,
        ImmutableArray<JointRow> rows
    )
    {
        (Snapshot, Variables, Answers, Rows) = (snapshot, variables, answers, rows);
        _places = variables
            .Select((name, place) => KeyValuePair.Create(name, place))
            .ToImmutableDictionary(StringComparer.Ordinal);
    }

    /// <summary>Which state of the answers this was counted from; it changes when an answer is added or erased.</summary>
    public string Snapshot { get; }

    /// <summary>The variables, such as sector and role.</summary>
    public ImmutableArray<string> Variables { get; }

    /// <summary>The answers, in the order of the columns.</summary>
    public ImmutableArray<string> Answers { get; }

    internal ImmutableArray<JointRow> Rows { get; }

    /// <summary>
    /// Takes the counted rows. Leave out people who did not answer the question: that somebody skipped it is not protected.
    /// </summary>
    public static Result<JointCounts> Create(
        string snapshot,
        IReadOnlyList<string> variables,
        IReadOnlyList<string> answers,
        IEnumerable<JointRow> rows
    )
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(rows);
        if (answers.Count == 0)
        {
            return Refuse(InputIssueCode.BaseEmpty, nameof(answers), "There are no answers.");
        }

        if (HasTwice(answers) || HasTwice(variables))
        {
            return Refuse(
                InputIssueCode.Duplicate,
                HasTwice(answers) ? nameof(answers) : nameof(variables),
                "A name is there twice."
            );
        }

        var kept = ImmutableArray.CreateBuilder<JointRow>();
        foreach (var row in rows)
        {
            var place = $"{nameof(rows)}[{kept.Count}]";
            if (row.Values.Count != variables.Count || row.Counts.Count != answers.Count)
            {
                return Refuse(
                    InputIssueCode.LengthsDiffer,
                    place,
                    "A row needs one value for each variable and one count for each answer."
                );
            }

            if (row.Counts.Any(c => c < 0) || row.Counts.Sum(c => (long)c) > int.MaxValue)
            {
                return Refuse(InputIssueCode.OutOfRange, place, "A count is out of range.");
            }

            kept.Add(row);
        }

        return kept.Sum(r => r.Counts.Sum(c => (long)c)) > int.MaxValue
            ? Refuse(InputIssueCode.OutOfRange, nameof(rows), "There are too many people.")
            : new JointCounts(snapshot, [.. variables], [.. answers], kept.ToImmutable());
    }

    internal bool Has(string variable) => _places.ContainsKey(variable);

    internal string Value(JointRow row, string variable) => row.Values[_places[variable]];

    /// <summary>Whether two variables are the same, or the value of one settles the value of the other for everybody here.</summary>
    internal bool Tie(string one, string other) =>
        one == other || Settles(one, other) || Settles(other, one);

    private bool Settles(string one, string other)
    {
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        return Rows.Where(r => r.Counts.Any(c => c > 0))
            .All(r =>
                seen.TryAdd(Value(r, one), Value(r, other))
                || seen[Value(r, one)] == Value(r, other)
            );
    }

    private static bool HasTwice(IReadOnlyList<string> names) =>
        names.Distinct(StringComparer.Ordinal).Count() != names.Count;

    private static InputIssue Refuse(InputIssueCode code, string place, string text) =>
        new(code, place, text);
}
