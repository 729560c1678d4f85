namespace Waymark.Instruments.Expressions;

/// <summary>Asks nodes for their type, by names with or without namespace.</summary>
internal static class TypeNames
{
    private static readonly HashSet<string> Texts =
    [
        "string",
        "code",
        "uri",
        "url",
        "canonical",
        "id",
        "markdown",
        "oid",
        "uuid",
    ];

    internal static bool Is(Node node, string type)
    {
        var dot = type.LastIndexOf('.');
        var name = type[(dot + 1)..];
        var isSystem = type.StartsWith("System.", StringComparison.Ordinal);
        if (
            dot < 0
            && node.IsSystem
            && string.Equals(node.TypeName, name, StringComparison.OrdinalIgnoreCase)
        )
        {
            // FHIRPath resolves an unqualified name in FHIR first; a literal's own type is meant all the same.
            return true;
        }

        if (isSystem)
        {
            return node.IsSystem && string.Equals(node.TypeName, name, StringComparison.Ordinal);
        }

        return !node.IsSystem
            && (
                string.Equals(node.TypeName, name, StringComparison.Ordinal)
                || (name == "string" && Texts.Contains(node.TypeName))
                || (name == "uri" && node.TypeName is "url" or "canonical" or "oid" or "uuid")
                || (
                    dot < 0
                    && char.IsAsciiLetterUpper(name[0])
                    && IsPrimitive(node)
                    && string.Equals(node.TypeName, name, StringComparison.OrdinalIgnoreCase)
                )
                || (
                    name is "Element" or "BackboneElement"
                    && !node.TypeName.StartsWith("Questionnaire", StringComparison.Ordinal)
                )
            );
    }

    private static bool IsPrimitive(Node node) =>
        node.Value is not null && char.IsAsciiLetterLower(node.TypeName[0]);
}
