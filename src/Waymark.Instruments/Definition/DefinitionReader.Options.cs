using System.Globalization;
using System.Text.Json;

namespace Waymark.Instruments;

internal sealed partial class DefinitionReader
{
    private void ReadOptions(JsonElement element, ItemDefinition item)
    {
        if (element.TryGet("answerOption", out _))
        {
            var options = new List<AnswerOption>();
            var i = 0;
            foreach (var option in Elements(element, "answerOption", item.LinkId, item.JsonPath))
            {
                if (
                    ReadOption(option, item, Join(item.JsonPath, $"answerOption[{i++}]")) is
                    { } read
                )
                {
                    options.Add(read);
                }
            }

            item.Options = options;
        }
        else if (ValueReader.Text(element, "answerValueSet") is { } url)
        {
            var options = _parts.ValueSets.GetValueOrDefault(url);
            item.Options = options ?? [];
            item.OptionsKnown = options is not null;
            if (options is null)
            {
                _findings.Refuse(
                    IssueCodes.ValueSetNotAvailable,
                    item.LinkId,
                    Join(item.JsonPath, "answerValueSet"),
                    $"The value set {url} is not contained in the instrument, so its options cannot be offered. Contain it, expanded or enumerated."
                );
            }
        }
    }

    private AnswerOption? ReadOption(JsonElement element, ItemDefinition item, string path)
    {
        if (
            element.ValueKind != JsonValueKind.Object
            || ValueReader.Find(element, "value") is not { } found
            || ValueReader.Read(found.Name["value".Length..], found.Value) is not { } value
        )
        {
            _findings.Error(
                IssueCodes.InvalidElement,
                item.LinkId,
                path,
                "An option needs a value[x] that can be read."
            );
            return null;
        }

        CheckElements(element, "item.answerOption.", item.LinkId, path);
        var extensions = ReadExtensions(element, item.LinkId, path);
        var onValue =
            found.Value.ValueKind == JsonValueKind.Object
                ? ReadExtensions(found.Value, item.LinkId, Join(path, found.Name))
                : extensions;
        var translations =
            found.Value.ValueKind == JsonValueKind.Object
            && found.Value.TryGet("_display", out var display)
            && display.ValueKind == JsonValueKind.Object
                ? ReadExtensions(
                    display,
                    item.LinkId,
                    Join(path, found.Name + "._display")
                ).Translations
                : extensions.Translations;
        return new AnswerOption(value)
        {
            Text = OptionText(value),
            Prefix =
                extensions.Text(ExtensionUrls.OptionPrefix)
                ?? onValue.Text(ExtensionUrls.OptionPrefix),
            Weight = extensions.Weight ?? onValue.Weight,
            Exclusive = extensions.Flag(ExtensionUrls.OptionExclusive),
            InitialSelected =
                element.TryGet("initialSelected", out var selected)
                && selected.ValueKind == JsonValueKind.True,
            Translations = translations,
        };
    }

    internal static string OptionText(AnswerValue value) =>
        value is CodingAnswer coding
            ? coding.Display ?? coding.Code
            : AnswerText.Format(value, CultureInfo.InvariantCulture);

    private void ReadValueSets()
    {
        var i = 0;
        foreach (var resource in Elements(_root, "contained", null, ""))
        {
            var path = $"contained[{i++}]";
            if (
                ValueReader.Text(resource, "resourceType") != "ValueSet"
                || ValueReader.Text(resource, "id") is not { } id
            )
            {
                continue;
            }

            var options = ReadExpansion(resource, path) ?? ReadCompose(resource, path);
            if (options is null)
            {
                continue;
            }

            _parts.ValueSets["#" + id] = options;
            if (ValueReader.Text(resource, "url") is { } url)
            {
                _parts.ValueSets.TryAdd(url, options);
            }
        }
    }

    private List<AnswerOption>? ReadExpansion(JsonElement valueSet, string path)
    {
        if (
            !valueSet.TryGet("expansion", out var expansion)
            || expansion.ValueKind != JsonValueKind.Object
            || !expansion.TryGet("contains", out _)
        )
        {
            return null;
        }

        var options = new List<AnswerOption>();
        AddContained(expansion, Join(path, "expansion"), options);
        return options;
    }

    private void AddContained(JsonElement parent, string path, List<AnswerOption> options)
    {
        foreach (var concept in Elements(parent, "contains", null, path))
        {
            if (concept.ValueKind == JsonValueKind.Object)
            {
                AddConcept(concept, ValueReader.Text(concept, "system"), path, options);
                AddContained(concept, path, options);
            }
        }
    }

    /// <summary>An enumerated value set; <see langword="null"/> when it takes whole code systems or filters, which are not at hand.</summary>
    private List<AnswerOption>? ReadCompose(JsonElement valueSet, string path)
    {
        if (
            !valueSet.TryGet("compose", out var compose)
            || compose.ValueKind != JsonValueKind.Object
            || compose.TryGet("exclude", out _)
            || !compose.TryGet("include", out _)
        )
        {
            return null;
        }

        var options = new List<AnswerOption>();
        foreach (var include in Elements(compose, "include", null, path))
        {
            if (include.ValueKind != JsonValueKind.Object || !include.TryGet("concept", out _))
            {
                return null;
            }

            foreach (var concept in Elements(include, "concept", null, path))
            {
                AddConcept(concept, ValueReader.Text(include, "system"), path, options);
            }
        }

        return options;
    }

    private void AddConcept(
        JsonElement concept,
        string? system,
        string path,
        List<AnswerOption> options
    )
    {
        if (
            ValueReader.Text(concept, "code") is not { } code
            || (
                concept.TryGet("abstract", out var isAbstract)
                && isAbstract.ValueKind == JsonValueKind.True
            )
        )
        {
            return;
        }

        var extensions = ReadExtensions(concept, null, path);
        var value = new CodingAnswer(system, code, ValueReader.Text(concept, "display"));
        options.Add(
            new AnswerOption(value)
            {
                Text = OptionText(value),
                Weight = extensions.Weight ?? PropertyWeight(concept),
                Prefix = extensions.Text(ExtensionUrls.OptionPrefix),
            }
        );
    }

    // R5 writes a concept's properties, among them its weight, on the expansion; R4 carries them in an extension.
    private decimal? PropertyWeight(JsonElement concept)
    {
        foreach (var extension in Elements(concept, "extension", null, ""))
        {
            if (
                ValueReader.Text(extension, "url")
                != "http://hl7.org/fhir/5.0/StructureDefinition/extension-ValueSet.expansion.contains.property"
            )
            {
                continue;
            }

            string? code = null;
            decimal? value = null;
            foreach (var part in Elements(extension, "extension", null, ""))
            {
                code ??= ValueReader.Text(part, "valueCode");
                value ??=
                    part.TryGet("valueDecimal", out var number)
                    && number.ValueKind == JsonValueKind.Number
                        ? number.GetDecimal()
                        : null;
            }

            if (code is "itemWeight" or "weight" or "ordinalValue")
            {
                return value;
            }
        }

        return null;
    }
}
