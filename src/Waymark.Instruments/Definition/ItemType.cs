namespace Waymark.Instruments;

/// <summary>The kinds of item of a FHIR R4 Questionnaire that this engine honours (<c>Questionnaire.item.type</c>).</summary>
public enum ItemType
{
    /// <summary>Holds other items; has no answer.</summary>
    Group,

    /// <summary>Text to read; has no answer.</summary>
    Display,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>A number with decimals.</summary>
    Decimal,

    /// <summary>A whole number, 32 bits.</summary>
    Integer,

    /// <summary>A date, which may be only a year or a month.</summary>
    Date,

    /// <summary>A date with a time and its offset from UTC; may be partial.</summary>
    DateTime,

    /// <summary>A time of day.</summary>
    Time,

    /// <summary>A short text on one line.</summary>
    String,

    /// <summary>A text of several lines.</summary>
    Text,

    /// <summary>A URI.</summary>
    Url,

    /// <summary>One (or, if it repeats, some) of the options offered.</summary>
    Choice,

    /// <summary>One of the options offered, or the person's own text.</summary>
    OpenChoice,

    /// <summary>A file. Never answerable here: see <c>docs/sdc-support.md</c>.</summary>
    Attachment,

    /// <summary>A reference to another resource.</summary>
    Reference,

    /// <summary>A number with a unit.</summary>
    Quantity,
}

internal static class ItemTypeNames
{
    private static readonly Dictionary<string, ItemType> FromCode = new(StringComparer.Ordinal)
    {
        ["group"] = ItemType.Group,
        ["display"] = ItemType.Display,
        ["boolean"] = ItemType.Boolean,
        ["decimal"] = ItemType.Decimal,
        ["integer"] = ItemType.Integer,
        ["date"] = ItemType.Date,
        ["dateTime"] = ItemType.DateTime,
        ["time"] = ItemType.Time,
        ["string"] = ItemType.String,
        ["text"] = ItemType.Text,
        ["url"] = ItemType.Url,
        ["choice"] = ItemType.Choice,
        ["open-choice"] = ItemType.OpenChoice,
        ["attachment"] = ItemType.Attachment,
        ["reference"] = ItemType.Reference,
        ["quantity"] = ItemType.Quantity,
    };

    internal static bool TryParse(string code, out ItemType type) =>
        FromCode.TryGetValue(code, out type);

    internal static string ToCode(ItemType type) => FromCode.First(pair => pair.Value == type).Key;
}
