using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>One answer out of several.</summary>
public sealed record RadiosOptions : ComponentOptions
{
    internal override Type Component => typeof(Radios);

    /// <summary>The name under which the answer is posted.</summary>
    public required string Name { get; init; }

    /// <summary>The answers on offer; a null entry is left out.</summary>
    public required IReadOnlyList<RadiosItem?> Items { get; init; }

    /// <summary>The id of the first radio, and the start of the others'; the name when null.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>The value of the chosen item.</summary>
    public string? Value { get; init; }

    /// <summary>The fieldset whose legend is the question.</summary>
    public FieldsetOptions? Fieldset { get; init; }

    /// <summary>What helps to answer.</summary>
    public HintOptions? Hint { get; init; }

    /// <summary>What is wrong with the answer.</summary>
    public ErrorMessageOptions? ErrorMessage { get; init; }

    /// <summary>The element round the question.</summary>
    public FormGroupOptions? FormGroup { get; init; }
}

/// <summary>One answer on offer, or a divider between answers.</summary>
public sealed record RadiosItem
{
    /// <summary>What is posted when this item is chosen.</summary>
    public string? Value { get; init; }

    /// <summary>The answer; plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>The answer; trusted markup.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>The radio's id; made from the prefix when null.</summary>
    public string? Id { get; init; }

    /// <summary>Whether this item is chosen; by <see cref="RadiosOptions.Value"/> when null.</summary>
    public bool? Checked { get; init; }

    /// <summary>Whether this item cannot be chosen.</summary>
    public bool Disabled { get; init; }

    /// <summary>The look of the label.</summary>
    public ItemLabelOptions? Label { get; init; }

    /// <summary>What this answer means.</summary>
    public HintOptions? Hint { get; init; }

    /// <summary>What is asked further when this item is chosen.</summary>
    public ConditionalOptions? Conditional { get; init; }

    /// <summary>Words between two items, such as "or", instead of an item.</summary>
    public string? Divider { get; init; }

    /// <summary>Further HTML attributes for the radio.</summary>
    public HtmlAttributes? Attributes { get; init; }
}
