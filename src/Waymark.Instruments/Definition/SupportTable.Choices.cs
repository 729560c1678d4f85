namespace Waymark.Instruments;

/// <summary>A point on which engines disagree or the standard leaves room, and what this engine does.</summary>
/// <param name="Point">The question.</param>
/// <param name="Choice">The answer, and why.</param>
public sealed record SupportChoice(string Point, string Choice);

public static partial class SupportTable
{
    /// <summary>What the engine does where engines disagree or the standard leaves room.</summary>
    public static IReadOnlyList<SupportChoice> Choices { get; } =
    [
        new("`enableWhen` with `!=` while the source is unanswered", "Holds: no answer is equal."),
        new(
            "`enableWhen` with `<` on texts, `=` or `>=` on dates",
            "Compares. A partial date that might be either (2024 against 2024-03-10) holds for no operator but `!=`."
        ),
        new("`enableWhen` whose source is disabled", "The source counts as unanswered."),
        new(
            "`enableWhen` with a coding that has no system",
            "Fits an answer of any system with that code; where the condition has a system, it must be the same."
        ),
        new(
            "`enableWhen` on an item with several occurrences",
            "Within the innermost repeating item around both. Among several there, the nearest before the asking item in the document, else the first after it. Answered or not: an occurrence is one once it has been added."
        ),
        new("`enableWhen` and `enableWhenExpression` on one item", "Both must hold."),
        new(
            "An expression that gives nothing as a condition",
            "Does not hold. As a constraint it is kept, as for invariants in FHIR."
        ),
        new(
            "Answers of disabled items",
            "Not in `%resource`, not in the completed response, kept in the draft and listed in `Form.KeptButDisabled`."
        ),
        new(
            "Items without an answer in `%resource`",
            "Not there, as in a completed response. `%context` is there always."
        ),
        new(
            "Items within a question",
            "Follow the question, answered or not, also when its answer was calculated or initial; each answer of a repeating question has its own."
        ),
        new(
            "The name of a calculated expression",
            "Does not make a variable; only `variable`, launch contexts and queries do."
        ),
        new(
            "A calculated value of the wrong type, or an empty text",
            "Not written; an issue says so. Integers become decimals, dates become date-times, numbers become quantities, as FHIRPath converts them of itself; a decimal without a fraction becomes an integer."
        ),
        new(
            "Several calculated values for an item that takes one",
            "The first is written; an issue says so."
        ),
        new(
            "A concept of a value set where a coding is asked",
            "Stands for its coding, as in `%questionnaire.contained.expansion.contains`."
        ),
        new(
            "A calculated value that a person changed",
            "Never overwritten. Taking the answer away gives it back to the calculation. In a response that does not say, a value that differs from the calculation was entered, unless the item is read-only."
        ),
        new(
            "A calculation on a disabled item",
            "Goes on; nobody sees it until the item is enabled."
        ),
        new(
            "`weight()` where an answer has none",
            "Gives nothing for that answer, and an issue says so. `itemWeight` goes before `ordinalValue`."
        ),
        new(
            "Calculations and conditions in a circle",
            "Refused at load where they name one another by linkId. Looking over many items (`item.where(linkId != 'x')`) may meet itself incidentally; it is computed until it rests, and an issue says where it does not."
        ),
        new(
            "`repeat(item)`",
            "As FHIRPath has it, leaves out items equal to one it has already: two instances with the same answers count once. A path through `item` keeps both."
        ),
        new("`round()`", "Half goes away from zero."),
        new(
            "`matches()`",
            "Finds the pattern anywhere; `matchesFull()` and the `regex` extension want the whole text. Matched in linear time; with lookaround or back references, within 100 ms."
        ),
        new(
            "Escapes in texts of expressions",
            "Those of FHIRPath only: `'\\d'` is an error that says to write `'\\\\d'`."
        ),
        new("`answer.valueCoding` and its kin", "Mean `answer.value` where the type is that one."),
        new(
            "A date-time without an offset, compared with one that has one",
            "Taken at the offset of the moment the form was opened with."
        ),
        new(
            "`minOccurs` on an optional question without an answer",
            "Not reported: it counts once there is an answer, or the item is required. Groups are counted always."
        ),
        new(
            "`required` within a question that is not answered",
            "Not missing: such items are asked about an answer. Within a group, required items are missing whether or not anything else in the group is answered."
        ),
        new(
            "`initial` and expressions for it",
            "Once, when a form is started, where there is no answer yet. Never when a stored response is opened."
        ),
        new("Attachments", "Refused in strict mode, never answerable: no file is accepted."),
        new(
            "Public test cases that say otherwise",
            "Items within a question whose answer was initial or calculated are enabled here, and missing in the evaluators' own responses (5 expectations); a text that is no date is not written to a date (3 expectations). All other expectations of the 204 shared answer sets hold."
        ),
    ];

    /// <summary>The FHIRPath functions that are evaluated, by name.</summary>
    public static IReadOnlyList<string> Functions { get; } =
    [.. Expressions.Functions.Table.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The functions of FHIRPath and FHIR that are refused, with the reason.</summary>
    public static IReadOnlyDictionary<string, string> RefusedFunctions { get; } =
        Expressions.Functions.Refused;
}
