using System.Text.Json;

namespace Waymark.Instruments;

internal sealed partial class DefinitionReader
{
    private ReadExtensions ReadExtensions(JsonElement element, string? linkId, string path)
    {
        if (!element.TryGet("extension", out _))
        {
            return Instruments.ReadExtensions.None;
        }

        var read = new ReadExtensions();
        var i = 0;
        foreach (var extension in Elements(element, "extension", linkId, path))
        {
            var place = Join(path, $"extension[{i++}]");
            if (ValueReader.Text(extension, "url") is { } url)
            {
                ReadExtension(extension, url, read, linkId, place);
            }
            else
            {
                _findings.Error(
                    IssueCodes.MissingElement,
                    linkId,
                    place,
                    "An extension needs a url."
                );
            }
        }

        return read;
    }

    private void ReadExtension(
        JsonElement extension,
        string url,
        ReadExtensions read,
        string? linkId,
        string path
    )
    {
        JudgeExtension(url, linkId, path);
        if (extension.TryGet("valueExpression", out var expression))
        {
            ReadExpressionExtension(expression, url, read, linkId, path);
            return;
        }

        switch (url)
        {
            case ExtensionUrls.TargetConstraint or ExtensionUrls.QuestionnaireConstraint:
                ReadConstraint(extension, read, linkId, path);
                return;
            case ExtensionUrls.AnswerOptionsToggle:
                ReadToggle(extension, read, linkId, path);
                return;
            case ExtensionUrls.LaunchContext:
                ReadLaunchContext(extension, read);
                return;
            case ExtensionUrls.Translation:
                ReadTranslation(extension, read);
                return;
            default:
                ReadSimple(extension, url, read, linkId, path);
                return;
        }
    }

    private void JudgeExtension(string url, string? linkId, string path)
    {
        switch (SupportTable.Extension(url))
        {
            case { Support: Support.Refused } entry:
                _findings.Refuse(
                    IssueCodes.NotSupported,
                    linkId,
                    path,
                    $"The extension {url} is not honoured: {entry.Note}"
                );
                break;
            case null when SupportTable.IsHl7Questionnaire(url):
                _findings.Refuse(
                    IssueCodes.UnknownExtension,
                    linkId,
                    path,
                    $"The engine does not know HL7's extension {url}, which may change what is asked."
                );
                break;
            case null:
                _findings.Inform(
                    IssueCodes.ForeignExtension,
                    linkId,
                    path,
                    $"The extension {url} is kept and does nothing."
                );
                break;
            default:
                break;
        }
    }

    private void ReadSimple(
        JsonElement extension,
        string url,
        ReadExtensions read,
        string? linkId,
        string path
    )
    {
        if (extension.TryGet("valueCodeableConcept", out var concept))
        {
            foreach (
                var coding in Elements(concept, "coding", linkId, path)
                    .Select(ValueReader.Coding)
                    .OfType<CodingAnswer>()
                    .Take(1)
            )
            {
                Add(read, url, coding.Code);
            }

            return;
        }

        foreach (var property in extension.EnumerateObject())
        {
            if (!property.Name.StartsWith("value", StringComparison.Ordinal))
            {
                continue;
            }

            if (ValueReader.Read(property.Name["value".Length..], property.Value) is { } value)
            {
                read.Values.TryAdd(url, value);
                if (url == ExtensionUrls.UnitOption && value is CodingAnswer unit)
                {
                    read.UnitOptions.Add(unit);
                }
            }

            Add(
                read,
                url,
                property.Value.ValueKind switch
                {
                    JsonValueKind.String => property.Value.GetString()!,
                    JsonValueKind.Object => ValueReader.Text(property.Value, "code")
                        ?? property.Value.GetRawText(),
                    _ => property.Value.GetRawText(),
                }
            );
            return;
        }
    }

    private static void Add(ReadExtensions read, string url, string text)
    {
        if (!read.Simple.TryGetValue(url, out var texts))
        {
            read.Simple[url] = texts = [];
        }

        texts.Add(text);
    }

    private void ReadExpressionExtension(
        JsonElement element,
        string url,
        ReadExtensions read,
        string? linkId,
        string path
    )
    {
        if (ReadExpression(element, linkId, path) is not { } expression)
        {
            if (ValueReader.Text(element, "name") is { } external)
            {
                _parts.External.Add(external);
            }

            return;
        }

        switch (url)
        {
            case ExtensionUrls.Variable when expression.Name is null:
                _findings.Refuse(
                    IssueCodes.MissingElement,
                    linkId,
                    path,
                    "A variable needs a name."
                );
                break;
            case ExtensionUrls.Variable:
                read.Variables.Add(expression);
                break;
            case ExtensionUrls.PopulationContext:
                if (expression.Name is { } name)
                {
                    _parts.External.Add(name);
                }

                break;
            default:
                read.Expressions.TryAdd(url, expression);
                break;
        }
    }

