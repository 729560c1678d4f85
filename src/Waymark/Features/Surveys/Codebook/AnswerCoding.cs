using System.Buffers;
using System.Text;
using System.Text.Json;
using Waymark.Content.Surveys;

namespace Waymark.Features.Surveys.Codebook;

/// <summary>
/// The coding rule: a stored response becomes one number for each column, or one of three reasons for there being none. Pure. It reads the
/// JSON once, from front to back, without opening a form; a property test holds it to what the form says.
/// </summary>
public static class AnswerCoding
{
    /// <summary>The conditions of the question did not hold, so it was never on the page.</summary>
    public const short NotAsked = -1;

    /// <summary>It was on the page and left open.</summary>
    public const short NotAnswered = -2;

    /// <summary>The respondent chose "prefer not to say".</summary>
    public const short PreferNotToSay = -3;

    /// <summary>The three reasons in words, for codebooks.</summary>
    public static IReadOnlyList<ColumnValue> Missing { get; } =
    [
        new(NotAsked, "Not asked"),
        new(NotAnswered, "Not answered"),
        new(PreferNotToSay, "Prefer not to say"),
    ];

    /// <summary>Whether a number says that there is no answer.</summary>
    public static bool IsMissing(short number) => number < 0;

    /// <summary>Reads a response.</summary>
    /// <param name="columns">The columns of the exact version that was answered.</param>
    /// <param name="responseJson">A QuestionnaireResponse as <see cref="Instruments.Form"/> writes it, completed or a draft.</param>
    /// <param name="into">One place for each column.</param>
    /// <exception cref="JsonException">It is not JSON; what this application stored always is.</exception>
    public static void Read(SurveyColumns columns, string responseJson, Span<short> into)
    {
        ArgumentNullException.ThrowIfNull(responseJson);
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(responseJson.Length));
        try
        {
            var length = Encoding.UTF8.GetBytes(responseJson, bytes);
            Read(columns, bytes.AsSpan(0, length), into);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes, clearArray: true);
        }
    }

    /// <summary>As <see cref="Read(SurveyColumns, string, Span{short})"/>, from UTF-8.</summary>
    public static void Read(
        SurveyColumns columns,
        ReadOnlySpan<byte> responseJson,
        Span<short> into
    )
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentOutOfRangeException.ThrowIfNotEqual(into.Length, columns.Count);
        into.Fill(NotAnswered);
        var reader = new Utf8JsonReader(responseJson, new JsonReaderOptions { MaxDepth = 200 });
        reader.Read();
        new ResponsePass(columns, into).Item(ref reader);
        MarkNotAsked(columns, into);
    }

    private static void MarkNotAsked(SurveyColumns columns, Span<short> into)
    {
        var questions = columns.Questions;
        Span<Asked> known = stackalloc Asked[Math.Min(questions.Count, 512)];
        if (questions.Count > known.Length)
        {
            known = new Asked[questions.Count];
        }

        known.Clear();
        // All are decided before any is marked: a condition looks at what was answered.
        for (var i = 0; i < questions.Count; i++)
        {
            if (questions[i].Conditions.Count > 0)
            {
                IsAsked(questions, i, into, known);
            }
        }

        for (var i = 0; i < questions.Count; i++)
        {
            if (known[i] == Asked.No)
            {
                into.Slice(questions[i].First, questions[i].Columns).Fill(NotAsked);
            }
        }
    }

    private static bool IsAsked(
        List<CodedQuestion> questions,
        int index,
        ReadOnlySpan<short> answers,
        Span<Asked> known
    )
    {
        if (known[index] == Asked.Unknown)
        {
            // The engine refuses circles, so this ends.
            known[index] = Asked.Yes;
            foreach (var set in questions[index].Conditions)
            {
                if (!Holds(set, questions, answers, known))
                {
                    known[index] = Asked.No;
                    break;
                }
            }
        }

        return known[index] == Asked.Yes;
    }

    private static bool Holds(
        CodedConditions set,
        List<CodedQuestion> questions,
        ReadOnlySpan<short> answers,
        Span<Asked> known
    )
    {
        foreach (var condition in set.Conditions)
        {
            // A question that is not asked counts as unanswered, whatever was typed before.
            var answer = IsAsked(questions, condition.Source, answers, known)
                ? answers[questions[condition.Source].First]
                : NotAnswered;
            var holds = condition.Kind switch
            {
                SurveyConditionKind.Is => answer == condition.Number,
                SurveyConditionKind.IsNot => answer != condition.Number,
                SurveyConditionKind.Answered => answer != NotAnswered,
                _ => answer == NotAnswered,
            };
            if (holds != set.All)
            {
                return holds;
            }
        }

        return set.All;
    }

    private enum Asked : byte
    {
        Unknown,
        Yes,
        No,
    }
}
