using System.Text.Json;

namespace Waymark.Instruments;

/// <summary>Reads a Questionnaire from JSON into item definitions, judging every element and extension by <see cref="SupportTable"/>.</summary>
internal sealed partial class DefinitionReader
{
    /// <summary>The deepest JSON accepted; about sixty levels of items.</summary>
    internal const int MaxDepth = 128;

    /// <summary>The longest definition accepted, in UTF-16 code units.</summary>
    internal const int MaxLength = 32 * 1024 * 1024;

    private static readonly HashSet<string> Statuses = ["draft", "active", "retired", "unknown"];

    private readonly Findings _findings;
    private readonly InstrumentParts _parts = new();
    private JsonElement _root;

    private DefinitionReader(Findings findings) => _findings = findings;

    internal static InstrumentParts? Read(string json, Findings findings)
    {
        if (json.Length > MaxLength)
        {
            findings.Error(
                IssueCodes.TooLarge,
                null,
                null,
                $"The definition is longer than {MaxLength} characters. Split it into several instruments."
            );
            return null;
        }

        using var document = JsonInput.Parse(json, MaxDepth, out var why);
        if (document is null)
        {
            findings.Error(
                IssueCodes.NotJson,
                null,
                null,
                "This is not JSON that can be read: " + why
            );
            return null;
        }

        var reader = new DefinitionReader(findings) { _root = document.RootElement };
        return reader.ReadRoot() ? reader._parts : null;
    }

    private bool ReadRoot()
    {
        if (
            _root.ValueKind != JsonValueKind.Object
            || ValueReader.Text(_root, "resourceType") != "Questionnaire"
        )
        {
            _findings.Error(
                IssueCodes.WrongResource,
                null,
                null,
                "This is not a FHIR Questionnaire: resourceType must be \"Questionnaire\"."
            );
            return false;
        }

        CheckElements(_root, "", null, "");
        _parts.Url = ValueReader.Text(_root, "url") ?? "";
        _parts.Version = ValueReader.Text(_root, "version") ?? "";
        _parts.Title =
            ValueReader.Text(_root, "title") ?? ValueReader.Text(_root, "name") ?? _parts.Url;
        _parts.Language = ValueReader.Text(_root, "language");
        foreach (var name in (string[])["url", "version"])
        {
            if (ValueReader.Text(_root, name) is null)
            {
                _findings.Refuse(
                    IssueCodes.MissingElement,
                    null,
                    name,
                    $"The instrument needs a {name}, so that each response says exactly what it answers."
                );
            }
        }

        if (ValueReader.Text(_root, "status") is not { } status || !Statuses.Contains(status))
        {
            _findings.Refuse(
                IssueCodes.InvalidElement,
                null,
                "status",
                "status must be draft, active, retired or unknown."
            );
        }

        ReadValueSets();
        var extensions = ReadExtensions(_root, null, "");
        _parts.Variables = extensions.Variables;
        _parts.Constraints = extensions.Constraints;
        foreach (var name in extensions.LaunchContexts)
        {
            _parts.External.Add(name);
        }

        _parts.Items = ReadItems(_root, null, "");
        return true;
    }

    private List<ItemDefinition> ReadItems(
        JsonElement parent,
        ItemDefinition? parentItem,
        string parentPath
    )
    {
        var items = new List<ItemDefinition>();
        var i = 0;
        foreach (var element in Elements(parent, "item", parentItem?.LinkId, parentPath))
        {
            if (ReadItem(element, parentItem, Join(parentPath, $"item[{i++}]")) is { } item)
            {
                item.ChildIndex = items.Count;
                items.Add(item);
            }
        }

        return items;
    }

    private ItemDefinition? ReadItem(JsonElement element, ItemDefinition? parent, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            _findings.Error(
                IssueCodes.InvalidElement,
                parent?.LinkId,
                path,
                "An item must be a JSON object."
            );
            return null;
        }

        if (ValueReader.Text(element, "linkId") is not { } linkId)
        {
            _findings.Error(
                IssueCodes.MissingElement,
                parent?.LinkId,
                path,
                "An item needs a linkId."
            );
            return null;
        }

        if (ReadType(element, linkId, path) is not { } type)
        {
            return null;
        }

        var item = new ItemDefinition(linkId, type, parent, _parts.All.Count) { JsonPath = path };
        if (!_parts.ByLinkId.TryAdd(linkId, item))
        {
            _findings.Error(
                IssueCodes.DuplicateLinkId,
                linkId,
                path,
                $"Two items have the linkId \"{linkId}\". Give each its own."
            );
            return null;
        }

