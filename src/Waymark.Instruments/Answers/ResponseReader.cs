using System.Text.Json;
using Waymark.Instruments.Behavior;

namespace Waymark.Instruments;

/// <summary>Reads a QuestionnaireResponse into an open response. What does not fit becomes an issue that quotes it.</summary>
internal sealed class ResponseReader(ResponseTree tree, Settling settling)
{
    private readonly List<InstrumentIssue> _issues = [];
    private readonly List<(ItemInstance Instance, IReadOnlyList<AnswerValue> Values)> _unmarked =
    [];

    internal IReadOnlyList<InstrumentIssue> Issues => _issues;

    /// <summary>Values of calculated items that do not say whether a person entered them.</summary>
    internal IReadOnlyList<(ItemInstance Instance, IReadOnlyList<AnswerValue> Values)> Unmarked =>
        _unmarked;

    /// <returns>Whether it is a response to this instrument.</returns>
    internal bool Read(string json)
    {
        if (json.Length > DefinitionReader.MaxLength)
        {
            return Fail(IssueCodes.TooLarge, "The response is too long.");
        }

        using var document = JsonInput.Parse(json, DefinitionReader.MaxDepth * 2, out var why);
        if (document is null)
        {
            return Fail(IssueCodes.NotJson, "This is not JSON that can be read: " + why);
        }

        var root = document.RootElement;
        if (ValueReader.Text(root, "resourceType") != "QuestionnaireResponse")
        {
            return Fail(IssueCodes.WrongResource, "This is not a FHIR QuestionnaireResponse.");
        }

        if (!IsOwn(ValueReader.Text(root, "questionnaire")))
        {
            return false;
        }

        ReadItems(root, tree.Root, null);
        tree.Reindex();
        return true;
    }

    private bool IsOwn(string? canonical)
    {
        if (canonical is null || tree.Instrument.Url.Length == 0)
        {
            return true;
        }

        var bar = canonical.IndexOf('|', StringComparison.Ordinal);
        var url = bar < 0 ? canonical : canonical[..bar];
        var version = bar < 0 ? null : canonical[(bar + 1)..];
        if (
            url != tree.Instrument.Url
            || (version is not null && version != tree.Instrument.Version)
        )
        {
            return Fail(
                IssueCodes.OtherInstrument,
                $"The response answers {canonical}, not {tree.Instrument.Url}|{tree.Instrument.Version}. Open it with the version it was given against."
            );
        }

        return true;
    }

    private bool Fail(string code, string text)
    {
        _issues.Add(new(code, IssueSeverity.Error, null, null, text));
        return false;
    }

    private void Warn(string code, string? linkId, Place? place, string text) =>
        _issues.Add(new(code, IssueSeverity.Warning, linkId, place?.ToString(), text));

    private void ReadItems(JsonElement parent, Container owner, Place? path)
    {
        if (!parent.TryGet("item", out var items))
        {
            return;
        }

        if (items.ValueKind != JsonValueKind.Array)
        {
            Warn(
                IssueCodes.InvalidElement,
                null,
                new Place(path, "item", null),
                "item must be a JSON array: " + Quote(items)
            );
            return;
        }

        var seen = new int[owner.ChildDefinitions.Count];
        var i = 0;
        foreach (var element in items.EnumerateArray())
        {
            ReadItem(element, owner, seen, new Place(path, "item", i++));
        }
    }

    private void ReadItem(JsonElement element, Container owner, int[] seen, Place? path)
    {
        if (ValueReader.Text(element, "linkId") is not { } linkId)
        {
            Warn(
                IssueCodes.MissingElement,
                null,
                path,
                "An item without a linkId was left out: " + Quote(element)
            );
            return;
        }

        if (tree.Instrument.Find(linkId) is not { } definition)
        {
            Warn(
                IssueCodes.UnknownItem,
                linkId,
                path,
                $"The instrument has no item \"{linkId}\"; left out: " + Quote(element)
            );
            return;
        }

        if (!ReferenceEquals(Expected(owner, definition), definition))
        {
            Warn(
                IssueCodes.MisplacedItem,
                linkId,
                path,
                $"Item \"{linkId}\" does not belong here; left out: " + Quote(element)
            );
            return;
        }

        var occurrence = seen[definition.ChildIndex]++;
        if (occurrence > 0 && definition is not { Type: ItemType.Group, Repeats: true })
        {
            MergeAnswers(element, owner, definition, path);
            return;
        }

        var list = owner.Children[definition.ChildIndex];
        if (occurrence == list.Count)
        {
            var added = tree.Create(definition, owner);
            added.Occurrence = occurrence;
            list.Add(added);
        }

        ReadContent(element, list[occurrence], path);
    }

    // Some systems write an item once for each of its answers.
    private void MergeAnswers(
        JsonElement element,
        Container owner,
        ItemDefinition definition,
        Place? path
    )
    {
        var instance = owner.Children[definition.ChildIndex][0];
        if (!definition.Repeats || definition.Items.Count > 0)
        {
            Warn(
                IssueCodes.TooManyOccurrences,
                definition.LinkId,
                path,
                $"Item \"{definition.LinkId}\" occurs only once; left out: " + Quote(element)
            );
            return;
        }

        var values = Form.ValuesOf(instance).ToList();
        values.AddRange(
            ReadValues(element, definition, path)
                .Select(answer => answer.Value)
                .OfType<AnswerValue>()
        );
        AnswerLists.Replace(tree, settling, instance, values);
    }

