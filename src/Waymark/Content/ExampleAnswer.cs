using System.Text.Json.Serialization;
using Waymark.Instruments;

namespace Waymark.Content;

/// <summary>Answers to one question in an example or a case study, in FHIR's form.</summary>
/// <param name="LinkId">The question.</param>
/// <param name="Value">One answer, such as <c>{"valueBoolean": true}</c>.</param>
/// <param name="Values">Several answers, for a question that repeats.</param>
public sealed record ExampleAnswer(
    string LinkId,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        ExampleValue? Value = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        IReadOnlyList<ExampleValue>? Values = null
)
{
    /// <summary>The answers, typed; one that has no value is left out.</summary>
    [JsonIgnore]
    public IReadOnlyList<AnswerValue> Typed =>
        (Values ?? (Value is null ? [] : [Value]))
            .Select(value => value.Typed)
            .OfType<AnswerValue>()
            .ToList();
}

/// <summary>One answer in FHIR's form; exactly one of its members is given.</summary>
/// <param name="ValueCoding">One of the options.</param>
/// <param name="ValueBoolean">Yes or no.</param>
/// <param name="ValueString">Text.</param>
public sealed record ExampleValue(
    ExampleCoding? ValueCoding = null,
    bool? ValueBoolean = null,
    string? ValueString = null
)
{
    /// <summary>The answer, typed; <see langword="null"/> when no member is given.</summary>
    [JsonIgnore]
    public AnswerValue? Typed =>
        ValueCoding is { } coding ? new CodingAnswer(coding.System, coding.Code, null)
        : ValueBoolean is { } boolean ? new BooleanAnswer(boolean)
        : ValueString is { } text ? new StringAnswer(text)
        : null;
}

/// <summary>A code from a code system.</summary>
/// <param name="System">The system.</param>
/// <param name="Code">The code.</param>
public sealed record ExampleCoding(string System, string Code);