        _parts.All.Add(item);
        CheckElements(element, "item.", linkId, path);
        ReadPlain(element, item);
        ReadConditions(element, item);
        var extensions = ReadExtensions(element, linkId, path);
        extensions.ApplyTo(item);
        ReadTextExtensions(element, item);
        ReadOptions(element, item);
        ReadInitial(element, item);
        item.ReachedByItemsOnly =
            parent is null || (parent.Type == ItemType.Group && parent.ReachedByItemsOnly);
        item.RepeatScope = item.Repeats ? item : parent?.RepeatScope;
        item.Items = ReadItems(element, item, path);
        return item;
    }

    private ItemType? ReadType(JsonElement element, string linkId, string path)
    {
        var code = ValueReader.Text(element, "type");
        if (code is null)
        {
            _findings.Error(
                IssueCodes.MissingElement,
                linkId,
                path,
                $"Item \"{linkId}\" needs a type."
            );
            return null;
        }

        if (!ItemTypeNames.TryParse(code, out var type))
        {
            _findings.Error(
                IssueCodes.InvalidElement,
                linkId,
                Join(path, "type"),
                $"FHIR R4 has no item type \"{code}\"."
            );
            return null;
        }

        if (type == ItemType.Attachment)
        {
            _findings.Refuse(
                IssueCodes.NotSupported,
                linkId,
                Join(path, "type"),
                $"Item \"{linkId}\" asks for a file. No file is ever accepted; ask for words instead."
            );
        }

        return type;
    }

    private void ReadPlain(JsonElement element, ItemDefinition item)
    {
        item.Text = ValueReader.Text(element, "text") ?? "";
        item.Prefix = ValueReader.Text(element, "prefix");
        item.Definition = ValueReader.Text(element, "definition");
        item.Required = Flag(element, "required", item);
        item.Repeats = Flag(element, "repeats", item);
        item.ReadOnly = Flag(element, "readOnly", item);
        if (element.TryGet("maxLength", out var maxLength))
        {
            item.MaxLength =
                maxLength.ValueKind == JsonValueKind.Number
                && maxLength.TryGetInt32(out var length)
                && length >= 0
                    ? length
                    : null;
            if (item.MaxLength is null)
            {
                Invalid(item, "maxLength", "must be a whole number, not negative");
            }
        }

        if (element.TryGet("code", out _))
        {
            item.Codes =
            [
                .. Elements(element, "code", item.LinkId, item.JsonPath)
                    .Select(ValueReader.Coding)
                    .OfType<CodingAnswer>(),
            ];
        }
    }

    private bool Flag(JsonElement element, string name, ItemDefinition item)
    {
        if (!element.TryGet(name, out var value))
        {
            return false;
        }

        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Invalid(item, name, "must be true or false");
        }

        return value.ValueKind == JsonValueKind.True;
    }

    private void Invalid(ItemDefinition item, string name, string what) =>
        _findings.Error(
            IssueCodes.InvalidElement,
            item.LinkId,
            Join(item.JsonPath, name),
            $"{name} of item \"{item.LinkId}\" {what}."
        );

    /// <summary>The elements of an array property; anything but an array is reported and read as empty.</summary>
    private JsonElement.ArrayEnumerator Elements(
        JsonElement parent,
        string name,
        string? linkId,
        string path
    )
    {
        if (!parent.TryGet(name, out var array))
        {
            return default;
        }

        if (array.ValueKind == JsonValueKind.Array)
        {
            return array.EnumerateArray();
        }

        _findings.Error(
            IssueCodes.InvalidElement,
            linkId,
            Join(path, name),
            $"{name} must be a JSON array."
        );
        return default;
    }

    /// <summary>Judges every property of an object by the table; <paramref name="prefix"/> is its path in the table, ending in a dot.</summary>
    private void CheckElements(JsonElement element, string prefix, string? linkId, string path)
    {
        foreach (var property in element.Properties())
        {
            // _text and the like hold the extensions of a primitive; they are judged where they are read.
            var name = property.Name.StartsWith('_') ? property.Name[1..] : property.Name;
            var entry = SupportTable.Element(prefix.Length == 0 ? name : ChoiceName(prefix, name));
            if (entry is null)
            {
                _findings.Refuse(
                    IssueCodes.UnknownElement,
                    linkId,
                    Join(path, property.Name),
                    $"A FHIR R4 Questionnaire has no element \"{prefix}{name}\". Check the spelling and the FHIR version."
                );
            }
            else if (entry.Support == Support.Refused)
            {
                _findings.Refuse(
                    IssueCodes.NotSupported,
                    linkId,
                    Join(path, property.Name),
                    $"{entry.Name} is not honoured: {entry.Note}"
                );
            }
        }
    }

    private static string ChoiceName(string prefix, string name) =>
        prefix switch
        {
            "item.answerOption."
            or "item.initial." when name.StartsWith("value", StringComparison.Ordinal) => prefix
                + "value[x]",
            "item.enableWhen." when name.StartsWith("answer", StringComparison.Ordinal) => prefix
                + "answer[x]",
            "item." => ItemElementName(name),
            _ => prefix + name,
        };

    // The properties of items are by far the most frequent; spelling them out avoids a string for each.
    private static string ItemElementName(string name) =>
        name switch
        {
            "linkId" => "item.linkId",
            "text" => "item.text",
            "type" => "item.type",
            "answerOption" => "item.answerOption",
            "enableWhen" => "item.enableWhen",
            "extension" => "item.extension",
            _ => "item." + name,
        };

    private static string Join(string path, string name) =>
        path.Length == 0 ? name : path + "." + name;
}
