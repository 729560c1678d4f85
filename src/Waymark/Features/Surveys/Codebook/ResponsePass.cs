using System.Text.Json;
using Waymark.Instruments;

namespace Waymark.Features.Surveys.Codebook;

/// <summary>One pass over the JSON of a response, which writes each answer into its column as it comes by.</summary>
internal ref struct ResponsePass
{
    private readonly SurveyColumns _columns;
    private readonly Span<short> _into;

    /// <summary>Where the next question is expected: a response keeps the order of its instrument, so that the first look usually finds it.</summary>
    private int _next;

    internal ResponsePass(SurveyColumns columns, Span<short> into)
    {
        _columns = columns;
        _into = into;
    }

    /// <summary>Reads one item, or the response itself, from its opening brace to its closing one.</summary>
    internal void Item(ref Utf8JsonReader reader)
    {
        CodedQuestion? question = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("linkId"u8))
            {
                reader.Read();
                question = Find(ref reader);
            }
            else if (question is not null && reader.ValueTextEquals("answer"u8))
            {
                reader.Read();
                Answers(ref reader, question);
            }
            else if (reader.ValueTextEquals("item"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    Item(ref reader);
                }
            }
            else
            {
                reader.Skip();
            }
        }
    }

    private CodedQuestion? Find(ref Utf8JsonReader reader)
    {
        var questions = _columns.Questions;
        for (var tried = 0; tried < questions.Count; tried++)
        {
            var at = _next + tried;
            at = at >= questions.Count ? at - questions.Count : at;
            if (reader.ValueTextEquals(questions[at].LinkId))
            {
                _next = at + 1 == questions.Count ? 0 : at + 1;
                return questions[at];
            }
        }

        return null;
    }

    private readonly void Answers(ref Utf8JsonReader reader, CodedQuestion question)
    {
        var isFirst = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (Value(ref reader, question) is { } number && (isFirst || question.TakesSeveral))
                {
                    Put(question, number, isFirst);
                    isFirst = false;
                }
            }
        }
    }

    /// <summary>
    /// The number of an answer that the question offers, for one that takes several its place among its columns; nothing for whatever else
    /// stands in an answer.
    /// </summary>
    private static short? Value(ref Utf8JsonReader reader, CodedQuestion question)
    {
        if (reader.ValueTextEquals("valueCoding"u8))
        {
            reader.Read();
            return Coding(ref reader, question);
        }

        if (
            reader.ValueTextEquals("valueBoolean"u8)
            && question.Question.Item.Type == ItemType.Boolean
        )
        {
            reader.Read();
            return reader.GetBoolean() ? (short)1 : (short)0;
        }

        if (reader.ValueTextEquals("valueInteger"u8) && question.Most >= 0)
        {
            reader.Read();
            return
                reader.TryGetInt32(out var number)
                && number >= question.Least
                && number <= question.Most
                ? (short)number
                : null;
        }

        reader.Skip();
        return null;
    }

    private static short? Coding(ref Utf8JsonReader reader, CodedQuestion question)
    {
        short? found = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (!reader.ValueTextEquals("code"u8))
            {
                reader.Skip();
                continue;
            }

            reader.Read();
            for (var i = 0; i < question.Codes.Length; i++)
            {
                if (reader.ValueTextEquals(question.Codes[i]))
                {
                    found =
                        question.TakesSeveral && question.Numbers[i] >= 0
                            ? (short)i
                            : question.Numbers[i];
                    break;
                }
            }
        }

        return found;
    }

    private readonly void Put(CodedQuestion question, short number, bool isFirst)
    {
        if (!question.TakesSeveral)
        {
            _into[question.First] = number;
            return;
        }

        var flags = _into.Slice(question.First, question.Columns);
        if (number < 0)
        {
            flags.Fill(number);
            return;
        }

        if (isFirst)
        {
            flags.Clear();
        }

        // Who declines and chooses something all the same has declined.
        if (flags[number] >= 0)
        {
            flags[number] = 1;
        }
    }
}
