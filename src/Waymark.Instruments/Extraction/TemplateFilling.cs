using System.Text.Json.Nodes;
using Waymark.Instruments.Expressions;

namespace Waymark.Instruments;

/// <summary>Fills a template in from the answers.</summary>
internal static class TemplateFilling
{
    /// <summary>The resource; <see langword="null"/> when nothing is left of it.</summary>
    internal static JsonObject? FillResource(TemplateObject template, ExtractionScope scope) =>
        FillPart(template, scope.Item.Self, scope) is [JsonObject resource] ? resource : null;

    private static List<JsonNode> FillPart(TemplateNode part, Node[] focus, ExtractionScope scope)
    {
        Node[][] foci = part.Context is null
            ? [focus]
            : [.. part.Context.Evaluate(scope, focus).Select(node => (Node[])[node])];
        var filled = new List<JsonNode>();
        foreach (var at in foci)
        {
            if (part.Value is not null)
            {
                AddValues(part, at, scope, filled);
            }
            else if (part is TemplateObject template)
            {
                var result = FillObject(template, at, scope);
                if (result.Count > 0)
                {
                    filled.Add(result);
                }
            }
            else if (part is TemplatePrimitive { Constant: { } constant })
            {
                filled.Add(constant.DeepClone());
            }
        }

        return filled;
    }

    private static void AddValues(
        TemplateNode part,
        Node[] focus,
        ExtractionScope scope,
        List<JsonNode> filled
    )
    {
        foreach (var node in part.Value!.Evaluate(scope, focus))
        {
            var json = NodeJson.Write(node);
            if (part is TemplateObject template && json is JsonObject value)
            {
                // What the template states beside the expression stays, where the value has nothing of its own.
                foreach (var (name, stated) in FillObject(template, focus, scope))
                {
                    value.TryAdd(name, stated?.DeepClone());
                }

                filled.Add(value);
            }
            else if (part is TemplatePrimitive && json is JsonValue)
            {
                filled.Add(json);
            }
            else
            {
                scope.Report(
                    IssueCodes.ExtractionValueMismatch,
                    part.Path,
                    $"The expression gives a {node.TypeName}, which this element cannot hold."
                );
            }
        }
    }

    private static JsonObject FillObject(
        TemplateObject template,
        Node[] focus,
        ExtractionScope scope
    )
    {
        var result = new JsonObject();
        foreach (var property in template.Properties)
        {
            var filled = new JsonArray();
            var beside = new JsonArray();
            foreach (var part in property.Parts)
            {
                foreach (var value in FillPart(part, focus, scope))
                {
                    filled.Add(value);
                    beside.Add(
                        part is TemplatePrimitive { Element: { } element }
                            ? element.DeepClone()
                            : null
                    );
                }
            }

            if (!property.IsList && filled.Count > 1)
            {
                scope.Report(
                    IssueCodes.ExtractionTooManyValues,
                    $"{template.Path}.{property.Name}",
                    $"{property.Name} can have one value, and {filled.Count} were given: it was left out."
                );
            }
            else if (filled.Count > 0)
            {
                Put(result, property.Name, property.IsList, filled);
                if (beside.Any(element => element is not null))
                {
                    Put(result, "_" + property.Name, property.IsList, beside);
                }
            }
        }

        return result;
    }

    private static void Put(JsonObject into, string name, bool isList, JsonArray values) =>
        into[name] = isList ? values : values[0]?.DeepClone();
}
