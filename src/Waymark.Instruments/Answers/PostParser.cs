using System.Globalization;

namespace Waymark.Instruments;

/// <summary>Reads one item's fields of a form post.</summary>
internal sealed class PostParser(
    ItemDefinition item,
    IReadOnlyDictionary<string, IReadOnlyList<string>> fields,
    CultureInfo culture,
    IReadOnlyList<AnswerOption> options
)
{
    private readonly List<InstrumentIssue> _issues = [];

    internal AnswerParse Parse()
    {
        var values = item.Type switch
        {
            ItemType.Group or ItemType.Display or ItemType.Attachment => NoAnswers(),
            ItemType.Date => One(Date()),
            ItemType.DateTime => One(DateTime()),
            ItemType.Quantity => One(Quantity()),
            ItemType.Choice or ItemType.OpenChoice => Choices(),
            _ => [.. Texts("value").Select(Simple).OfType<AnswerValue>()],
        };
        return _issues.Count > 0 ? new([], _issues) : new(values, []);
    }

    private List<AnswerValue> NoAnswers()
    {
        if (fields.Values.Any(texts => texts.Any(text => !string.IsNullOrWhiteSpace(text))))
        {
            Fail(IssueCodes.NotAQuestion, "This takes no answer.");
        }

        return [];
    }

    private static List<AnswerValue> One(AnswerValue? value) => value is null ? [] : [value];

    /// <summary>The texts of a field that are not blank. One's own words keep their inner form; only the ends are trimmed.</summary>
    private IEnumerable<string> Texts(string name) =>
        fields.TryGetValue(name, out var texts)
            ? texts
                .Select(text => text.ReplaceLineEndings("\n").Trim())
                .Where(text => text.Length > 0)
            : [];

    private string? Text(string name) => Texts(name).FirstOrDefault();

    private AnswerValue? Simple(string text) =>
        item.Type switch
        {
            ItemType.Boolean => text switch
            {
                "true" or "True" => new BooleanAnswer(true),
                "false" or "False" => new BooleanAnswer(false),
                _ => Fail(IssueCodes.NotUnderstood, "Select yes or no."),
            },
            ItemType.Integer => int.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands,
                culture,
                out var number
            )
                ? new IntegerAnswer(number)
                : Fail(IssueCodes.NotUnderstood, "Enter a whole number, like 12."),
            ItemType.Decimal => Number(text) is { } number
                ? new DecimalAnswer(number)
                : Fail(
                    IssueCodes.NotUnderstood,
                    "Enter a number, like " + 12.5m.ToString(culture) + "."
                ),
            ItemType.Time => Time(text),
            ItemType.String or ItemType.Text => new StringAnswer(text),
            ItemType.Url => new UriAnswer(text),
            ItemType.Reference => new ReferenceAnswer(text, null),
            _ => throw new InvalidOperationException("Read elsewhere: " + item.Type),
        };

    private decimal? Number(string text) =>
        decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign
                | NumberStyles.AllowDecimalPoint
                | NumberStyles.AllowThousands,
            culture,
            out var number
        )
            ? number
            : null;

    private TimeAnswer? Time(string text)
    {
        if (
            FhirDateTimes.TryTime(text, out var exact)
            || TimeOnly.TryParseExact(
                text,
                ["H:mm", "HH:mm", "H.mm"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out exact
            )
        )
        {
            return new TimeAnswer(exact);
        }

        Fail(IssueCodes.NotUnderstood, "Enter a time, like 14:30.");
        return null;
    }

    private DateAnswer? Date()
    {
        if (Text("value") is { } written)
        {
            if (PartialDate.TryParse(written, out var direct))
            {
                return new DateAnswer(direct);
            }

            Fail(IssueCodes.NotUnderstood, "Enter a real date, like 27 3 2026.");
            return null;
        }

        return DateParts() is { } date ? new DateAnswer(date) : null;
    }

    private PartialDate? DateParts()
    {
        var (day, month, year) = (Text("day"), Text("month"), Text("year"));
        if (day is null && month is null && year is null)
        {
            return null;
        }

        if (year is null)
        {
            Fail(IssueCodes.NotUnderstood, "The date must include a year.");
            return null;
        }

        if (day is not null && month is null)
        {
            Fail(IssueCodes.NotUnderstood, "The date must include a month.");
            return null;
        }

        var monthNumber = month is null ? null : Month(month);
        if (
            !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var yearNumber)
            || year.Length != 4
            || (month is not null && monthNumber is null)
            || (
                day is not null
                && !int.TryParse(day, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            )
        )
        {
            Fail(IssueCodes.NotUnderstood, "Enter a real date, like 27 3 2026.");
            return null;
        }

        var text =
            year
            + (
                monthNumber is null
                    ? ""
                    : monthNumber.Value.ToString("'-'00", CultureInfo.InvariantCulture)
            )
            + (day is null ? "" : "-" + day.PadLeft(2, '0'));
        if (PartialDate.TryParse(text, out var date) && date.Year == yearNumber)
        {
            return date;
        }

        Fail(IssueCodes.NotUnderstood, "Enter a real date, like 27 3 2026.");
        return null;
    }

    private int? Month(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number is >= 1 and <= 12 ? number : null;
        }

        var names = culture.DateTimeFormat;
        for (var i = 0; i < 12; i++)
        {
            if (
                culture.CompareInfo.Compare(text, names.MonthNames[i], CompareOptions.IgnoreCase)
                    == 0
                || culture.CompareInfo.Compare(
                    text.TrimEnd('.'),
                    names.AbbreviatedMonthNames[i].TrimEnd('.'),
                    CompareOptions.IgnoreCase
                ) == 0
            )
            {
                return i + 1;
            }
        }

        return null;
    }

    private DateTimeAnswer? DateTime()
    {
        if (Text("value") is { } written)
        {
            if (FhirDateTimes.IsDateTime(written))
            {
                return new DateTimeAnswer(written);
            }

            Fail(IssueCodes.NotUnderstood, "Enter a real date and time.");
            return null;
        }

        if (DateParts() is not { } date)
        {
            if (Text("time") is not null && _issues.Count == 0)
            {
                Fail(IssueCodes.NotUnderstood, "Enter the date as well as the time.");
            }

            return null;
        }

        if (Text("time") is not { } clock)
        {
            return new DateTimeAnswer(date.ToString());
        }

        var exact = date + "T" + clock;
        if (FhirDateTimes.IsDateTime(exact))
        {
            return new DateTimeAnswer(exact);
        }

        if (date.Day is null || Time(clock) is not { } time)
        {
            if (_issues.Count == 0)
            {
                Fail(IssueCodes.NotUnderstood, "Enter the whole date as well as the time.");
            }

            return null;
        }

        // A person names the time of where they are; without a zone to go by, it is kept as UTC.
        return new DateTimeAnswer(date + "T" + AnswerText.Clock(time.Value) + "Z");
    }

    private QuantityAnswer? Quantity()
    {
        if (Text("value") is not { } text)
        {
            return null;
        }

        if (Number(text) is not { } number)
        {
            Fail(IssueCodes.NotUnderstood, "Enter a number, like " + 12.5m.ToString(culture) + ".");
            return null;
        }

        var code = Text("unit");
        var units =
            item.UnitOptions.Count > 0 ? item.UnitOptions
            : item.Unit is null ? []
            : [item.Unit];
        var unit = code is null
            ? (units.Count == 1 ? units[0] : null)
            : units.FirstOrDefault(unit => unit.Code == code || unit.Display == code);
        if (unit is not null)
        {
            return new QuantityAnswer(number, unit.Display ?? unit.Code, unit.System, unit.Code);
        }

        if (units.Count > 0)
        {
            Fail(IssueCodes.UnitNotOffered, "Select a unit.");
            return null;
        }

        if (code is not null && Text("system") is { } system)
        {
            return new QuantityAnswer(number, Text("display"), system, code);
        }

        return new QuantityAnswer(number, code, null, null);
    }

    private List<AnswerValue> Choices()
    {
        var values = new List<AnswerValue>();
        foreach (var text in Texts("value"))
        {
            var option =
                options.FirstOrDefault(option => AnswerText.Key(option.Value, culture) == text)
                ?? options.FirstOrDefault(option =>
                    option.Value is CodingAnswer coding && coding.Code == text
                );
            if (option is not null)
            {
                values.Add(option.Value);
            }
            else if (item.Type == ItemType.OpenChoice)
            {
                values.Add(new StringAnswer(text));
            }
            else if (!item.OptionsKnown)
            {
                var bar = text.LastIndexOf('|');
                values.Add(new CodingAnswer(bar < 0 ? null : text[..bar], text[(bar + 1)..], null));
            }
            else
            {
                Fail(IssueCodes.OptionNotOffered, "Select one of the options.");
            }
        }

        if (item.Type == ItemType.OpenChoice)
        {
            values.AddRange(Texts("other").Select(text => new StringAnswer(text)));
        }

        return values;
    }

    private AnswerValue? Fail(string code, string text)
    {
        _issues.Add(new(code, IssueSeverity.Error, item.LinkId, null, text));
        return null;
    }
}
