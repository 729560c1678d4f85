using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>Any number of answers out of several.</summary>
public sealed record CheckboxesOptions : ComponentOptions
{
    internal override Type Component => typeof(Checkboxes);

    /// <summary>The name under which each chosen value is posted.</summary>
    public required string Name { get; init; }

    /// <summary>The answers on offer; a null entry is left out.</summary>
    public required IReadOnlyList<CheckboxesItem?> Items { get; init; }

    /// <summary>The id of the first checkbox, and the start of the others'; the name when null.</summary>
    public string? IdPrefix { get; init; }

    /// <summary>The values of the chosen items.</summary>
    public IReadOnlyList<string>? Values { get; init; }

    /// <summary>The fieldset whose legend is the question; none for a single checkbox.</summary>
    public FieldsetOptions? Fieldset { get; init; }

    /// <summary>What helps to answer.</summary>
    public HintOptions? Hint { get; init; }

    /// <summary>What is wrong with the answer.</summary>
    public ErrorMessageOptions? ErrorMessage { get; init; }

    /// <summary>The element round the question.</summary>
    public FormGroupOptions? FormGroup { get; init; }

    /// <summary>Ids of further elements that describe the set.</summary>
    public string? DescribedBy { get; init; }
}

/// <summary>One answer on offer, or a divider between answers.</summary>
public sealed record CheckboxesItem
{
    /// <summary>What is posted when this item is chosen.</summary>
    public string? Value { get; init; }

    /// <summary>The name for this item alone; the set's when null.</summary>
    public string? Name { get; init; }

    /// <summary>The answer; plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>The answer; trusted markup.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>The checkbox's id; made from the prefix when null.</summary>
    public string? Id { get; init; }

    /// <summary>Whether this item is chosen; by <see cref="CheckboxesOptions.Values"/> when null.</summary>
    public bool? Checked { get; init; }

    /// <summary>Whether this item cannot be chosen.</summary>
    public bool Disabled { get; init; }

    /// <summary><c>exclusive</c> where script should clear the others when this item is chosen.</summary>
    public string? Behaviour { get; init; }

    /// <summary>The look of the label.</summary>
    public ItemLabelOptions? Label { get; init; }

    /// <summary>What this answer means.</summary>
    public HintOptions? Hint { get; init; }

    /// <summary>What is asked further when this item is chosen.</summary>
    public ConditionalOptions? Conditional { get; init; }

    /// <summary>Words between two items, such as "or", instead of an item.</summary>
    public string? Divider { get; init; }

    /// <summary>Further HTML attributes for the checkbox.</summary>
    public HtmlAttributes? Attributes { get; init; }
}
