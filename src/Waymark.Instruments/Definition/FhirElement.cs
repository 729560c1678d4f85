using System.Text.Json;

namespace Waymark.Instruments;

/// <summary>A JSON object of a FHIR resource with its place, which reports what has the wrong shape instead of throwing.</summary>
internal readonly struct FhirElement(JsonElement json, string path, Findings findings)
{
    internal JsonElement Json { get; } = json;

    /// <summary>Such as <c>action[2].condition[0]</c>; empty for the resource.</summary>
    internal string Path { get; } = path;

    private bool IsObject => Json.ValueKind == JsonValueKind.Object;

    /// <summary>Reads a document whose root must be a resource of a certain type.</summary>
    /// <returns>The resource, or <see langword="null"/> when an error has been found.</returns>
    /// <remarks>The elements stay valid: the document is cloned out of the parser's memory.</remarks>
    internal static FhirElement? Resource(string json, string resourceType, Findings findings)
    {
        if (json.Length > DefinitionReader.MaxLength)
        {
            findings.Error(
                IssueCodes.TooLarge,
                null,
                null,
                $"The {resourceType} is longer than {DefinitionReader.MaxLength} characters."
            );
            return null;
        }

        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(
                json,
                new JsonDocumentOptions { MaxDepth = DefinitionReader.MaxDepth }
            );
            root = document.RootElement.Clone();
        }
        catch (JsonException exception)
        {
            findings.Error(
                IssueCodes.NotJson,
                null,
                null,
                "This is not JSON that can be read: " + exception.Message
            );
            return null;
        }

        var resource = new FhirElement(root, "", findings);
        if (resource.IsObject && ValueReader.Text(root, "resourceType") == resourceType)
        {
            return resource;
        }

        findings.Error(
            IssueCodes.WrongResource,
            null,
            null,
            $"This is not a FHIR {resourceType}: resourceType must be \"{resourceType}\"."
        );
        return null;
    }

    /// <summary>The path of a property.</summary>
    internal string At(string name) => Path.Length == 0 ? name : $"{Path}.{name}";

    /// <summary>Reports an error here, or at the property <paramref name="name"/>.</summary>
    internal void Error(string code, string? name, string text, string? linkId = null) =>
        findings.Error(code, linkId, name is null ? Path : At(name), text);

    /// <summary>Reports a warning here, or at the property <paramref name="name"/>.</summary>
    internal void Warn(string code, string? name, string text, string? linkId = null) =>
        findings.Warn(code, linkId, name is null ? Path : At(name), text);

    internal bool Has(string name) => IsObject && Json.TryGetProperty(name, out _);

    /// <summary>A text; <see langword="null"/> when it is not there. An empty text, or none at all, is an error.</summary>
    internal string? Text(string name)
    {
        if (!IsObject || !Json.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        Error(IssueCodes.InvalidElement, name, $"{name} must be a text that is not empty.");
        return null;
    }

    /// <summary>A text that must be there.</summary>
    internal string? Needed(string name, string why)
    {
        if (!Has(name))
        {
            Error(IssueCodes.MissingElement, name, why);
        }

        return Text(name);
    }

    /// <summary>An object; <see langword="null"/> when it is not there.</summary>
    internal FhirElement? Child(string name)
    {
        if (!IsObject || !Json.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new FhirElement(value, At(name), findings);
        }

        Error(IssueCodes.InvalidElement, name, $"{name} must be an object.");
        return null;
    }

    /// <summary>The objects of a list; none when it is not there.</summary>
    internal List<FhirElement> Children(string name)
    {
        var children = new List<FhirElement>();
        if (!IsObject || !Json.TryGetProperty(name, out var list))
        {
            return children;
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Error(IssueCodes.InvalidElement, name, $"{name} must be a list.");
            return children;
        }

        var i = 0;
        foreach (var entry in list.EnumerateArray())
        {
            var child = new FhirElement(entry, $"{At(name)}[{i++}]", findings);
            if (child.IsObject)
            {
                children.Add(child);
            }
            else
            {
                child.Error(IssueCodes.InvalidElement, null, $"Each {name} must be an object.");
            }
        }

        return children;
    }

    /// <summary>The extensions with this URL, in order.</summary>
    internal IEnumerable<FhirElement> Extensions(string url) =>
        Children("extension").Where(extension => ValueReader.Text(extension.Json, "url") == url);

    /// <summary>The <c>value[x]</c> of an extension or an answer; <see langword="null"/> when there is none that is an answer.</summary>
    internal AnswerValue? Value()
    {
        foreach (var property in IsObject ? Json.EnumerateObject() : default)
        {
            if (
                property.Name.StartsWith("value", StringComparison.Ordinal)
                && SimpleType(property.Name["value".Length..]) is { } type
            )
            {
                return ValueReader.Read(type, property.Value);
            }
        }

        return null;
    }

    /// <summary>The <c>value[x]</c> as text; <see langword="null"/> when there is none, or it is not simple.</summary>
    internal string? ValueText() =>
        Value() switch
        {
            StringAnswer text => text.Value,
            UriAnswer uri => uri.Value,
            BooleanAnswer boolean => boolean.Value ? "true" : "false",
            IntegerAnswer integer => integer.Value.ToString(
                System.Globalization.CultureInfo.InvariantCulture
            ),
            DecimalAnswer number => number.Value.ToString(
                System.Globalization.CultureInfo.InvariantCulture
            ),
            DateAnswer date => date.Value.ToString(),
            DateTimeAnswer dateTime => dateTime.Value,
            CodingAnswer coding => coding.Code,
            _ => null,
        };

    // Everything that is a text in JSON reads as one.
    private static string? SimpleType(string type) =>
        type switch
        {
            "Code" or "Id" or "Markdown" or "Oid" => "String",
            "Url" or "Canonical" => "Uri",
            "PositiveInt" or "UnsignedInt" => "Integer",
            "Boolean"
            or "Decimal"
            or "Integer"
            or "Date"
            or "DateTime"
            or "Time"
            or "String"
            or "Uri"
            or "Coding"
            or "Quantity"
            or "Reference" => type,
            _ => null,
        };
}
