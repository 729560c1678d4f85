using Hl7.Fhir.Introspection;
using Hl7.Fhir.Model;

namespace Waymark.Instruments;

/// <summary>One step into a resource.</summary>
/// <param name="Name">The JSON name; for an element of several types without the type.</param>
/// <param name="IsList">Whether it can occur several times.</param>
/// <param name="IsChoice">Whether the type is part of the JSON name, as in <c>valueQuantity</c>.</param>
/// <param name="Types">The types it can have.</param>
internal sealed record ElementStep(
    string Name,
    bool IsList,
    bool IsChoice,
    IReadOnlyList<string> Types
);

/// <summary>The way to an element of a resource of R4, as <c>Patient.name.given</c> names it.</summary>
internal static class ElementPath
{
    private const string Canonical = "http://hl7.org/fhir/StructureDefinition/";

    /// <summary>The resource type that a canonical of R4 itself stands for; <see langword="null"/> for profiles and anything else.</summary>
    internal static string? ResourceType(string? canonical) =>
        canonical?.StartsWith(Canonical, StringComparison.Ordinal) == true
        && ModelInfo.ModelInspector.FindClassMapping(canonical[Canonical.Length..])
            is { IsResource: true } mapping
            ? mapping.Name
            : null;

    internal static string CanonicalOf(string resourceType) => Canonical + resourceType;

    /// <summary>Finds the way.</summary>
    /// <param name="path">Such as <c>Patient.name.given</c> or <c>Observation.value[x]</c>.</param>
    /// <returns>The steps after the resource type; <see langword="null"/> when R4 has no such element.</returns>
    internal static IReadOnlyList<ElementStep>? Find(string path)
    {
        var names = path.Split('.');
        var type = ModelInfo.ModelInspector.FindClassMapping(names[0]);
        var steps = new List<ElementStep>();
        foreach (var name in names.Skip(1))
        {
            if (type is null || Step(type, name) is not var (step, property))
            {
                return null;
            }

            steps.Add(step);
            type = step.IsChoice ? null : property.PropertyTypeMapping;
        }

        return steps.Count == 0 ? null : steps;
    }

    private static (ElementStep Step, PropertyMapping Property)? Step(
        ClassMapping type,
        string name
    )
    {
        var plain = name.EndsWith("[x]", StringComparison.Ordinal) ? name[..^3] : name;
        if (type.PropertyMappings.FirstOrDefault(property => property.Name == plain) is { } found)
        {
            var isChoice = found.Choice == ChoiceType.DatatypeChoice;
            return (new(plain, found.IsCollection, isChoice, Types(found)), found);
        }

        // Such as valueQuantity: one of the types of value[x].
        foreach (
            var choice in type.PropertyMappings.Where(property =>
                property.Choice == ChoiceType.DatatypeChoice
            )
        )
        {
            if (
                name.StartsWith(choice.Name, StringComparison.Ordinal)
                && Types(choice).FirstOrDefault(one => choice.Name + Capitalised(one) == name)
                    is { } only
            )
            {
                return (new(choice.Name, choice.IsCollection, true, [only]), choice);
            }
        }

        return null;
    }

    /// <summary>The JSON name of an element of several types.</summary>
    internal static string JsonName(ElementStep step, string type) =>
        step.IsChoice ? step.Name + Capitalised(type) : step.Name;

    private static string Capitalised(string type) => char.ToUpperInvariant(type[0]) + type[1..];

    private static List<string> Types(PropertyMapping property) =>
        [.. (property.FhirTypeMappings ?? []).Select(mapping => mapping.Name)];
}
