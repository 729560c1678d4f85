using System.Globalization;
using Waymark.Instruments.Behavior;
using Waymark.Instruments.Expressions;

namespace Waymark.Instruments;

/// <summary>Judges answers of one occurrence by its item's own rules.</summary>
internal sealed class AnswerChecks(Form form, ItemInstance instance)
{
    private readonly List<InstrumentIssue> _issues = [];

    private ItemDefinition Item => instance.Definition;

    /// <summary>What would prevent these answers from being given now.</summary>
    internal List<InstrumentIssue> BeforeSetting(IReadOnlyList<AnswerValue> values, bool byPerson)
    {
        if (!Item.IsQuestion)
        {
            Add(IssueCodes.NotAQuestion, "This takes no answer.");
        }
        else if (byPerson && !instance.Enabled)
        {
            Add(IssueCodes.Disabled, "This question does not apply at the moment.");
        }
        else if (byPerson && form.IsReadOnly(instance))
        {
            Add(IssueCodes.ReadOnly, "This is filled in automatically and cannot be changed here.");
        }
        else
        {
            CheckShape(values);
            CheckValues(values);
        }

        return _issues;
    }

    /// <summary>What is wrong with the present answers.</summary>
    internal List<InstrumentIssue> OfPresent()
    {
        var values = Form.ValuesOf(instance);
        if (values.Count > 0)
        {
            CheckShape(values);
            CheckValues(values);
        }

        return _issues;
    }

    private void CheckShape(IReadOnlyList<AnswerValue> values)
    {
        if (values.Count > 1 && !Item.Repeats)
        {
            Add(IssueCodes.TooManyAnswers, "Give one answer only.");
        }

        if (Item.MaxOccurs is { } most && values.Count > most)
        {
            Add(
                IssueCodes.TooManyOccurrences,
                most == 1 ? "Give one answer only." : $"Give no more than {most} answers."
            );
        }

        if (values.Count > 1)
        {
            if (
                Item.Type is ItemType.Choice or ItemType.OpenChoice
                && values.Distinct().Count() < values.Count
            )
            {
                Add(IssueCodes.DuplicateAnswer, "Select each option only once.");
            }

            foreach (var value in values)
            {
                if (
                    Item.Options.FirstOrDefault(option => option.Value.Equals(value)) is
                    { Exclusive: true } exclusive
                )
                {
                    Add(
                        IssueCodes.ExclusiveOption,
                        $"\"{exclusive.Text}\" cannot be selected together with another option."
                    );
                }
            }
        }
    }

    private void CheckValues(IReadOnlyList<AnswerValue> values)
    {
        IReadOnlyList<AnswerOption>? offered = null;
        foreach (var value in values)
        {
            if (
                CalculatedValues.Fit(Item, value) is null
                && !Item.Options.Any(option => option.Value.GetType() == value.GetType())
            )
            {
                Add(IssueCodes.WrongType, $"This must be {Describe(Item.Type)}.");
                continue;
            }

            if (OffersOptions)
            {
                CheckOption(value, offered ??= form.OfferedOptions(instance));
            }

            switch (value)
            {
                case StringAnswer text:
                    CheckText(text.Value);
                    break;
                case UriAnswer uri:
                    CheckText(uri.Value);
                    break;
                case DecimalAnswer number:
                    CheckDecimals(number.Value);
                    break;
                case QuantityAnswer quantity:
                    CheckDecimals(quantity.Value);
                    CheckUnit(quantity);
                    break;
                case DateTimeAnswer moment when !FhirDateTimes.IsDateTime(moment.Value):
                    Add(IssueCodes.InvalidValue, "This must be a real date and time.");
                    break;
                default:
                    break;
            }

            CheckRange(value);
        }
    }

    // An open choice that lists nothing takes any coding.
    private bool OffersOptions =>
        Item.OptionsKnown
        && (
            Item.Type == ItemType.Choice
            || Item.Options.Count > 0
            || Item.AnswerExpression is not null
        );

