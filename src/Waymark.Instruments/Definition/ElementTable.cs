namespace Waymark.Instruments;

/// <summary>The elements that one type of a resource may have.</summary>
/// <param name="Read">Acted on.</param>
/// <param name="Ignored">Cannot change what the resource does here.</param>
/// <param name="Refused">Would change meaning; with the reason, to end the sentence "… because".</param>
internal sealed record ElementTable(
    IReadOnlySet<string> Read,
    IReadOnlySet<string> Ignored,
    IReadOnlyDictionary<string, string> Refused
)
{
    /// <summary>Reports each element that is refused or that FHIR does not have here.</summary>
    internal void Check(FhirElement element)
    {
        foreach (var property in element.Json.EnumerateObject())
        {
            // `_title` holds the id and the extensions of the primitive `title`.
            var name = property.Name.StartsWith('_') ? property.Name[1..] : property.Name;
            if (Refused.TryGetValue(name, out var because))
            {
                element.Error(
                    IssueCodes.NotSupported,
                    property.Name,
                    $"{name} is refused because {because}."
                );
            }
            else if (!Read.Contains(name) && !Ignored.Contains(name))
            {
                element.Error(
                    IssueCodes.UnknownElement,
                    property.Name,
                    $"FHIR R4 has no element {name} here."
                );
            }
        }
    }
}
