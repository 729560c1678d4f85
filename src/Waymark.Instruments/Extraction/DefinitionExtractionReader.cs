using System.Text.Json.Nodes;

namespace Waymark.Instruments;

/// <summary>Reads what an instrument says about definition-based extraction.</summary>
internal sealed class DefinitionExtractionReader(Findings findings)
{
    private readonly List<DefinedResource> _resources = [];
    private readonly Dictionary<ItemDefinition, IReadOnlyList<ElementStep>> _elementOf = [];
    private readonly Dictionary<ItemDefinition, IReadOnlyList<DefinedValue>> _values = [];
    private IReadOnlyList<DefinedValue> _rootValues = [];

    internal DefinitionExtractionPlan Plan => new(_resources, _elementOf, _values, _rootValues);

    /// <summary>Reads what stands on the response itself.</summary>
    internal DefinitionScope? ReadRoot(FhirElement root, TemplateNames names)
    {
        var scope = ReadResource(root, null, names);
        _rootValues = ReadValues(root, null, scope, names);
        return scope;
    }

    /// <summary>Reads what stands on an item.</summary>
    /// <param name="element">The item.</param>
    /// <param name="item">Its definition.</param>
    /// <param name="around">The resource that the items around it make; <see langword="null"/> for none.</param>
    /// <param name="names">The names its expressions may use.</param>
    /// <returns>The resource that the items within it make.</returns>
    internal DefinitionScope? ReadItem(
        FhirElement element,
        ItemDefinition item,
        DefinitionScope? around,
        TemplateNames names
    )
    {
        var scope = ReadResource(element, item, names) ?? Place(element, item, around);
        var values = ReadValues(element, item, scope, names);
        if (values.Count > 0)
        {
            _values[item] = values;
        }

        return scope;
    }

    private DefinitionScope? ReadResource(
        FhirElement element,
        ItemDefinition? item,
        TemplateNames names
    )
    {
        DefinitionScope? scope = null;
        foreach (var extension in element.Extensions(ExtractionUrls.Definition))
        {
            var canonical = extension
                .Extensions("definition")
                .Select(part => part.ValueText())
                .FirstOrDefault();
            scope = AddResource(extension, canonical, item, names) ?? scope;
        }

        foreach (var extension in element.Extensions(ExtractionUrls.ItemContext))
        {
            var type = extension.Has("valueCode") ? extension.Text("valueCode") : null;
            scope =
                AddResource(
                    extension,
                    type is null ? null : ElementPath.CanonicalOf(type),
                    item,
                    names
                ) ?? scope;
        }

        return scope;
    }

    private DefinitionScope? AddResource(
        FhirElement extension,
        string? canonical,
        ItemDefinition? item,
        TemplateNames names
    )
    {
        if (ElementPath.ResourceType(canonical) is not { } type)
        {
            extension.Error(
                IssueCodes.ExtractionProfile,
                null,
                $"Only resource types of R4 can be extracted by definition, not {canonical ?? "what a query gives"}: profiles are not at hand, so what they fix would be lost.",
                item?.LinkId
            );
            return null;
        }

        if (item is { IsQuestion: true })
        {
            extension.Error(
                IssueCodes.ExtractionMisplaced,
                null,
                "A resource is made out of the questions of a group; put this on a group, or on the instrument.",
                item.LinkId
            );
            return null;
        }

        var entry = BundleEntry.Read(extension, names, findings, "definition");
        _resources.Add(new DefinedResource(item, extension.Path, type, entry));
        return new DefinitionScope(canonical!, []);
    }

    private DefinitionScope? Place(
        FhirElement element,
        ItemDefinition item,
        DefinitionScope? around
    )
    {
        if (around is null || Steps(item.Definition, around) is not { } path)
        {
            return around;
        }

        if (Find(element, path, item) is not { } steps)
        {
            return around;
        }

        if (!around.Contains(steps))
        {
            element.Error(
                IssueCodes.ExtractionElement,
                "definition",
                $"{path} is not within {around}, which the group around it stands for.",
                item.LinkId
            );
            return around;
        }

        if (!item.IsQuestion)
        {
            _elementOf[item] = steps;
            return around with { Steps = steps };
        }

        if (!ElementConversion.TypesFor(item).Intersect(steps[^1].Types).Any())
        {
            element.Error(
                IssueCodes.ExtractionElement,
                "definition",
                $"{path} is a {string.Join(" or ", steps[^1].Types)}, which cannot hold an answer of type {ItemTypeNames.ToCode(item.Type)}.",
                item.LinkId
            );
            return around;
        }

        _elementOf[item] = steps;
        return around;
    }

