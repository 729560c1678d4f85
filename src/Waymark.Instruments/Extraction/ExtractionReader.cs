using System.Text.Json.Nodes;

namespace Waymark.Instruments;

/// <summary>Reads what an instrument says about extraction.</summary>
internal sealed class ExtractionReader
{
    private readonly Instrument _instrument;
    private readonly Findings _findings;
    private readonly Dictionary<string, FhirElement> _contained = new(StringComparer.Ordinal);
    private readonly Dictionary<ItemDefinition, IReadOnlyList<string>> _itemIds = [];
    private readonly List<ResourceTemplate> _resources = [];
    private readonly List<ObservedItem> _observations = [];
    private readonly DefinitionExtractionReader _definitions;

    private ExtractionReader(Instrument instrument, Findings findings)
    {
        _instrument = instrument;
        _findings = findings;
        _definitions = new DefinitionExtractionReader(findings);
    }

    internal static ExtractionPlan Read(Instrument instrument, Findings findings)
    {
        var reader = new ExtractionReader(instrument, findings);
        return FhirElement.Resource(instrument.Json, "Questionnaire", findings) is { } root
            ? reader.Read(root)
            : reader.Plan([], null);
    }

    private ExtractionPlan Read(FhirElement root)
    {
        foreach (var resource in root.Children("contained"))
        {
            if (ValueReader.Text(resource.Json, "id") is { } id)
            {
                _contained[id] = resource;
            }
        }

        var rootIds = AllocatedIds(root, new HashSet<string>());
        var names = new TemplateNames(_instrument, null, rootIds.ToHashSet());
        var bundle = root.Extensions(ExtractionUrls.TemplateBundle)
            .Select(extension => ReadBundle(extension, names))
            .FirstOrDefault();
        ReadTemplates(root, null, names);
        var around = new Surroundings(
            names,
            _definitions.ReadRoot(root, names),
            ReadObserved(root, null, false),
            Categories(root, [])
        );
        ReadItems(root, around);
        return Plan(rootIds, bundle);
    }

    private ExtractionPlan Plan(IReadOnlyList<string> rootIds, TemplateObject? bundle) =>
        new(rootIds, bundle, _resources, _itemIds, _observations, _definitions.Plan);

    private void ReadItems(FhirElement parent, Surroundings around)
    {
        foreach (var element in parent.Children("item"))
        {
            if (
                element.Text("linkId") is not { } linkId
                || _instrument.Find(linkId) is not { } item
            )
            {
                continue;
            }

            var own = AllocatedIds(element, around.Names.Allocated);
            if (own.Count > 0)
            {
                _itemIds[item] = own;
            }

            var names = new TemplateNames(
                _instrument,
                item,
                around.Names.Allocated.Concat(own).ToHashSet()
            );
            ReadTemplates(element, item, names);
            var observed = ReadObserved(element, item, around.IsObserved);
            var ownCategories = Categories(element, around.Categories);
            if (observed && item.IsQuestion && item.Codes.Count > 0)
            {
                _observations.Add(new ObservedItem(item, ownCategories));
            }

            var resource = _definitions.ReadItem(element, item, around.Resource, names);
            ReadItems(element, new Surroundings(names, resource, observed, ownCategories));
        }
    }

    private static List<string> AllocatedIds(FhirElement element, IReadOnlySet<string> taken)
    {
        var names = new List<string>();
        foreach (var extension in element.Extensions(ExtractionUrls.AllocateId))
        {
            if (extension.ValueText() is not { } name)
            {
                extension.Error(
                    IssueCodes.MissingElement,
                    null,
                    "The id to allocate needs a name."
                );
            }
            else if (taken.Contains(name) || names.Contains(name))
            {
                extension.Error(
                    IssueCodes.DuplicateAllocatedId,
                    null,
                    $"%{name} is allocated already, here or around."
                );
            }
            else
            {
                names.Add(name);
            }
        }

        return names;
    }

