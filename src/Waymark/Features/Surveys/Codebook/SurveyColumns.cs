using System.Collections;
using System.Text;
using Waymark.Content.Surveys;
using Waymark.Instruments;

namespace Waymark.Features.Surveys.Codebook;

/// <summary>The columns of an instrument's table of answers, in the order of its questions. Immutable; make it once for each version and keep it.</summary>
public sealed class SurveyColumns : IReadOnlyList<SurveyColumn>
{
    private readonly List<SurveyColumn> _columns = [];
    private readonly List<CodedQuestion> _questions = [];

    private SurveyColumns(Instrument instrument)
    {
        Instrument = instrument;
        var questions = SurveyReading.Of(instrument).Questions;
        foreach (var question in questions)
        {
            var first = _columns.Count;
            _columns.AddRange(question.Item.Repeats ? Flags(question) : [Single(question)]);
            _questions.Add(CodedQuestion.Of(question, first, _columns.Count - first));
        }

        for (var i = 0; i < questions.Count; i++)
        {
            _questions[i].Conditions = [.. questions[i].Asked.Select(Coded)];
        }
    }

    /// <summary>The instrument they are of.</summary>
    public Instrument Instrument { get; }

    /// <summary>The name of the question for the sector.</summary>
    public const string Sector = "sector";

    /// <summary>The question by which people are told apart first: their agency where it is asked for, else their sector.</summary>
    public string Grouping =>
        IndexOf(NamedAgencies.Question) >= 0 ? NamedAgencies.Question : Sector;

    /// <inheritdoc/>
    public int Count => _columns.Count;

    /// <inheritdoc/>
    public SurveyColumn this[int index] => _columns[index];

    internal List<CodedQuestion> Questions => _questions;

    /// <summary>The columns of an instrument. A question that has no place in a table of answers has no column: see <see cref="SurveyReading.Problems"/>.</summary>
    /// <param name="instrument">The instrument; of any kind.</param>
    public static SurveyColumns Of(Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        return new(instrument);
    }

    /// <summary>Where the column of this name stands, or -1.</summary>
    public int IndexOf(string name) =>
        _columns.FindIndex(column => string.Equals(column.Name, name, StringComparison.Ordinal));

    /// <inheritdoc/>
    public IEnumerator<SurveyColumn> GetEnumerator() => _columns.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static SurveyColumn Single(SurveyQuestion question) =>
        new(
            VariableName.From(question.LinkId),
            question.LinkId,
            question.Measure == SurveyMeasure.Scale
                ? SurveyColumnKind.Scale
                : SurveyColumnKind.Choice,
            [.. question.Answers.Select(answer => new ColumnValue(answer.Number, answer.Label))],
            question
        );

    private static IEnumerable<SurveyColumn> Flags(SurveyQuestion question) =>
        question.Answers.Select(answer => new SurveyColumn(
            VariableName.From(question.LinkId + "_" + answer.Code),
            question.LinkId,
            SurveyColumnKind.Flag,
            [new(1, "Chosen"), new(0, "Not chosen")],
            question
        )
        {
            FlagLabel = answer.Label,
        });

    private CodedConditions Coded(SurveyConditions set) =>
        new(
            set.All,
            [
                .. set.Conditions.Select(condition =>
                {
                    var source = _questions.FindIndex(q => q.Question.LinkId == condition.Question);
                    var question = _questions[source].Question;
                    return new CodedCondition(
                        source,
                        condition.Kind,
                        condition.Code == question.DeclineCode
                            ? AnswerCoding.PreferNotToSay
                            : question.NumberOf(condition.Code) ?? CodedCondition.Never
                    );
                }),
            ]
        );
}

/// <summary>A question ready to be read from JSON: its codes as bytes, each with its number.</summary>
internal sealed class CodedQuestion
{
    private CodedQuestion(
        SurveyQuestion question,
        int first,
        int columns,
        byte[][] codes,
        short[] numbers
    )
    {
        (Question, First, Columns, Codes, Numbers) = (question, first, columns, codes, numbers);
        LinkId = Encoding.UTF8.GetBytes(question.LinkId);
        if (question.Item is { MinValue: IntegerAnswer least, MaxValue: IntegerAnswer most })
        {
            (Least, Most) = (least.Value, most.Value);
        }
    }

    internal SurveyQuestion Question { get; }

    internal byte[] LinkId { get; }

    /// <summary>Its first column.</summary>
    internal int First { get; }

    /// <summary>How many columns it has; more than one only where it takes several answers.</summary>
    internal int Columns { get; }

    internal byte[][] Codes { get; }

    /// <summary>For each of <see cref="Codes"/> the number of the answer or <see cref="AnswerCoding.PreferNotToSay"/>.</summary>
    internal short[] Numbers { get; }

    internal int Least { get; }

    internal int Most { get; } = -1;

    internal bool TakesSeveral => Question.Item.Repeats;

    internal IReadOnlyList<CodedConditions> Conditions { get; set; } = [];

    internal static CodedQuestion Of(SurveyQuestion question, int first, int columns)
    {
        var codes = question.Answers.Select(answer => answer.Code).ToList();
        var numbers = question.Answers.Select(answer => answer.Number).ToList();
        if (question.DeclineCode is { } decline)
        {
            codes.Add(decline);
            numbers.Add(AnswerCoding.PreferNotToSay);
        }

        return new(
            question,
            first,
            columns,
            [.. codes.Select(Encoding.UTF8.GetBytes)],
            [.. numbers]
        );
    }
}

/// <summary>One condition on the number that stands in another question's column.</summary>
/// <param name="Source">Which of the questions.</param>
/// <param name="Kind">How it decides.</param>
/// <param name="Number">What is compared with.</param>
internal sealed record CodedCondition(int Source, SurveyConditionKind Kind, short Number)
{
    /// <summary>A number that no answer has.</summary>
    internal const short Never = short.MinValue;
}

/// <summary>The conditions of one item.</summary>
internal sealed record CodedConditions(bool All, IReadOnlyList<CodedCondition> Conditions);
