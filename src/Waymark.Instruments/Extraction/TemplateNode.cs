using System.Text.Json.Nodes;

namespace Waymark.Instruments;

/// <summary>A part of a template, ready to be filled in.</summary>
/// <param name="Path">Where it stands in the definition, for issues.</param>
/// <param name="Context">The expression that moves the focus; the part is repeated for each element it gives, and left out for none.</param>
/// <param name="Value">The expression that gives the part's value; the part is left out when it gives none.</param>
internal abstract record TemplateNode(
    string Path,
    TemplateExpression? Context,
    TemplateExpression? Value
)
{
    /// <summary>Whether anything in it depends on answers; what does not is copied as it stands.</summary>
    internal abstract bool IsDynamic { get; }
}

/// <summary>A JSON object.</summary>
internal sealed record TemplateObject(
    string Path,
    TemplateExpression? Context,
    TemplateExpression? Value,
    IReadOnlyList<TemplateProperty> Properties
) : TemplateNode(Path, Context, Value)
{
    internal override bool IsDynamic =>
        Context is not null
        || Value is not null
        || Properties.Any(property => property.Parts.Any(part => part.IsDynamic));
}

/// <summary>A JSON text, number or truth value; with neither a constant nor an expression it holds nothing.</summary>
internal sealed record TemplatePrimitive(
    string Path,
    TemplateExpression? Context,
    TemplateExpression? Value,
    JsonNode? Constant,
    JsonObject? Element
) : TemplateNode(Path, Context, Value)
{
    internal override bool IsDynamic => Context is not null || Value is not null;
}

/// <summary>A property of an object, with one part or, in a list, several.</summary>
/// <param name="Name">The JSON name.</param>
/// <param name="IsList">Whether its value is a list.</param>
/// <param name="Parts">The parts of the list, or the one value.</param>
internal sealed record TemplateProperty(
    string Name,
    bool IsList,
    IReadOnlyList<TemplateNode> Parts
);
