using System.Text.Json.Nodes;

namespace Waymark.Instruments.Tests.Properties;

/// <summary>
/// A questionnaire made by chance: nested and repeating groups, questions with nested items, conditions, calculations and variables that
/// read earlier items. The same seed always makes the same one.
/// </summary>
internal sealed class RandomInstrument
{
    private const string System = "http://example.org/cs";
    private readonly Random _random;
    private readonly List<(string LinkId, string Type, bool IsRepeating, string Path)> _earlier =
    [];
    private int _number;

    private RandomInstrument(int seed) => _random = new Random(seed);

    internal static Instrument Make(int seed)
    {
        var json = new RandomInstrument(seed).Questionnaire();
        var loaded = Instrument.Load(json, LoadMode.Tolerant);
        return loaded.Value
            ?? throw new InvalidOperationException(string.Join("\n", loaded.Issues) + json);
    }

    private string Questionnaire() =>
        new JsonObject
        {
            ["resourceType"] = "Questionnaire",
            ["url"] = "http://example.org/Questionnaire/random",
            ["version"] = "1",
            ["status"] = "active",
            ["item"] = Items(_random.Next(3, 9), 0, "%resource", false),
        }.ToJsonString();

    private JsonArray Items(int count, int depth, string path, bool repeating)
    {
        var items = new JsonArray();
        for (var i = 0; i < count; i++)
        {
            items.Add(Item(depth, path, repeating));
        }

        return items;
    }

    private JsonObject Item(int depth, string path, bool repeating)
    {
        var linkId = $"i{_number++}";
        var item = new JsonObject { ["linkId"] = linkId };
        AddConditions(item);
        var own = $"{path}.item.where(linkId='{linkId}')";
        if (depth < 3 && _random.Next(4) == 0)
        {
            var repeats = _random.Next(2) == 0;
            item["type"] = "group";
            item["repeats"] = repeats;
            item["item"] = Items(_random.Next(1, 5), depth + 1, own, repeating || repeats);
            return item;
        }

        var type = ((string[])["integer", "boolean", "choice", "string", "decimal"])[
            _random.Next(5)
        ];
        item["type"] = type;
        if (type == "choice")
        {
            item["answerOption"] = new JsonArray([.. Enumerable.Range(0, 3).Select(Option)]);
        }

        if (
            type is "integer" or "decimal"
            && _random.Next(3) == 0
            && Calculation() is { } expression
        )
        {
            item["extension"] = new JsonArray(
                Expression(
                    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression",
                    expression
                )
            );
            item["readOnly"] = _random.Next(2) == 0;
        }

        var isRepeating = type != "boolean" && _random.Next(5) == 0;
        item["repeats"] = isRepeating;
        if (depth < 3 && _random.Next(6) == 0)
        {
            item["item"] = Items(
                _random.Next(1, 3),
                depth + 1,
                own + ".answer",
                repeating || isRepeating
            );
        }

        _earlier.Add((linkId, type, repeating || isRepeating, own));
        return item;
    }

    private static JsonNode Option(int i) =>
        new JsonObject
        {
            ["valueCoding"] = new JsonObject
            {
                ["system"] = System,
                ["code"] = $"c{i}",
                ["display"] = $"Code {i}",
                ["extension"] = new JsonArray(
                    new JsonObject
                    {
                        ["url"] = "http://hl7.org/fhir/StructureDefinition/ordinalValue",
                        ["valueDecimal"] = i,
                    }
                ),
            },
        };

    private void AddConditions(JsonObject item)
    {
        if (_earlier.Count == 0 || _random.Next(3) > 0)
        {
            return;
        }

        var count = _random.Next(1, 3);
        item["enableWhen"] = new JsonArray([
            .. Enumerable.Range(0, count).Select(_ => Condition()),
        ]);
        item["enableBehavior"] = _random.Next(2) == 0 ? "all" : "any";
    }

    private JsonObject Condition()
    {
        var (linkId, type, _, _) = _earlier[_random.Next(_earlier.Count)];
        var condition = new JsonObject { ["question"] = linkId };
        if (_random.Next(3) == 0)
        {
            condition["operator"] = "exists";
            condition["answerBoolean"] = _random.Next(2) == 0;
            return condition;
        }

        switch (type)
        {
            case "integer" or "decimal":
                condition["operator"] = ((string[])["=", "!=", "<", ">", "<=", ">="])[
                    _random.Next(6)
                ];
                condition[type == "integer" ? "answerInteger" : "answerDecimal"] = _random.Next(5);
                break;
            case "boolean":
                condition["operator"] = _random.Next(2) == 0 ? "=" : "!=";
                condition["answerBoolean"] = _random.Next(2) == 0;
                break;
            case "choice":
                condition["operator"] = _random.Next(2) == 0 ? "=" : "!=";
                condition["answerCoding"] = new JsonObject
                {
                    ["system"] = System,
                    ["code"] = $"c{_random.Next(3)}",
                };
                break;
            default:
                condition["operator"] = _random.Next(2) == 0 ? "=" : "<";
                condition["answerString"] = "m";
                break;
        }

        return condition;
    }

    private string? Calculation()
    {
        var numbers = _earlier.Where(item => item.Type is "integer" or "decimal").ToList();
        var choices = _earlier.Where(item => item.Type == "choice").ToList();
        return _random.Next(6) switch
        {
            0 when numbers.Count > 0 => Pick(numbers).Path + ".answer.value.sum()",
            1 when numbers.Count > 0 => Pick(numbers).Path + ".answer.value.first() + 1",
            2 when choices.Count > 0 => Pick(choices).Path + ".answer.weight().sum()",
            3 when _earlier.Count > 0 => Pick(_earlier).Path + ".answer.count()",
            4 when numbers.Count > 0 =>
                $"%resource.repeat(item).where(linkId='{Pick(numbers).LinkId}').answer.value.count()",
            5 when choices.Count > 0 =>
                $"iif({Pick(choices).Path}.answer.value.code contains 'c1', 1, {{}})",
            _ => null,
        };
    }

    private (string LinkId, string Type, bool IsRepeating, string Path) Pick(
        List<(string LinkId, string Type, bool IsRepeating, string Path)> from
    ) => from[_random.Next(from.Count)];

    private static JsonObject Expression(string url, string expression) =>
        new JsonObject
        {
            ["url"] = url,
            ["valueExpression"] = new JsonObject
            {
                ["language"] = "text/fhirpath",
                ["expression"] = expression,
            },
        };
}
