namespace Waymark.Instruments;

/// <summary>One typed answer: the <c>value[x]</c> of a <c>QuestionnaireResponse.item.answer</c>.</summary>
/// <remarks>A closed hierarchy: these eleven kinds and no others, so that a switch over them can be exhaustive.</remarks>
public abstract record AnswerValue
{
    private protected AnswerValue() { }
}

/// <summary>Yes or no.</summary>
/// <param name="Value">The answer.</param>
public sealed record BooleanAnswer(bool Value) : AnswerValue;

/// <summary>A whole number.</summary>
/// <param name="Value">Within 32 bits, as FHIR has it.</param>
public sealed record IntegerAnswer(int Value) : AnswerValue;

/// <summary>A number with decimals; as many as were given are kept (1.50 stays 1.50).</summary>
/// <param name="Value">The number.</param>
public sealed record DecimalAnswer(decimal Value) : AnswerValue;

/// <summary>A date, perhaps only a year or a month.</summary>
/// <param name="Value">The date.</param>
public sealed record DateAnswer(PartialDate Value) : AnswerValue;

/// <summary>A date with a time.</summary>
/// <param name="Value">In FHIR's form: <c>YYYY</c>, <c>YYYY-MM</c>, <c>YYYY-MM-DD</c> or <c>YYYY-MM-DDThh:mm:ss(.fff)(Z|±hh:mm)</c>.</param>
public sealed record DateTimeAnswer(string Value) : AnswerValue;

/// <summary>A time of day.</summary>
/// <param name="Value">The time.</param>
public sealed record TimeAnswer(TimeOnly Value) : AnswerValue;

/// <summary>Text, of one line or several; also a person's own words for an <see cref="ItemType.OpenChoice"/>.</summary>
/// <param name="Value">The text; never empty in a form, for an empty text is no answer.</param>
public sealed record StringAnswer(string Value) : AnswerValue;

/// <summary>A URI.</summary>
/// <param name="Value">The URI.</param>
public sealed record UriAnswer(string Value) : AnswerValue;

/// <summary>One of the options offered. Two codings are the same answer when system and code are the same.</summary>
/// <param name="System">The code system's URI, when there is one.</param>
/// <param name="Code">The code; empty for the rare option that has only a display.</param>
/// <param name="Display">What people read.</param>
public sealed record CodingAnswer(string? System, string Code, string? Display) : AnswerValue
{
    /// <summary>The version of the code system, when it was given.</summary>
    public string? Version { get; init; }

    /// <summary>Same system and code; where neither has a code, same display.</summary>
    public bool Equals(CodingAnswer? other) =>
        other is not null
        && string.Equals(System, other.System, StringComparison.Ordinal)
        && string.Equals(Code, other.Code, StringComparison.Ordinal)
        && (Code.Length > 0 || string.Equals(Display, other.Display, StringComparison.Ordinal));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(System, Code);
}

/// <summary>A number with a unit.</summary>
/// <param name="Value">The number.</param>
/// <param name="Unit">The unit as people read it.</param>
/// <param name="System">The system of the unit's code, usually UCUM's <c>http://unitsofmeasure.org</c>.</param>
/// <param name="Code">The unit's code in that system.</param>
public sealed record QuantityAnswer(decimal Value, string? Unit, string? System, string? Code)
    : AnswerValue
{
    /// <summary>How to read the number where it is not exact: <c>&lt;</c>, <c>&lt;=</c>, <c>&gt;=</c> or <c>&gt;</c>.</summary>
    public string? Comparator { get; init; }
}

/// <summary>A reference to another resource.</summary>
/// <param name="Reference">Such as <c>Patient/7</c>.</param>
/// <param name="Display">What people read.</param>
public sealed record ReferenceAnswer(string Reference, string? Display) : AnswerValue;
