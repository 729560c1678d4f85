using System.Text.Json.Nodes;
using Waymark.Instruments.Behavior;
using Waymark.Instruments.Expressions;

namespace Waymark.Instruments;

/// <summary>Fills one resource in, element by element, from the items within an occurrence.</summary>
internal sealed class DefinitionExtractionRun(
    DefinitionExtractionPlan plan,
    Func<ItemInstance, ExtractionScope> scopeOf,
    Action<string, string, string, ItemInstance> report
)
{
    private readonly HashSet<ItemDefinition> _startOthers =
    [
        .. plan.Resources.Select(resource => resource.Item).OfType<ItemDefinition>(),
    ];

    internal JsonObject Fill(DefinedResource resource, ItemInstance instance)
    {
        var made = new JsonObject { ["resourceType"] = resource.Type };
        FillFrom(instance, made, 0);
        Prune(made);
        return made;
    }

    // An element that was entered and got nothing would not be valid JSON of FHIR.
    private static bool Prune(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject part:
                foreach (
                    var name in part.Where(property => Prune(property.Value))
                        .Select(property => property.Key)
                        .ToList()
                )
                {
                    part.Remove(name);
                }

                return part.Count == 0;
            case JsonArray list:
                foreach (var empty in list.Where(Prune).ToList())
                {
                    list.Remove(empty);
                }

                return list.Count == 0;
            default:
                return false;
        }
    }

    private void FillFrom(ItemInstance instance, JsonObject into, int depth)
    {
        var values = instance.IsRoot
            ? plan.RootValues
            : plan.Values.GetValueOrDefault(instance.Definition) ?? [];
        foreach (var value in values)
        {
            AddValue(value, instance, into, depth);
        }

        FillWithin(instance, into, depth);
    }

    private void FillWithin(Container container, JsonObject into, int depth)
    {
        foreach (
            var child in container.Children.SelectMany(list => list).Where(child => child.IsVisible)
        )
        {
            if (_startOthers.Contains(child.Definition))
            {
                continue;
            }

            var steps = plan.ElementOf.GetValueOrDefault(child.Definition);
            if (!child.Definition.IsQuestion)
            {
                FillFrom(
                    child,
                    steps is null ? into : Enter(into, steps, depth),
                    steps?.Count ?? depth
                );
                continue;
            }

            foreach (var answer in child.Answers)
            {
                if (steps is not null && answer.Given is { } given)
                {
                    AddAnswer(given, child, steps, into, depth);
                }

                FillWithin(answer, into, depth);
            }
        }
    }

    private void AddAnswer(
        AnswerValue answer,
        ItemInstance item,
        IReadOnlyList<ElementStep> steps,
        JsonObject into,
        int depth
    )
    {
        if (
            ElementConversion.Convert(answer, steps[^1].Types, item.Definition.Unit)
            is not var (type, json)
        )
        {
            report(
                IssueCodes.ExtractionValueMismatch,
                item.Definition.JsonPath,
                $"{steps[^1].Name} cannot hold this answer, which was left out.",
                item
            );
            return;
        }

        Put(into, steps, depth, type, json, item.Definition.JsonPath, item);
    }

    private void AddValue(DefinedValue value, ItemInstance instance, JsonObject into, int depth)
    {
        if (value.Fixed is var (type, json))
        {
            Put(into, value.Steps, depth, type, json.DeepClone(), value.Path, instance);
            return;
        }

        foreach (var node in value.Expression!.Evaluate(scopeOf(instance), instance.Self))
        {
            if (Convert(node, value.Steps[^1].Types) is var (found, converted))
            {
                Put(into, value.Steps, depth, found, converted, value.Path, instance);
            }
            else
            {
                report(
                    IssueCodes.ExtractionValueMismatch,
                    value.Path,
                    $"The expression gives a {node.TypeName}, which {value.Steps[^1].Name} cannot hold.",
                    instance
                );
            }
        }
    }

    private static (string Type, JsonNode Json)? Convert(Node node, IReadOnlyList<string> types)
    {
        var asItIs = types.FirstOrDefault(type => type == node.TypeName);
        if (asItIs is not null && NodeJson.Write(node) is { } json)
        {
            return (asItIs, json);
        }

        return AnswerNodes.ToAnswer(node) is { } answer
            ? ElementConversion.Convert(answer, types)
            : null;
    }

    private void Put(
        JsonObject into,
        IReadOnlyList<ElementStep> steps,
        int depth,
        string type,
        JsonNode json,
        string path,
        ItemInstance instance
    )
    {
        var parent = Walk(into, steps, depth, steps.Count - 1);
        var last = steps[^1];
        var name = ElementPath.JsonName(last, type);
        if (last.IsList)
        {
            ListOf(parent, name).Add(json);
        }
        else if (!parent.TryAdd(name, json))
        {
            report(
                IssueCodes.ExtractionTooManyValues,
                path,
                $"{name} can have one value, and has one already: this one was left out.",
                instance
            );
        }
    }

    /// <summary>A new element at the end of the way, for a group that stands for it.</summary>
    private static JsonObject Enter(JsonObject into, IReadOnlyList<ElementStep> steps, int depth)
    {
        var parent = Walk(into, steps, depth, steps.Count - 1);
        var last = steps[^1];
        if (!last.IsList)
        {
            return ObjectOf(parent, last.Name);
        }

        var entered = new JsonObject();
        ListOf(parent, last.Name).Add(entered);
        return entered;
    }

    // Of what can occur several times and has no group of its own, the first is meant.
    private static JsonObject Walk(
        JsonObject from,
        IReadOnlyList<ElementStep> steps,
        int depth,
        int end
    )
    {
        for (var i = depth; i < end; i++)
        {
            if (!steps[i].IsList)
            {
                from = ObjectOf(from, steps[i].Name);
                continue;
            }

            var list = ListOf(from, steps[i].Name);
            if (list.Count == 0)
            {
                list.Add(new JsonObject());
            }

            from = list[0]!.AsObject();
        }

        return from;
    }

    private static JsonObject ObjectOf(JsonObject parent, string name)
    {
        if (parent[name] is not JsonObject child)
        {
            parent[name] = child = [];
        }

        return child;
    }

    private static JsonArray ListOf(JsonObject parent, string name)
    {
        if (parent[name] is not JsonArray list)
        {
            parent[name] = list = [];
        }

        return list;
    }
}
