namespace Waymark.Instruments;

/// <summary>
/// The right answers that an instrument states in its <see cref="ExtensionUrl"/> extensions, and what each is worth. Immutable and safe to
/// share. The key is part of the definition: whoever shows the definition to the person being marked shows the key.
/// </summary>
public sealed class AnswerKey
{
    /// <summary>
    /// The extension on an item that states a right answer (any value[x] that fits the item). For a question with one answer, several keys
    /// mean that any of them is right; for one that repeats, all of them together are.
    /// </summary>
    public const string ExtensionUrl =
        "https://waymark.example/fhir/StructureDefinition/answer-key";

    /// <summary>The extension on an item that states what a right answer is worth (valueDecimal or valueInteger, above 0; 1 if not stated).</summary>
    public const string WorthExtensionUrl =
        "https://waymark.example/fhir/StructureDefinition/answer-key-worth";

    /// <summary>
    /// The extension on a repeating item that says that some of the right answers earn some of the marks (valueBoolean): right ones less
    /// wrong ones, as a share of all right ones, but never below 0.
    /// </summary>
    public const string PartlyExtensionUrl =
        "https://waymark.example/fhir/StructureDefinition/answer-key-partly";

    private AnswerKey(Instrument instrument, IReadOnlyList<KeyedItem> items)
    {
        Instrument = instrument;
        Items = items;
    }

    /// <summary>The instrument whose answers are marked.</summary>
    public Instrument Instrument { get; }

    /// <summary>The questions that have a right answer, in the instrument's order; perhaps none.</summary>
    public IReadOnlyList<KeyedItem> Items { get; }

    /// <summary>Reads and checks the key of an instrument. Never throws on bad input.</summary>
    public static LoadResult<AnswerKey> Load(Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        var findings = new Findings(LoadMode.Strict);
        var items = AnswerKeyReader.Read(instrument, findings);
        return new(findings.HasErrors ? null : new AnswerKey(instrument, items), findings.All);
    }

    /// <summary>Marks a form.</summary>
    /// <param name="form">A form on <see cref="Instrument"/>.</param>
    /// <exception cref="ArgumentException">The form is on another instrument or another version.</exception>
    public MarkSheet Mark(Form form)
    {
        ArgumentNullException.ThrowIfNull(form);
        FormMismatch.ThrowUnlessOn(form, Instrument);
        return new MarkSheet([.. Items.Select(item => Mark(item, form))]);
    }

    private static MarkedAnswer Mark(KeyedItem keyed, Form form)
    {
        ItemPath path = keyed.Item.LinkId;
        if (!form.IsEnabled(path))
        {
            return new MarkedAnswer(keyed, MarkVerdict.NotAsked, 0, []);
        }

        var given = form.Answers(path);
        if (given.Count == 0)
        {
            return new MarkedAnswer(keyed, MarkVerdict.NotAnswered, 0, given);
        }

        var share = Share(keyed, given);
        var verdict =
            share == 1 ? MarkVerdict.Right
            : share == 0 ? MarkVerdict.Wrong
            : MarkVerdict.PartlyRight;
        return new MarkedAnswer(keyed, verdict, share * keyed.Worth, given);
    }

    private static decimal Share(KeyedItem keyed, IReadOnlyList<AnswerValue> given)
    {
        var right = given.Distinct().Count(keyed.Right.Contains);
        if (!keyed.Item.Repeats)
        {
            return right > 0 ? 1 : 0;
        }

        var wrong = given.Distinct().Count() - right;
        return keyed.Partly ? Math.Max(0, right - wrong) / (decimal)keyed.Right.Count
            : right == keyed.Right.Count && wrong == 0 ? 1
            : 0;
    }
}

/// <summary>A question that has a right answer.</summary>
/// <param name="Item">The question.</param>
/// <param name="Right">The right answers; at least one, no two the same.</param>
/// <param name="Worth">What a right answer earns; above 0.</param>
/// <param name="Partly">Whether some of the right answers earn some of that.</param>
public sealed record KeyedItem(
    ItemDefinition Item,
    IReadOnlyList<AnswerValue> Right,
    decimal Worth,
    bool Partly
);