    private TemplateObject? ReadBundle(FhirElement extension, TemplateNames names)
    {
        if (Contained(extension) is not { } resource)
        {
            return null;
        }

        if (ValueReader.Text(resource.Json, "resourceType") != "Bundle")
        {
            extension.Error(
                IssueCodes.TemplateNotFound,
                null,
                "templateExtractBundle must name a contained Bundle."
            );
            return null;
        }

        return new TemplateReader(names, _findings).ReadResource(resource);
    }

    private void ReadTemplates(FhirElement element, ItemDefinition? item, TemplateNames names)
    {
        foreach (var extension in element.Extensions(ExtractionUrls.Template))
        {
            if (item is { IsQuestion: true, Repeats: true })
            {
                extension.Error(
                    IssueCodes.ExtractionMisplaced,
                    null,
                    "A question that repeats is one item with several answers. Put templateExtract on a repeating group around it.",
                    item.LinkId
                );
                continue;
            }

            var template = extension
                .Extensions("template")
                .Select(Contained)
                .Select(resource =>
                    resource is { } found
                        ? new TemplateReader(names, _findings).ReadResource(found)
                        : null
                )
                .FirstOrDefault();
            var resourceId = extension
                .Extensions("resourceId")
                .Select(part => TemplateExpressions.Read(part, names, _findings))
                .FirstOrDefault();
            var entry = BundleEntry.Read(extension, names, _findings, "template", "resourceId");
            if (template is not null)
            {
                _resources.Add(
                    new ResourceTemplate(item, extension.Path, template, resourceId, entry)
                );
            }
            else if (!extension.Extensions("template").Any())
            {
                extension.Error(
                    IssueCodes.TemplateNotFound,
                    null,
                    "templateExtract needs a template."
                );
            }
        }
    }

    private FhirElement? Contained(FhirElement extension)
    {
        var reference = (extension.Value() as ReferenceAnswer)?.Reference;
        if (
            reference?.StartsWith('#') == true
            && _contained.TryGetValue(reference[1..], out var resource)
            && ValueReader.Text(resource.Json, "resourceType") is { } type
            && ElementPath.ResourceType(ElementPath.CanonicalOf(type)) is not null
        )
        {
            return resource;
        }

        extension.Error(
            IssueCodes.TemplateNotFound,
            null,
            $"No resource of R4 with the id {reference} is contained in the instrument."
        );
        return null;
    }

    private static bool ReadObserved(FhirElement element, ItemDefinition? item, bool around)
    {
        foreach (var extension in element.Extensions(ExtractionUrls.Observation))
        {
            switch (extension.Value())
            {
                case BooleanAnswer { Value: true }
                    when item is { IsQuestion: true, Codes.Count: 0 }:
                    extension.Error(
                        IssueCodes.ExtractionMisplaced,
                        null,
                        "To become an observation, the item needs a code.",
                        item.LinkId
                    );
                    return false;
                case BooleanAnswer observed:
                    return observed.Value;
                default:
                    extension.Error(
                        IssueCodes.NotSupported,
                        null,
                        "Only whether an observation is extracted (valueBoolean) is honoured, not how observations relate to one another.",
                        item?.LinkId
                    );
                    return false;
            }
        }

        return around;
    }

    private static IReadOnlyList<JsonNode> Categories(
        FhirElement element,
        IReadOnlyList<JsonNode> around
    )
    {
        var own = element
            .Extensions(ExtractionUrls.ObservationCategory)
            .Select(extension => extension.Child("valueCodeableConcept"))
            .Where(concept => concept is not null)
            .Select(concept => JsonNode.Parse(concept!.Value.Json.GetRawText())!)
            .ToList();
        return own.Count > 0 ? own : around;
    }

    /// <summary>What the items around an item hand down to it.</summary>
    private sealed record Surroundings(
        TemplateNames Names,
        DefinitionScope? Resource,
        bool IsObserved,
        IReadOnlyList<JsonNode> Categories
    );
}
