using System.Globalization;

namespace Waymark.Instruments;

/// <summary>What came of reading a form post as answers.</summary>
/// <param name="Values">The answers, in order; empty when nothing was typed or chosen.</param>
/// <param name="Issues">What could not be read; then <paramref name="Values"/> is empty.</param>
public sealed record AnswerParse(
    IReadOnlyList<AnswerValue> Values,
    IReadOnlyList<InstrumentIssue> Issues
);

/// <summary>Answers as people write and read them, in the culture of the page, and back without loss.</summary>
/// <remarks>
/// The fields of one item, by name: <c>value</c> for most (several times where it repeats); <c>day</c>, <c>month</c>, <c>year</c> and, for a
/// <c>dateTime</c>, <c>time</c>; <c>unit</c> beside the <c>value</c> of a quantity (and <c>system</c> and <c>display</c>, where the item lists no units); <c>other</c> for one's own words of an open choice.
/// A choice is posted as <c>system|code</c>, as <see cref="Key"/> gives it, or as the bare code.
/// </remarks>
public static partial class AnswerText
{
    /// <summary>Reads the fields posted for an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="fields">The posted texts by field name, without the item's own name.</param>
    /// <param name="culture">How the page writes numbers and dates.</param>
    /// <param name="options">The options offered, where they differ from the item's own; see <see cref="QuestionView.Options"/>.</param>
    public static AnswerParse Parse(
        ItemDefinition item,
        IReadOnlyDictionary<string, IReadOnlyList<string>> fields,
        CultureInfo culture,
        IReadOnlyList<AnswerOption>? options = null
    )
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(culture);
        var parser = new PostParser(item, fields, culture, options ?? item.Options);
        return parser.Parse();
    }

    /// <summary>The answer as people read it. Texts and codings keep no more than people see; numbers and dates can be read back whole.</summary>
    public static string Format(AnswerValue value, CultureInfo culture)
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(culture);
        return value switch
        {
            BooleanAnswer answer => answer.Value ? "Yes" : "No",
            IntegerAnswer answer => answer.Value.ToString(culture),
            DecimalAnswer answer => answer.Value.ToString(culture),
            DateAnswer answer => FormatDate(answer.Value, culture),
            DateTimeAnswer answer => FormatDateTime(answer.Value, culture),
            TimeAnswer answer => answer.Value.ToString(
                answer.Value.Second == 0 && answer.Value.Millisecond == 0 ? "HH:mm" : "HH:mm:ss",
                culture
            ),
            StringAnswer answer => answer.Value,
            UriAnswer answer => answer.Value,
            CodingAnswer answer => answer.Display ?? answer.Code,
            QuantityAnswer answer => (
                answer.Comparator
                + answer.Value.ToString(culture)
                + " "
                + (answer.Unit ?? answer.Code)
            ).Trim(),
            ReferenceAnswer answer => answer.Display ?? answer.Reference,
            _ => throw new ArgumentException(
                "An answer of a kind unknown here: " + value.GetType(),
                nameof(value)
            ),
        };
    }

    /// <summary>The fields that stand for an answer in a form, which <see cref="Parse"/> reads back as the same answer.</summary>
    public static IReadOnlyDictionary<string, string> ToFields(
        AnswerValue value,
        CultureInfo culture
    )
    {
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(culture);
        return value switch
        {
            DateAnswer answer => DateFields(answer.Value),
            DateTimeAnswer answer => DateTimeFields(answer.Value),
            QuantityAnswer answer => QuantityFields(answer, culture),
            TimeAnswer answer => new Dictionary<string, string> { ["value"] = Clock(answer.Value) },
            _ => new Dictionary<string, string> { ["value"] = Key(value, culture) },
        };
    }

    /// <summary>The text that stands for an option in a form: <c>system|code</c> for a coding, <c>true</c> or <c>false</c>, or the text itself.</summary>
    public static string Key(AnswerValue value, CultureInfo? culture = null) =>
        value switch
        {
            CodingAnswer coding => coding.Code.Length == 0 ? coding.Display ?? ""
            : coding.System is null ? coding.Code
            : coding.System + "|" + coding.Code,
            BooleanAnswer answer => answer.Value ? "true" : "false",
            ReferenceAnswer reference => reference.Reference,
            DateAnswer date => date.Value.ToString(),
            DateTimeAnswer moment => moment.Value,
            TimeAnswer time => Clock(time.Value),
            _ => Format(value, culture ?? CultureInfo.InvariantCulture),
        };

    internal static string Clock(TimeOnly time) =>
        time.ToString(
            time.Ticks % TimeSpan.TicksPerSecond == 0 ? "HH:mm:ss" : "HH:mm:ss.FFFFFFF",
            CultureInfo.InvariantCulture
        );

    private static string FormatDate(PartialDate date, CultureInfo culture) =>
        (date.Month, date.Day) switch
        {
            (null, _) => date.Year.ToString(culture),
            ({ } month, null) => new DateOnly(date.Year, month, 1).ToString("MMMM yyyy", culture),
            ({ } month, { } day) => new DateOnly(date.Year, month, day).ToString(
                "d MMMM yyyy",
                culture
            ),
        };

    private static string FormatDateTime(string text, CultureInfo culture)
    {
        if (PartialDate.TryParse(text, out var date))
        {
            return FormatDate(date, culture);
        }

        return FhirDateTimes.TryInstant(text, out _)
            ? FormatDate(ParseDatePart(text), culture) + ", " + text[11..16]
            : text;
    }

    private static PartialDate ParseDatePart(string text) =>
        PartialDate.TryParse(text[..10], out var date) ? date : default;

    private static Dictionary<string, string> QuantityFields(
        QuantityAnswer quantity,
        CultureInfo culture
    )
    {
        var fields = new Dictionary<string, string>
        {
            ["value"] = quantity.Value.ToString(culture),
            ["unit"] = quantity.Code ?? quantity.Unit ?? "",
        };
        if (quantity is { System: { } system, Code: not null })
        {
            fields["system"] = system;
            fields["display"] = quantity.Unit ?? "";
        }

        return fields;
    }

    private static Dictionary<string, string> DateFields(PartialDate date) =>
        new()
        {
            ["day"] = date.Day?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["month"] = date.Month?.ToString(CultureInfo.InvariantCulture) ?? "",
            ["year"] = date.Year.ToString(CultureInfo.InvariantCulture),
        };

    private static Dictionary<string, string> DateTimeFields(string text)
    {
        var date = text.Length > 10 ? text[..10] : text;
        var fields = DateFields(PartialDate.TryParse(date, out var parsed) ? parsed : default);
        fields["time"] = text.Length > 10 ? text[11..] : "";
        return fields;
    }
}
