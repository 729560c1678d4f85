using System.Text.Json.Nodes;
using Waymark.Content;
using Waymark.Instruments;

namespace Waymark.Tests.Features.Surveys.Codebook;

/// <summary>Surveys made by chance, with groups, conditions and every kind of question that a table of answers can hold, and answers to them.</summary>
internal sealed class RandomSurvey(int seed)
{
    private readonly Random _random = new(seed);
    private readonly List<(string LinkId, string Type, JsonArray? Options)> _sources = [];
    private int _count;

    internal Instrument Make()
    {
        var questionnaire = new JsonObject
        {
            ["resourceType"] = "Questionnaire",
            ["url"] = "https://waymark.example/fhir/Questionnaire/surveys/random",
            ["version"] = "1.0.0",
            ["title"] = "Random",
            ["status"] = "draft",
            ["item"] = Items(0),
        };
        var load = Instrument.Load(questionnaire.ToJsonString());
        return load.Value
            ?? throw new InvalidOperationException(
                string.Join('\n', load.Issues.Select(i => i.Text))
            );
    }

    internal void Answer(Form form)
    {
        var items = form.Instrument.All.Where(item => item.IsQuestion).ToList();
        for (var i = 0; i < items.Count * 2; i++)
        {
            var item = items[_random.Next(items.Count)];
            form.Set(item.LinkId, Values(item));
        }
    }

    private IReadOnlyList<AnswerValue> Values(ItemDefinition item)
    {
        if (_random.Next(6) == 0)
        {
            return [];
        }

        var count = item.Repeats ? _random.Next(1, 4) : 1;
        return
        [
            .. Enumerable
                .Range(0, count)
                .Select<int, AnswerValue>(_ =>
                    item.Type switch
                    {
                        ItemType.Boolean => new BooleanAnswer(_random.Next(2) == 0),
                        ItemType.Integer => new IntegerAnswer(_random.Next(-2, 13)),
                        _ => item.Options[_random.Next(item.Options.Count)].Value,
                    }
                )
                .Distinct(),
        ];
    }

    private JsonArray Items(int depth)
    {
        var items = new JsonArray();
        for (var i = _random.Next(2, 6); i > 0; i--)
        {
            items.Add(depth < 2 && _random.Next(4) == 0 ? Group(depth) : Question());
        }

        return items;
    }

    private JsonObject Group(int depth)
    {
        var group = new JsonObject
        {
            ["linkId"] = $"g{_count++}",
            ["text"] = "A group",
            ["type"] = "group",
        };
        AddConditions(group);
        group["item"] = Items(depth + 1);
        return group;
    }

    private JsonObject Question()
    {
        var linkId = $"q{_count++}_é";
        var type = (string[])["choice", "choice", "choice", "boolean", "integer"];
        var question = new JsonObject
        {
            ["linkId"] = linkId,
            ["text"] = "A question?",
            ["type"] = type[_random.Next(type.Length)],
        };
        AddConditions(question);
        var kind = (string)question["type"]!;
        JsonArray? options = null;
        if (kind == "choice")
        {
            question["answerOption"] = options = Options();
            question["repeats"] = _random.Next(3) == 0;
        }
        else if (kind == "integer")
        {
            question["extension"] = new JsonArray(Bound("minValue", 0), Bound("maxValue", 10));
        }

        if (kind == "boolean" || (kind == "choice" && !(bool)question["repeats"]!))
        {
            _sources.Add((linkId, kind, options));
        }

        return question;
    }

    private static JsonObject Bound(string name, int value) =>
        new()
        {
            ["url"] = "http://hl7.org/fhir/StructureDefinition/" + name,
            ["valueInteger"] = value,
        };

    private JsonArray Options()
    {
        var options = new JsonArray();
        var weighted = _random.Next(2) == 0;
        for (var i = _random.Next(2, 6); i > 0; i--)
        {
            var option = new JsonObject
            {
                ["valueCoding"] = new JsonObject
                {
                    ["system"] = "https://example.org/codes",
                    ["code"] = $"c{i}-é",
                    ["display"] = $"Answer {i}",
                },
            };
            if (weighted)
            {
                option["extension"] = new JsonArray(
                    new JsonObject
                    {
                        ["url"] = "http://hl7.org/fhir/StructureDefinition/itemWeight",
                        ["valueDecimal"] = i * 10,
                    }
                );
            }

            options.Add(option);
        }

        if (_random.Next(2) == 0)
        {
            options.Add(
                new JsonObject
                {
                    ["valueCoding"] = new JsonObject
                    {
                        ["system"] = ContentUrls.AbsentReason,
                        ["code"] = "asked-declined",
                        ["display"] = "Prefer not to say",
                    },
                }
            );
        }

        return options;
    }

    private void AddConditions(JsonObject item)
    {
        if (_sources.Count == 0 || _random.Next(2) == 0)
        {
            return;
        }

        var conditions = new JsonArray();
        for (var i = _random.Next(1, 3); i > 0; i--)
        {
            conditions.Add(Condition());
        }

        item["enableWhen"] = conditions;
        item["enableBehavior"] = _random.Next(2) == 0 ? "all" : "any";
    }

    private JsonObject Condition()
    {
        var (linkId, type, options) = _sources[_random.Next(_sources.Count)];
        var condition = new JsonObject { ["question"] = linkId };
        if (_random.Next(3) == 0)
        {
            condition["operator"] = "exists";
            condition["answerBoolean"] = _random.Next(2) == 0;
            return condition;
        }

        condition["operator"] = _random.Next(2) == 0 ? "=" : "!=";
        if (type == "boolean")
        {
            condition["answerBoolean"] = _random.Next(2) == 0;
        }
        else
        {
            condition["answerCoding"] = options![_random.Next(options.Count)]![
                "valueCoding"
            ]!.DeepClone();
        }

        return condition;
    }
}
