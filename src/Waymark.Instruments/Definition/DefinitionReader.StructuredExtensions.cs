using System.Text.Json;

namespace Waymark.Instruments;

internal sealed partial class DefinitionReader
{
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
            var text = part.Properties()
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

        read.Add(
            new ConstraintSource(key ?? "", severity != "warning", human, location, expression)
        );
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

        read.Add(new ToggleSource(options, expression));
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
            read.AddTranslation(language, content);
        }
    }

    /// <summary>The extensions that stand on primitives: translations and <c>cqf-expression</c>.</summary>
    private void ReadTextExtensions(JsonElement element, ItemDefinition item)
    {
        foreach (var property in element.Properties())
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

            if (extensions.Expression(ExtensionUrls.CqfExpression) is not { } expression)
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