    private static ItemDefinition? Expected(Container owner, ItemDefinition definition) =>
        definition.ChildIndex < owner.ChildDefinitions.Count
            ? owner.ChildDefinitions[definition.ChildIndex]
            : null;

    private void ReadContent(JsonElement element, ItemInstance instance, Place? path)
    {
        var definition = instance.Definition;
        if (!definition.IsQuestion)
        {
            if (element.TryGet("answer", out var answer))
            {
                Warn(
                    IssueCodes.NotAQuestion,
                    definition.LinkId,
                    path,
                    $"Item \"{definition.LinkId}\" takes no answer; left out: " + Quote(answer)
                );
            }

            ReadItems(element, instance, path);
            return;
        }

        var answers = ReadValues(element, definition, path).ToList();
        if (answers.Count > 1 && !definition.Repeats)
        {
            Warn(
                IssueCodes.TooManyAnswers,
                definition.LinkId,
                path,
                $"Item \"{definition.LinkId}\" takes one answer; left out: "
                    + string.Join(", ", answers.Skip(1).Select(answer => Quote(answer.Element)))
            );
            answers.RemoveRange(1, answers.Count - 1);
        }

        var origin = Origin(element);
        var values = answers.Select(answer => answer.Value).OfType<AnswerValue>().ToList();
        instance.ByPerson = values.Count > 0 && (!definition.IsCalculated || origin == "entered");
        if (definition.IsCalculated && origin is null)
        {
            _unmarked.Add((instance, values));
        }

        for (var i = 0; i < answers.Count; i++)
        {
            var slot = i < instance.Answers.Count ? instance.Answers[i] : tree.AddSlot(instance);
            slot.Given = answers[i].Value;
            if (definition.Items.Count > 0)
            {
                ReadItems(answers[i].Element, slot, new Place(path, "answer", i));
            }
            else if (answers[i].Element.TryGet("item", out var items))
            {
                Warn(
                    IssueCodes.MisplacedItem,
                    definition.LinkId,
                    path,
                    $"Item \"{definition.LinkId}\" holds no items; left out: " + Quote(items)
                );
            }
        }

        ReadStrayItems(element, instance, path);
    }

    // Items of a question belong within its answer; some systems write them beside it.
    private void ReadStrayItems(JsonElement element, ItemInstance instance, Place? path)
    {
        if (!element.TryGet("item", out var items))
        {
            return;
        }

        if (instance.Definition.Items.Count > 0 && instance.Answers.Count > 0)
        {
            ReadItems(element, instance.Answers[0], path);
        }
        else
        {
            Warn(
                IssueCodes.MisplacedItem,
                instance.Definition.LinkId,
                path,
                $"Item \"{instance.Definition.LinkId}\" holds no items; left out: " + Quote(items)
            );
        }
    }

    private IEnumerable<(AnswerValue? Value, JsonElement Element)> ReadValues(
        JsonElement element,
        ItemDefinition definition,
        Place? path
    )
    {
        if (!element.TryGet("answer", out var answers))
        {
            yield break;
        }

        if (answers.ValueKind != JsonValueKind.Array)
        {
            Warn(
                IssueCodes.InvalidElement,
                definition.LinkId,
                new Place(path, "answer", null),
                "answer must be a JSON array; left out: " + Quote(answers)
            );
            yield break;
        }

        var i = 0;
        foreach (var answer in answers.EnumerateArray())
        {
            var place = new Place(path, "answer", i++);
            if (answer.ValueKind != JsonValueKind.Object)
            {
                Warn(
                    IssueCodes.InvalidElement,
                    definition.LinkId,
                    place,
                    "An answer must be a JSON object; left out: " + Quote(answer)
                );
                continue;
            }

            var found = ValueReader.Find(answer, "value");
            var value = found is null
                ? null
                : ValueReader.Read(found.Value.Name["value".Length..], found.Value.Value);
            var fitting = value is null ? null : CalculatedValues.Fit(definition, value);
            if (fitting is null && found is not null)
            {
                Warn(
                    value is null ? IssueCodes.InvalidValue : IssueCodes.WrongType,
                    definition.LinkId,
                    place,
                    $"This is no answer for an item of type {ItemTypeNames.ToCode(definition.Type)}; left out: "
                        + Quote(answer)
                );
            }

            if (fitting is not null || (definition.Items.Count > 0 && answer.TryGet("item", out _)))
            {
                yield return (fitting, answer);
            }
        }
    }

    private static string? Origin(JsonElement element)
    {
        if (
            !element.TryGet("extension", out var extensions)
            || extensions.ValueKind != JsonValueKind.Array
        )
        {
            return null;
        }

        foreach (var extension in extensions.EnumerateArray())
        {
            if (ValueReader.Text(extension, "url") == ExtensionUrls.AnswerOrigin)
            {
                return ValueReader.Text(extension, "valueCode");
            }
        }

        return null;
    }

    private static string Quote(JsonElement element)
    {
        var text = element.GetRawText();
        return text.Length <= 500 ? text : text[..500] + "…";
    }

    /// <summary>Where in the JSON something stands; only written out when there is something to say about it.</summary>
    private sealed record Place(Place? Parent, string Name, int? Index)
    {
        public override string ToString() =>
            (Parent is null ? "" : Parent + ".") + Name + (Index is { } index ? $"[{index}]" : "");
    }
}