    private void CheckOption(AnswerValue value, IReadOnlyList<AnswerOption> offered)
    {
        var ownWords = Item.Type == ItemType.OpenChoice && value is StringAnswer;
        if (!ownWords && !offered.Any(option => option.Value.Equals(value)))
        {
            Add(
                IssueCodes.OptionNotOffered,
                $"\"{AnswerText.Format(value, CultureInfo.InvariantCulture)}\" is not one of the options offered."
            );
        }
    }

    private void CheckText(string text)
    {
        if (text.Length == 0)
        {
            Add(
                IssueCodes.InvalidValue,
                "An empty text is no answer; take the answer away instead."
            );
        }

        if (Item.MaxLength is { } most && text.Length > most)
        {
            Add(
                IssueCodes.TooLong,
                $"This must be {most} characters or fewer; it has {text.Length}."
            );
        }

        if (Item.MinLength is { } least && text.Length < least)
        {
            Add(
                IssueCodes.TooShort,
                $"This must be {least} characters or more; it has {text.Length}."
            );
        }

        if (Item.Regex is { } pattern && !Matches(text, pattern))
        {
            Add(
                IssueCodes.PatternMismatch,
                Item.EntryFormat is { } format
                    ? $"This must look like {format}."
                    : "This is not written in the form asked for."
            );
        }
    }

    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Patterns.IsMatch(text, pattern, whole: true);
        }
        catch (EvaluationFaultException)
        {
            return false;
        }
    }

    private void CheckDecimals(decimal number)
    {
        if (Item.MaxDecimalPlaces is { } most && Scale(number) > most)
        {
            Add(
                IssueCodes.TooManyDecimals,
                most == 0
                    ? "This must be a whole number."
                    : $"This must have no more than {most} decimals."
            );
        }
    }

    // 1.50 has one decimal that says something.
    private static int Scale(decimal number) => (number / 1.0000000000000000000000000000m).Scale;

    private void CheckUnit(QuantityAnswer quantity)
    {
        if (
            Item.UnitOptions.Count > 0
            && !Item.UnitOptions.Any(unit =>
                (unit.Code == quantity.Code && unit.System == quantity.System)
                || (quantity.Code is null && unit.Display == quantity.Unit)
            )
        )
        {
            Add(IssueCodes.UnitNotOffered, "Select one of the units offered.");
        }
    }

    private void CheckRange(AnswerValue value)
    {
        var zone = form.Context.Now.Offset;
        if (Item.MinValue is { } least && AnswerOrder.Compare(value, least, zone) < 0)
        {
            Add(
                IssueCodes.TooSmall,
                $"This must be {AnswerText.Format(least, CultureInfo.InvariantCulture)} or {(value is DateAnswer or DateTimeAnswer or TimeAnswer ? "later" : "more")}."
            );
        }

        if (Item.MaxValue is { } most && AnswerOrder.Compare(value, most, zone) > 0)
        {
            Add(
                IssueCodes.TooBig,
                $"This must be {AnswerText.Format(most, CultureInfo.InvariantCulture)} or {(value is DateAnswer or DateTimeAnswer or TimeAnswer ? "earlier" : "less")}."
            );
        }
    }

    private static string Describe(ItemType type) =>
        type switch
        {
            ItemType.Boolean => "yes or no",
            ItemType.Integer => "a whole number",
            ItemType.Decimal => "a number",
            ItemType.Date => "a date",
            ItemType.DateTime => "a date and time",
            ItemType.Time => "a time",
            ItemType.Choice or ItemType.OpenChoice => "one of the options",
            ItemType.Quantity => "a number with a unit",
            ItemType.Url => "a web address",
            ItemType.Reference => "a reference",
            ItemType.String or ItemType.Text => "text",
            ItemType.Attachment => "left empty: no file is ever accepted",
            ItemType.Group or ItemType.Display => "left empty",
            _ => throw new InvalidOperationException("Unknown type"),
        };

    private void Add(string code, string text) =>
        _issues.Add(
            new(code, IssueSeverity.Error, Item.LinkId, Paths.Of(instance).ToString(), text)
        );
}
