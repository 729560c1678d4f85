using System.Text.Json.Nodes;

namespace Waymark.Instruments;

/// <summary>A resource to make, element by element, out of the items within an item, or within the response.</summary>
/// <param name="Item">The item; <see langword="null"/> for the response.</param>
/// <param name="Path">Where it is asked for, for issues.</param>
/// <param name="Type">The resource type.</param>
/// <param name="Entry">Its entry in the bundle.</param>
internal sealed record DefinedResource(
    ItemDefinition? Item,
    string Path,
    string Type,
    BundleEntry Entry
);

/// <summary>A value that an item, or the response, gives to an element by itself.</summary>
/// <param name="Steps">The way to the element, from the resource.</param>
/// <param name="Path">Where it is stated, for issues.</param>
/// <param name="Fixed">The value, with its type; or else</param>
/// <param name="Expression">the expression that gives it.</param>
internal sealed record DefinedValue(
    IReadOnlyList<ElementStep> Steps,
    string Path,
    (string Type, JsonNode Json)? Fixed,
    TemplateExpression? Expression
);

/// <summary>What an instrument says about definition-based extraction.</summary>
/// <param name="Resources">The resources to make, in document order.</param>
/// <param name="ElementOf">By item: the way to the element that it stands for, from the resource around it.</param>
/// <param name="Values">By item, the values it gives by itself; those of the response under its own key.</param>
/// <param name="RootValues">The values that the response gives by itself.</param>
internal sealed record DefinitionExtractionPlan(
    IReadOnlyList<DefinedResource> Resources,
    IReadOnlyDictionary<ItemDefinition, IReadOnlyList<ElementStep>> ElementOf,
    IReadOnlyDictionary<ItemDefinition, IReadOnlyList<DefinedValue>> Values,
    IReadOnlyList<DefinedValue> RootValues
);
