using System.Globalization;
using System.Text.Json.Nodes;

namespace Waymark.Benchmarks.Engine;

/// <summary>
/// The questionnaire that our engine and its peers are measured on, written once so that all read the same bytes.
/// Sections of twenty items: a group, a group of fourteen four-option choices with ordinals (up to six of them shown only when an
/// earlier choice of the section has a certain answer), an integer, a text, and two chained calculations (the sum of the weights of
/// the choices; that sum plus the integer). The last section is cut so that the form has exactly <see cref="ItemCount"/> items.
/// </summary>
internal sealed class GeneratedForm
{
    /// <summary>The ordinal value of an option, as R4 spells it.</summary>
    public const string OrdinalUrl = "http://hl7.org/fhir/StructureDefinition/ordinalValue";

    private const string CalculatedUrl =
        "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression";
    private const string OptionSystem = "https://waymark.example/fhir/CodeSystem/bench";
    private const int SectionSize = 20;
    private const int ItemsBesideChoices = 6;
    private const int ConditionalChoices = 6;
    private const int OptionCount = 4;

    private GeneratedForm(int itemCount, bool unanalysable)
    {
        ItemCount = itemCount;
        Questionnaire = BuildQuestionnaire(itemCount, unanalysable);
        Response = BuildResponse(itemCount);
    }

    /// <summary>Items of every type, at every depth.</summary>
    public int ItemCount { get; }

    /// <summary>A FHIR R4 Questionnaire.</summary>
    public JsonObject Questionnaire { get; }

    /// <summary>A QuestionnaireResponse that answers every question and leaves the calculations out.</summary>
    public JsonObject Response { get; }

    /// <summary>The section whose first choice is the one answer that flips: in the middle of the form.</summary>
    public int ChangedSection => SectionSizes(ItemCount).Count() / 2;

    /// <summary>The choice that flips between option 1 (its dependants shown) and option 0 (hidden).</summary>
    public string ChangedLinkId => Choice(ChangedSection, 0);

    /// <summary>The calculation at the end of the chain that the flip must change.</summary>
    public string TotalLinkId => Total(ChangedSection);

    /// <summary>The value of <see cref="TotalLinkId"/> with option <paramref name="option"/> chosen in <see cref="ChangedLinkId"/>.</summary>
    public int ExpectedTotal(int option)
    {
        var section = ChangedSection;
        var choices = SectionSizes(ItemCount).ElementAt(section) - ItemsBesideChoices;
        var sum = option;
        for (var i = 1; i < choices; i++)
        {
            var hidden = SourceOf(i, choices) == 0 && option != 1;
            sum += hidden ? 0 : AnswerOf(section, i, choices);
        }
        return sum + IntegerAnswer(section);
    }

    /// <summary>The form of the tables.</summary>
    public static GeneratedForm OfSize(int itemCount) => new(itemCount, unanalysable: false);

    /// <summary>The same form with one more calculation, over <c>descendants()</c>, whose dependencies nobody can name beforehand.</summary>
    public static GeneratedForm WithUnanalysableExpression(int itemCount) =>
        new(itemCount, unanalysable: true);

    /// <summary>One object with everything a peer needs: form, answers, the change and what must follow from it.</summary>
    public JsonObject ForPeers() =>
        new()
        {
            ["itemCount"] = ItemCount,
            ["questionnaire"] = Questionnaire.DeepClone(),
            ["response"] = Response.DeepClone(),
            ["change"] = new JsonObject
            {
                ["linkId"] = ChangedLinkId,
                ["options"] = new JsonArray(Coding(0), Coding(1)),
                ["totalLinkId"] = TotalLinkId,
                ["expectedTotals"] = new JsonArray(ExpectedTotal(0), ExpectedTotal(1)),
            },
        };

    /// <summary>The coding of an option, with its text.</summary>
    public static JsonObject Coding(int option) =>
        new()
        {
            ["system"] = OptionSystem,
            ["code"] = Code(option),
            ["display"] = string.Create(CultureInfo.InvariantCulture, $"Option {option}"),
        };

    private static JsonObject BuildQuestionnaire(int itemCount, bool unanalysable)
    {
        var items = new JsonArray();
        foreach (
            var (size, section) in SectionSizes(itemCount)
                .Select((size, section) => (size, section))
        )
        {
            items.Add(Section(section, size - ItemsBesideChoices));
        }
        if (unanalysable)
        {
            items.Add(
                Calculated(
                    "everything",
                    "Everything",
                    "%resource.descendants().where(linkId.exists()).count()"
                )
            );
        }
        return new JsonObject
        {
            ["resourceType"] = "Questionnaire",
            ["url"] = string.Create(
                CultureInfo.InvariantCulture,
                $"https://waymark.example/fhir/Questionnaire/bench-{itemCount}"
            ),
            ["version"] = "1.0.0",
            ["title"] = "Benchmark form",
            ["status"] = "active",
            ["subjectType"] = new JsonArray("Patient"),
            ["item"] = items,
        };
    }