    /// <summary>Reads an Expression; <see langword="null"/> when it is not FHIRPath.</summary>
    private ExpressionSource? ReadExpression(JsonElement element, string? linkId, string path)
    {
        var language = ValueReader.Text(element, "language");
        var text = ValueReader.Text(element, "expression");
        switch (language)
        {
            case "application/x-fhir-query":
                return null; // The application answers queries and hands the result in under the expression's name.
            case "text/fhirpath" when text is not null:
                return new ExpressionSource(text, ValueReader.Text(element, "name"), path);
            case "text/fhirpath" or null:
                _findings.Refuse(
                    IssueCodes.MissingElement,
                    linkId,
                    path,
                    "An expression needs language \"text/fhirpath\" and an expression."
                );
                return null;
            default:
                _findings.Refuse(
                    IssueCodes.ExpressionLanguage,
                    linkId,
                    path,
                    $"Expressions in {language} are not evaluated; write it in text/fhirpath."
                );
                return null;
        }
    }

    private void ReadConstraint(
        JsonElement extension,
        ReadExtensions read,
        string? linkId,
        string path
    )
    {
        string? key = null;
        string? human = null;
        string? severity = null;
        string? location = null;
        ExpressionSource? expression = null;
        foreach (var part in Elements(extension, "extension", linkId, path))
        {
            var text = part.EnumerateObject()
                .FirstOrDefault(property =>
                    property.Name.StartsWith("value", StringComparison.Ordinal)
                )
                .Value;
            var value = text.ValueKind == JsonValueKind.String ? text.GetString() : null;
            switch (ValueReader.Text(part, "url"))
            {
                case "key":
                    key = value;
                    break;
                case "human":
                    human = value;
                    break;
                case "severity":
                    severity = value;
                    break;
                case "location":
                    location = value;
                    break;
                case "expression":
                    expression =
                        text.ValueKind == JsonValueKind.Object ? ReadExpression(text, linkId, path)
                        : value is null ? null
                        : new ExpressionSource(value, null, path);
                    break;
                default:
                    break;
            }
        }

        if (expression is null || human is null)
        {
            _findings.Refuse(
                IssueCodes.MissingElement,
                linkId,
                path,
                "A constraint needs an expression and a text for people (human)."
            );
            return;
        }

        read.Constraints.Add(new(key ?? "", severity != "warning", human, location, expression));
    }

    private void ReadToggle(JsonElement extension, ReadExtensions read, string? linkId, string path)
    {
        var options = new List<AnswerValue>();
        ExpressionSource? expression = null;
        foreach (var part in Elements(extension, "extension", linkId, path))
        {
            if (part.TryGet("valueExpression", out var source))
            {
                expression = ReadExpression(source, linkId, path);
            }
            else if (
                ValueReader.Find(part, "value") is { } found
                && ValueReader.Read(found.Name["value".Length..], found.Value) is { } option
            )
            {
                options.Add(option);
            }
        }

        if (expression is null || options.Count == 0)
        {
            _findings.Refuse(
                IssueCodes.MissingElement,
                linkId,
                path,
                "answerOptionsToggleExpression needs at least one option and an expression."
            );
            return;
        }

        read.Toggles.Add(new(options, expression));
    }

    private void ReadLaunchContext(JsonElement extension, ReadExtensions read)
    {
        foreach (var part in Elements(extension, "extension", null, ""))
        {
            if (ValueReader.Text(part, "url") == "name")
            {
                var name = part.TryGet("valueCoding", out var coding)
                    ? ValueReader.Text(coding, "code")
                    : null;
                name ??= ValueReader.Text(part, "valueId") ?? ValueReader.Text(part, "valueCode");
                if (name is not null)
                {
                    read.LaunchContexts.Add(name);
                }
            }
        }
    }

    private void ReadTranslation(JsonElement extension, ReadExtensions read)
    {
        string? language = null;
        string? content = null;
        foreach (var part in Elements(extension, "extension", null, ""))
        {
            switch (ValueReader.Text(part, "url"))
            {
                case "lang":
                    language = ValueReader.Text(part, "valueCode");
                    break;
                case "content":
                    content =
                        ValueReader.Text(part, "valueString")
                        ?? ValueReader.Text(part, "valueMarkdown");
                    break;
                default:
                    break;
            }
        }

        if (language is not null && content is not null)
        {
            read.Translations[language] = content;
        }
    }

    /// <summary>The extensions that stand on primitives: translations and <c>cqf-expression</c>.</summary>
    private void ReadTextExtensions(JsonElement element, ItemDefinition item)
    {
        foreach (var property in element.EnumerateObject())
        {
            if (!property.Name.StartsWith('_') || property.Value.ValueKind != JsonValueKind.Object)
            {
                continue;
            }

            var path = Join(item.JsonPath, property.Name);
            var extensions = ReadExtensions(property.Value, item.LinkId, path);
            if (property.Name == "_text" && extensions.Translations.Count > 0)
            {
                item.Translations = extensions.Translations;
            }

            if (
                !extensions.Expressions.TryGetValue(ExtensionUrls.CqfExpression, out var expression)
            )
            {
                continue;
            }

            switch (property.Name)
            {
                case "_text":
                    item.TextExpression = expression;
                    break;
                case "_required":
                    item.RequiredExpression = expression;
                    break;
                case "_readOnly":
                    item.ReadOnlyExpression = expression;
                    break;
                default:
                    _findings.Refuse(
                        IssueCodes.NotSupported,
                        item.LinkId,
                        path,
                        $"cqf-expression is honoured on text, required and readOnly, not on {property.Name[1..]}."
                    );
                    break;
            }
        }
    }
}