    private List<DefinedValue> ReadValues(
        FhirElement element,
        ItemDefinition? item,
        DefinitionScope? scope,
        TemplateNames names
    )
    {
        var values = new List<DefinedValue>();
        foreach (var extension in element.Extensions(ExtractionUrls.DefinitionValue))
        {
            var definition = extension
                .Extensions("definition")
                .Select(part => part.ValueText())
                .FirstOrDefault();
            if (scope is null || Steps(definition, scope) is not { } path)
            {
                extension.Error(
                    IssueCodes.ExtractionMisplaced,
                    null,
                    $"No resource is extracted here to which {definition} belongs.",
                    item?.LinkId
                );
            }
            else if (
                Find(extension, path, item) is { } steps
                && ReadValue(extension, steps, item, names) is { } value
            )
            {
                values.Add(value);
            }
        }

        return values;
    }

    private DefinedValue? ReadValue(
        FhirElement extension,
        IReadOnlyList<ElementStep> steps,
        ItemDefinition? item,
        TemplateNames names
    )
    {
        foreach (var part in extension.Extensions("expression"))
        {
            return TemplateExpressions.Read(part, names, findings) is { } expression
                ? new DefinedValue(steps, extension.Path, null, expression)
                : null;
        }

        foreach (var part in extension.Extensions("fixed-value"))
        {
            if (FixedValue(part, steps[^1].Types) is { } value)
            {
                return new DefinedValue(steps, extension.Path, value, null);
            }
        }

        extension.Error(
            IssueCodes.ExtractionElement,
            null,
            $"There must be an expression, or a fixed-value that the element can hold ({string.Join(" or ", steps[^1].Types)}).",
            item?.LinkId
        );
        return null;
    }

    private static (string Type, JsonNode Json)? FixedValue(
        FhirElement part,
        IReadOnlyList<string> types
    )
    {
        foreach (var property in part.Json.EnumerateObject())
        {
            var type = types.FirstOrDefault(type =>
                string.Equals("value" + type, property.Name, StringComparison.OrdinalIgnoreCase)
            );
            if (type is not null && JsonNode.Parse(property.Value.GetRawText()) is { } value)
            {
                return (type, value);
            }
        }

        return part.Value() is { } answer ? ElementConversion.Convert(answer, types) : null;
    }

    private static IReadOnlyList<ElementStep>? Find(
        FhirElement element,
        string path,
        ItemDefinition? item
    )
    {
        if (ElementPath.Find(path) is { } steps)
        {
            return steps;
        }

        element.Error(
            IssueCodes.ExtractionElement,
            "definition",
            $"R4 has no element {path}. Slices of profiles are not at hand.",
            item?.LinkId
        );
        return null;
    }

    // The path of a definition that belongs to the resource in scope: what follows its canonical and a #.
    private static string? Steps(string? definition, DefinitionScope scope) =>
        definition?.StartsWith(scope.Canonical + "#", StringComparison.Ordinal) == true
            ? definition[(scope.Canonical.Length + 1)..]
            : null;
}

/// <summary>Which element of which resource the items at one place make.</summary>
/// <param name="Canonical">The canonical of the resource type.</param>
/// <param name="Steps">The way from the resource to the element that the nearest group stands for; none for the resource itself.</param>
internal sealed record DefinitionScope(string Canonical, IReadOnlyList<ElementStep> Steps)
{
    internal bool Contains(IReadOnlyList<ElementStep> steps) =>
        steps.Count > Steps.Count
        && Steps
            .Select(step => step.Name)
            .SequenceEqual(steps.Take(Steps.Count).Select(step => step.Name));

    public override string ToString() =>
        string.Join(
            '.',
            Steps.Select(step => step.Name).Prepend(Canonical[(Canonical.LastIndexOf('/') + 1)..])
        );
}
