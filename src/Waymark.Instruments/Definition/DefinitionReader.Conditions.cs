using System.Text.Json;

namespace Waymark.Instruments;

internal sealed partial class DefinitionReader
{
    private static readonly Dictionary<string, EnableOperator> Operators = new(
        StringComparer.Ordinal
    )
    {
        ["exists"] = EnableOperator.Exists,
        ["="] = EnableOperator.Equal,
        ["!="] = EnableOperator.NotEqual,
        [">"] = EnableOperator.Greater,
        ["<"] = EnableOperator.Less,
        [">="] = EnableOperator.GreaterOrEqual,
        ["<="] = EnableOperator.LessOrEqual,
    };

    private void ReadConditions(JsonElement element, ItemDefinition item)
    {
        if (!element.TryGet("enableWhen", out _))
        {
            return;
        }

        var conditions = new List<EnableWhen>();
        var i = 0;
        foreach (var condition in Elements(element, "enableWhen", item.LinkId, item.JsonPath))
        {
            if (
                ReadCondition(condition, item, Join(item.JsonPath, $"enableWhen[{i++}]")) is
                { } enableWhen
            )
            {
                conditions.Add(enableWhen);
            }
        }

        item.EnableWhen = conditions;
        item.EnableAll = ValueReader.Text(element, "enableBehavior") switch
        {
            "any" => false,
            "all" => true,
            null => MissingBehavior(item, conditions.Count),
            _ => InvalidBehavior(item),
        };
    }

    private bool MissingBehavior(ItemDefinition item, int conditions)
    {
        if (conditions > 1)
        {
            _findings.Refuse(
                IssueCodes.MissingEnableBehavior,
                item.LinkId,
                item.JsonPath,
                $"Item \"{item.LinkId}\" has {conditions} conditions; say with enableBehavior whether all or any must hold."
            );
        }

        return true;
    }

    private bool InvalidBehavior(ItemDefinition item)
    {
        Invalid(item, "enableBehavior", "must be all or any");
        return true;
    }

    private EnableWhen? ReadCondition(JsonElement element, ItemDefinition item, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            _findings.Error(
                IssueCodes.InvalidElement,
                item.LinkId,
                path,
                "A condition must be a JSON object."
            );
            return null;
        }

        CheckElements(element, "item.enableWhen.", item.LinkId, path);
        if (
            ValueReader.Text(element, "question") is not { } question
            || ValueReader.Text(element, "operator") is not { } symbol
            || ValueReader.Find(element, "answer") is not { } answer
        )
        {
            _findings.Error(
                IssueCodes.MissingElement,
                item.LinkId,
                path,
                "A condition needs question, operator and answer[x]."
            );
            return null;
        }

        if (!Operators.TryGetValue(symbol, out var op))
        {
            _findings.Error(
                IssueCodes.InvalidElement,
                item.LinkId,
                Join(path, "operator"),
                $"\"{symbol}\" is not an operator of enableWhen."
            );
            return null;
        }

        if (ValueReader.Read(answer.Name["answer".Length..], answer.Value) is not { } value)
        {
            _findings.Error(
                IssueCodes.InvalidElement,
                item.LinkId,
                Join(path, answer.Name),
                $"{answer.Name} cannot be read."
            );
            return null;
        }

        return new EnableWhen(question, op, value, path);
    }

    private void ReadInitial(JsonElement element, ItemDefinition item)
    {
        if (!element.TryGet("initial", out _))
        {
            return;
        }

        var values = new List<AnswerValue>();
        var i = 0;
        foreach (var initial in Elements(element, "initial", item.LinkId, item.JsonPath))
        {
            var path = Join(item.JsonPath, $"initial[{i++}]");
            if (initial.ValueKind == JsonValueKind.Object)
            {
                CheckElements(initial, "item.initial.", item.LinkId, path);
                if (
                    ValueReader.Find(initial, "value") is { } found
                    && ValueReader.Read(found.Name["value".Length..], found.Value) is { } value
                )
                {
                    values.Add(value);
                    continue;
                }
            }

            _findings.Refuse(
                IssueCodes.InitialMismatch,
                item.LinkId,
                path,
                "An initial value needs a value[x] that can be read."
            );
        }

        item.Initial = values;
    }
}
