namespace Waymark.Instruments;

/// <summary>What the engine does about an element or an extension of a Questionnaire.</summary>
public enum Support
{
    /// <summary>Acted on, as its definition says.</summary>
    Honoured,

    /// <summary>It changes meaning and the engine cannot honour it, so an instrument that uses it is not loaded.</summary>
    Refused,

    /// <summary>It cannot change what is asked, what may be answered or what follows; it may guide a page's looks.</summary>
    Ignored,
}

/// <summary>One row of the table that both the checker and <c>docs/sdc-support.md</c> are written from.</summary>
/// <param name="Name">An element such as <c>item.enableWhen</c>, or an extension's URL.</param>
/// <param name="Support">What the engine does about it.</param>
/// <param name="Note">How, or why not.</param>
public sealed record SupportEntry(string Name, Support Support, string Note);

/// <summary>Every element of a FHIR R4 Questionnaire and every extension known to the engine, each honoured, refused or ignored.</summary>
public static partial class SupportTable
{
    private const string Core = "http://hl7.org/fhir/StructureDefinition/";
    private const string Sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/";

    /// <summary>The elements, by path below <c>Questionnaire</c>.</summary>
    public static IReadOnlyList<SupportEntry> Elements { get; } =
    [
        Honoured("resourceType", "Must be Questionnaire."),
        Honoured("url", "Identifies the instrument; needed in strict mode."),
        Honoured("version", "Pins each response; needed in strict mode."),
        Honoured("title", "Shown; `name` stands in for it."),
        Honoured("name", "Stands in for a missing title."),
        Honoured("status", "Must be a publication status."),
        Honoured("language", "The language of the texts."),
        Honoured("contained", "Value sets that options come from."),
        Honoured("extension", "See the extensions."),
        Refused("modifierExtension", "May turn the meaning of what it is on into its opposite."),
        Refused(
            "implicitRules",
            "Rules that are not at hand may change the meaning of everything."
        ),
        Honoured("item", "The questions."),
        .. Ignore(
            "About the instrument, not of it.",
            "id",
            "meta",
            "text",
            "identifier",
            "derivedFrom",
            "experimental",
            "subjectType",
            "date",
            "publisher",
            "contact",
            "description",
            "useContext",
            "jurisdiction",
            "purpose",
            "copyright",
            "approvalDate",
            "lastReviewDate",
            "effectivePeriod",
            "code"
        ),
        Honoured("item.linkId", "Must be there, and unique in the instrument."),
        Honoured("item.definition", "Kept; extraction reads it."),
        Honoured("item.code", "Kept; extraction reads it."),
        Honoured("item.prefix", "Shown."),
        Honoured("item.text", "Shown."),
        Honoured("item.type", "All of R4 except `attachment`: see the choices below."),
        Honoured("item.enableWhen", "Every operator on every type."),
        Honoured("item.enableBehavior", "Needed where there are several conditions."),
        Honoured("item.required", "Checked while the item is enabled."),
        Honoured("item.repeats", "Groups and questions."),
        Honoured(
            "item.readOnly",
            "A person's answer is not accepted; the application and calculations may set it."
        ),
        Honoured("item.maxLength", "Checked, in UTF-16 code units."),
        Honoured(
            "item.answerValueSet",
            "Contained value sets, expanded or enumerated; any other is refused in strict mode."
        ),
        Honoured("item.answerOption", "The options offered."),
        Honoured("item.initial", "The answers to begin with."),
        Honoured("item.item", "Within groups, and within the answers of questions."),
        Honoured("item.extension", "See the extensions."),
        Refused(
            "item.modifierExtension",
            "May turn the meaning of what it is on into its opposite."
        ),
        Ignored("item.id", "A technical name."),
        Honoured("item.enableWhen.question", "Must name an item."),
        Honoured("item.enableWhen.operator", "`exists = != > < >= <=`."),
        Honoured("item.enableWhen.answer[x]", "Must fit the type of the item it is compared with."),
        Ignored("item.enableWhen.id", "A technical name."),
        Ignored("item.enableWhen.extension", "None is defined."),
        Refused("item.enableWhen.modifierExtension", "May turn the condition into its opposite."),
        Honoured("item.answerOption.value[x]", "Integer, date, time, string, Coding or Reference."),
        Honoured("item.answerOption.initialSelected", "Chosen to begin with."),
        Honoured("item.answerOption.extension", "See the extensions."),
        Refused("item.answerOption.modifierExtension", "May turn the option into its opposite."),
        Ignored("item.answerOption.id", "A technical name."),
        Honoured("item.initial.value[x]", "Must fit the item's type."),
        Ignored("item.initial.id", "A technical name."),
        Ignored("item.initial.extension", "None is defined."),
        Refused("item.initial.modifierExtension", "May turn the value into its opposite."),
    ];

    /// <summary>The extensions, by URL.</summary>
    public static IReadOnlyList<SupportEntry> Extensions { get; } =
    [.. Behaviour, .. Populating, .. Hints, .. OurScoring];

    private static readonly Dictionary<string, SupportEntry> ElementsByName = Elements.ToDictionary(
        entry => entry.Name,
        StringComparer.Ordinal
    );

    private static readonly Dictionary<string, SupportEntry> ExtensionsByUrl =
        Extensions.ToDictionary(entry => entry.Name, StringComparer.Ordinal);

    /// <summary>What the engine does about an extension; <see langword="null"/> when it does not know the URL.</summary>
    internal static SupportEntry? Extension(string url) => ExtensionsByUrl.GetValueOrDefault(url);

    /// <summary>What the engine does about an element; <see langword="null"/> when R4 has no such element.</summary>
    internal static SupportEntry? Element(string path) => ElementsByName.GetValueOrDefault(path);

    /// <summary>Whether a URL belongs to HL7's own vocabulary of questionnaires, where an unknown one may change behaviour.</summary>
    internal static bool IsHl7Questionnaire(string url) =>
        url.StartsWith(Sdc, StringComparison.Ordinal)
        || url.StartsWith(Core + "questionnaire-", StringComparison.Ordinal);

    private static SupportEntry Honoured(string name, string note) =>
        new(name, Support.Honoured, note);

    private static SupportEntry Refused(string name, string note) =>
        new(name, Support.Refused, note);

    private static SupportEntry Ignored(string name, string note) =>
        new(name, Support.Ignored, note);

    private static IEnumerable<SupportEntry> Ignore(string note, params string[] names) =>
        names.Select(name => Ignored(name, note));
}
