using System.Text.Json;
using System.Text.Json.Nodes;

namespace Waymark.Instruments;

/// <summary>Reads a contained resource as a template.</summary>
internal sealed class TemplateReader(TemplateNames names, Findings findings)
{
    /// <summary>Reads the resource; its own id is only its name within the instrument, and is left out.</summary>
    internal TemplateObject ReadResource(FhirElement resource)
    {
        var read = ReadObject(resource);
        return read with
        {
            Properties = [.. read.Properties.Where(property => property.Name != "id")],
        };
    }

    private TemplateObject ReadObject(FhirElement element)
    {
        var properties = new List<TemplateProperty>();
        foreach (var property in element.Json.EnumerateObject())
        {
            if (property.Name == "extension")
            {
                AddOtherExtensions(element, properties);
            }
            else if (!property.Name.StartsWith('_'))
            {
                properties.Add(ReadProperty(element, property.Name, property.Value));
            }
            else if (!element.Has(property.Name[1..]))
            {
                properties.Add(ReadProperty(element, property.Name[1..], default));
            }
        }

        return new TemplateObject(
            element.Path,
            Expression(element, ExtractionUrls.TemplateContext),
            Expression(element, ExtractionUrls.TemplateValue),
            properties
        );
    }

    private TemplateProperty ReadProperty(FhirElement parent, string name, JsonElement value)
    {
        parent.Json.TryGetProperty("_" + name, out var sibling);
        var path = parent.At(name);
        if (value.ValueKind != JsonValueKind.Array && sibling.ValueKind != JsonValueKind.Array)
        {
            return new(name, false, [ReadPart(value, sibling, path)]);
        }

        var count = Math.Max(Length(value), Length(sibling));
        var parts = new List<TemplateNode>();
        for (var i = 0; i < count; i++)
        {
            parts.Add(ReadPart(At(value, i), At(sibling, i), $"{path}[{i}]"));
        }

        return new(name, true, parts);
    }

    private TemplateNode ReadPart(JsonElement value, JsonElement sibling, string path)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            return ReadObject(new FhirElement(value, path, findings));
        }

        var constant = value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null
            ? null
            : JsonNode.Parse(value.GetRawText());
        if (sibling.ValueKind != JsonValueKind.Object)
        {
            return new TemplatePrimitive(path, null, null, constant, null);
        }

        var element = new FhirElement(sibling, path, findings);
        return new TemplatePrimitive(
            path,
            Expression(element, ExtractionUrls.TemplateContext),
            Expression(element, ExtractionUrls.TemplateValue),
            constant,
            Rest(element)
        );
    }

    private void AddOtherExtensions(FhirElement element, List<TemplateProperty> properties)
    {
        var others = element
            .Children("extension")
            .Where(extension => !IsTemplate(extension))
            .Select(ReadObject)
            .ToList();
        if (others.Count > 0)
        {
            properties.Add(new TemplateProperty("extension", true, others));
        }
    }

    // The id and the extensions of a primitive that are not instructions to us.
    private static JsonObject? Rest(FhirElement element)
    {
        var rest = JsonNode.Parse(element.Json.GetRawText())!.AsObject();
        var others = element
            .Children("extension")
            .Where(extension => !IsTemplate(extension))
            .Select(extension => JsonNode.Parse(extension.Json.GetRawText()))
            .ToArray();
        rest.Remove("extension");
        if (others.Length > 0)
        {
            rest["extension"] = new JsonArray(others);
        }

        return rest.Count == 0 ? null : rest;
    }

    private static bool IsTemplate(FhirElement extension) =>
        ValueReader.Text(extension.Json, "url")
            is ExtractionUrls.TemplateContext
                or ExtractionUrls.TemplateValue;

    private TemplateExpression? Expression(FhirElement element, string url)
    {
        var extensions = element.Extensions(url).ToList();
        if (extensions.Count > 1)
        {
            extensions[1]
                .Error(
                    IssueCodes.InvalidElement,
                    null,
                    "There can be only one such expression here."
                );
        }

        return extensions.Count == 0
            ? null
            : TemplateExpressions.Read(extensions[0], names, findings);
    }

    private static int Length(JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.GetArrayLength() : 0;

    private static JsonElement At(JsonElement list, int index) =>
        index < Length(list) ? list[index] : default;
}

/// <summary>Expressions as the extraction extensions carry them.</summary>
internal static class TemplateExpressions
{
    /// <summary>Reads a <c>valueString</c> (FHIRPath) or a <c>valueExpression</c> in FHIRPath.</summary>
    internal static TemplateExpression? Read(
        FhirElement extension,
        TemplateNames names,
        Findings findings
    )
    {
        var text = extension.Has("valueString") ? extension.Text("valueString") : null;
        if (extension.Child("valueExpression") is { } expression)
        {
            if (expression.Text("language") is not "text/fhirpath")
            {
                expression.Error(
                    IssueCodes.ExpressionLanguage,
                    "language",
                    "The expression must be FHIRPath, with the language text/fhirpath."
                );
                return null;
            }

            text = expression.Text("expression");
        }

        if (text is null)
        {
            extension.Error(IssueCodes.MissingElement, null, "There is no expression here.");
            return null;
        }

        return TemplateExpression.Compile(
            new ExpressionSource(text, null, extension.Path),
            names,
            findings
        );
    }
}