    private static JsonObject Section(int section, int choices)
    {
        var questions = new JsonArray();
        for (var i = 0; i < choices; i++)
        {
            questions.Add(ChoiceItem(section, i, choices));
        }
        return new JsonObject
        {
            ["linkId"] = Id(section, ""),
            ["text"] = string.Create(CultureInfo.InvariantCulture, $"Section {section}"),
            ["type"] = "group",
            ["item"] = new JsonArray(
                new JsonObject
                {
                    ["linkId"] = Questions(section),
                    ["text"] = "Questions",
                    ["type"] = "group",
                    ["item"] = questions,
                },
                new JsonObject
                {
                    ["linkId"] = Adjustment(section),
                    ["text"] = "Adjustment",
                    ["type"] = "integer",
                },
                new JsonObject
                {
                    ["linkId"] = Note(section),
                    ["text"] = "Note",
                    ["type"] = "string",
                },
                Calculated(
                    Score(section),
                    "Score",
                    $"%resource.item.where(linkId='{Id(section, "")}').item.where(linkId='{Questions(section)}').item.answer.weight().sum()"
                ),
                Calculated(
                    Total(section),
                    "Score with adjustment",
                    $"%resource.item.where(linkId='{Id(section, "")}').item.where(linkId='{Score(section)}').answer.value"
                        + $" + %resource.item.where(linkId='{Id(section, "")}').item.where(linkId='{Adjustment(section)}').answer.value"
                )
            ),
        };
    }

    private static JsonObject ChoiceItem(int section, int index, int choices)
    {
        var item = new JsonObject
        {
            ["linkId"] = Choice(section, index),
            ["text"] = string.Create(CultureInfo.InvariantCulture, $"Question {section}.{index}"),
            ["type"] = "choice",
        };
        if (SourceOf(index, choices) is { } source)
        {
            item["enableWhen"] = new JsonArray(
                new JsonObject
                {
                    ["question"] = Choice(section, source),
                    ["operator"] = "=",
                    ["answerCoding"] = Coding(1),
                }
            );
        }
        item["answerOption"] = new JsonArray([
            .. Enumerable
                .Range(0, OptionCount)
                .Select(option => new JsonObject
                {
                    ["extension"] = new JsonArray(
                        new JsonObject { ["url"] = OrdinalUrl, ["valueDecimal"] = option }
                    ),
                    ["valueCoding"] = Coding(option),
                }),
        ]);
        return item;
    }

    private static JsonObject Calculated(string linkId, string text, string expression) =>
        new()
        {
            ["extension"] = new JsonArray(
                new JsonObject
                {
                    ["url"] = CalculatedUrl,
                    ["valueExpression"] = new JsonObject
                    {
                        ["language"] = "text/fhirpath",
                        ["expression"] = expression,
                    },
                }
            ),
            ["linkId"] = linkId,
            ["text"] = text,
            ["type"] = "integer",
            ["readOnly"] = true,
        };

    private static JsonObject BuildResponse(int itemCount)
    {
        var items = new JsonArray();
        foreach (
            var (size, section) in SectionSizes(itemCount)
                .Select((size, section) => (size, section))
        )
        {
            var choices = size - ItemsBesideChoices;
            items.Add(
                new JsonObject
                {
                    ["linkId"] = Id(section, ""),
                    ["item"] = new JsonArray(
                        new JsonObject
                        {
                            ["linkId"] = Questions(section),
                            ["item"] = new JsonArray([
                                .. Enumerable
                                    .Range(0, choices)
                                    .Select(i =>
                                        Answered(
                                            Choice(section, i),
                                            "valueCoding",
                                            Coding(AnswerOf(section, i, choices))
                                        )
                                    ),
                            ]),
                        },
                        Answered(Adjustment(section), "valueInteger", IntegerAnswer(section)),
                        Answered(Note(section), "valueString", "Seen and noted")
                    ),
                }
            );
        }
        return new JsonObject
        {
            ["resourceType"] = "QuestionnaireResponse",
            ["questionnaire"] = string.Create(
                CultureInfo.InvariantCulture,
                $"https://waymark.example/fhir/Questionnaire/bench-{itemCount}|1.0.0"
            ),
            ["status"] = "in-progress",
            ["item"] = items,
        };
    }

    private static JsonObject Answered(string linkId, string valueName, JsonNode value) =>
        new()
        {
            ["linkId"] = linkId,
            ["answer"] = new JsonArray(new JsonObject { [valueName] = value }),
        };

    private static IEnumerable<int> SectionSizes(int itemCount)
    {
        for (var left = itemCount; left > 0; left -= SectionSize)
        {
            yield return Math.Min(left, SectionSize);
        }
    }

    // The last choices of a section hang on its first ones, one each, so that a flip hides one question.
    private static int? SourceOf(int index, int choices)
    {
        var conditional = Math.Min(ConditionalChoices, choices / 2);
        var first = choices - conditional;
        return index >= first ? index - first : null;
    }

    private static int AnswerOf(int section, int index, int choices)
    {
        var isSource = index < Math.Min(ConditionalChoices, choices / 2);
        return isSource ? 1 : (section + index) % OptionCount;
    }

    private static int IntegerAnswer(int section) => section % 7;

    private static string Code(int option) =>
        string.Create(CultureInfo.InvariantCulture, $"o{option}");

    private static string Id(int section, string part) =>
        string.Create(CultureInfo.InvariantCulture, $"s{section}{part}");

    private static string Questions(int section) => Id(section, ".questions");

    private static string Choice(int section, int index) =>
        Id(section, string.Create(CultureInfo.InvariantCulture, $".q{index}"));

    private static string Adjustment(int section) => Id(section, ".adjustment");

    private static string Note(int section) => Id(section, ".note");

    private static string Score(int section) => Id(section, ".score");

    private static string Total(int section) => Id(section, ".total");
}
