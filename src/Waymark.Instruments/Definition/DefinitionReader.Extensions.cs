using System.Text.Json;

namespace Waymark.Instruments;

internal sealed partial class DefinitionReader
{
    private readonly HashSet<string> _foreign = new(StringComparer.Ordinal);

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
            case null when _foreign.Add(url):
                _findings.Inform(
                    IssueCodes.ForeignExtension,
                    linkId,
                    path,
                    $"The extension {url} is kept and does nothing, here and wherever else it stands."
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
                read.AddText(url, coding.Code);
            }

            return;
        }

        foreach (var property in extension.Properties())
        {
            if (!property.Name.StartsWith("value", StringComparison.Ordinal))
            {
                continue;
            }

            if (ValueReader.Read(property.Name["value".Length..], property.Value) is { } value)
            {
                read.AddValue(url, value);
            }

            read.AddText(
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
                if (url == ExtensionUrls.PopulationContext)
                {
                    // What a query finds, the application hands in under the query's name.
                    read.AddExpression(url, new ExpressionSource("%" + external, external, path));
                }
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
                read.Add(expression);
                break;
            case ExtensionUrls.PopulationContext:
                if (expression.Name is { } name)
                {
                    _parts.External.Add(name);
                    read.AddExpression(url, expression);
                }
                else
                {
                    _findings.Refuse(
                        IssueCodes.MissingElement,
                        linkId,
                        path,
                        "A population context needs a name, for the expressions within to use."
                    );
                }

                break;
            default:
                read.AddExpression(url, expression);
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
}
