namespace Waymark.Instruments;

/// <summary>One item of an <see cref="Instrument"/>: a question, a group or a text. Immutable once the instrument is loaded.</summary>
public sealed partial class ItemDefinition
{
    internal ItemDefinition(string linkId, ItemType type, ItemDefinition? parent, int index)
    {
        LinkId = linkId;
        Type = type;
        Parent = parent;
        Index = index;
    }

    /// <summary>The item's name, unique in its instrument.</summary>
    public string LinkId { get; }

    /// <summary>What kind of item it is.</summary>
    public ItemType Type { get; }

    /// <summary>The item that holds it; <see langword="null"/> at the top level.</summary>
    public ItemDefinition? Parent { get; }

    /// <summary>Its place in document order among all items of the instrument, from 0.</summary>
    public int Index { get; }

    /// <summary>What people read, in the instrument's own language.</summary>
    public string Text { get; internal set; } = "";

    /// <summary>Printed before the text, such as <c>2a</c>.</summary>
    public string? Prefix { get; internal set; }

    /// <summary>A shorter text for narrow places, when the author gave one.</summary>
    public string? ShortText { get; internal set; }

    /// <summary>Whether an answer is needed while the item is enabled.</summary>
    public bool Required { get; internal set; }

    /// <summary>Whether it may be answered, or as a group filled in, more than once.</summary>
    public bool Repeats { get; internal set; }

    /// <summary>Whether a person may not answer it (it is calculated or set by the application).</summary>
    public bool ReadOnly { get; internal set; }

    /// <summary>Whether it is never shown.</summary>
    public bool Hidden { get; internal set; }

    /// <summary>The longest text accepted, in UTF-16 code units.</summary>
    public int? MaxLength { get; internal set; }

    /// <summary>The shortest text accepted, in UTF-16 code units.</summary>
    public int? MinLength { get; internal set; }

    /// <summary>The fewest occurrences accepted.</summary>
    public int? MinOccurs { get; internal set; }

    /// <summary>The most occurrences accepted.</summary>
    public int? MaxOccurs { get; internal set; }

    /// <summary>The smallest value accepted, of the item's own type.</summary>
    public AnswerValue? MinValue { get; internal set; }

    /// <summary>The largest value accepted, of the item's own type.</summary>
    public AnswerValue? MaxValue { get; internal set; }

    /// <summary>The most digits accepted after the decimal point.</summary>
    public int? MaxDecimalPlaces { get; internal set; }

    /// <summary>A pattern that the whole text must match.</summary>
    public string? Regex { get; internal set; }

    /// <summary>How to write the answer, such as <c>nnn-nnn</c>.</summary>
    public string? EntryFormat { get; internal set; }

    /// <summary>The control the author asked for (<c>questionnaire-itemControl</c>), such as <c>radio-button</c>.</summary>
    public string? ItemControl { get; internal set; }

    /// <summary>How the author asked for options to be laid out: <c>horizontal</c> or <c>vertical</c>.</summary>
    public string? ChoiceOrientation { get; internal set; }

    /// <summary>Whether and how a group may be folded: <c>default-open</c> or <c>default-closed</c>.</summary>
    public string? Collapsible { get; internal set; }

    /// <summary>The unit of a number, or the one unit of a quantity.</summary>
    public CodingAnswer? Unit { get; internal set; }

    /// <summary>The units a quantity may be given in; empty when any.</summary>
    public IReadOnlyList<CodingAnswer> UnitOptions { get; internal set; } = [];

    /// <summary>The label beside the box for one's own words of an open choice.</summary>
    public string? OpenLabel { get; internal set; }

    /// <summary>A link to more help.</summary>
    public string? SupportLink { get; internal set; }

    /// <summary>The options offered, in order; those of an <c>answerExpression</c> are in <see cref="QuestionView.Options"/>.</summary>
    public IReadOnlyList<AnswerOption> Options { get; internal set; } = [];

    /// <summary>The items it holds, in order.</summary>
    public IReadOnlyList<ItemDefinition> Items { get; internal set; } = [];

    /// <summary>What the item asks about, in terms of code systems.</summary>
    public IReadOnlyList<CodingAnswer> Codes { get; internal set; } = [];

    /// <summary>The element of a resource that the item stands for (<c>Questionnaire.item.definition</c>).</summary>
    public string? Definition { get; internal set; }

    /// <summary>The text in other languages, by language tag such as <c>cy</c>.</summary>
    public IReadOnlyDictionary<string, string> Translations { get; internal set; } =
        AnswerOption.NoTranslations;

    /// <summary>Whether it takes answers at all.</summary>
    public bool IsQuestion => Type is not (ItemType.Group or ItemType.Display);

    /// <summary>Whether its value is calculated from other answers.</summary>
    public bool IsCalculated => Calculated is not null;

    /// <summary>The value of a simple extension as text, or <see langword="null"/> when the item has none with this URL.</summary>
    /// <param name="url">The extension's URL; the application's own extensions are read this way.</param>
    public string? ExtensionString(string url) => Extensions.GetValueOrDefault(url)?[0];

    /// <summary>The values of all simple extensions with this URL as text, in order.</summary>
    /// <param name="url">The extension's URL.</param>
    public IReadOnlyList<string> ExtensionStrings(string url) =>
        Extensions.GetValueOrDefault(url) ?? [];

    /// <inheritdoc/>
    public override string ToString() => $"{LinkId} ({ItemTypeNames.ToCode(Type)})";
}
