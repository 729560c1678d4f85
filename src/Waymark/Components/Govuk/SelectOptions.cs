namespace Waymark.Components.Govuk;

/// <summary>One answer out of a long list. Prefer radios: a select is harder to use.</summary>
public sealed record SelectOptions : ComponentOptions
{
    internal override Type Component => typeof(Select);

    /// <summary>The name under which the answer is posted.</summary>
    public required string Name { get; init; }

    /// <summary>The control's id; the name when null.</summary>
    public string? Id { get; init; }

    /// <summary>The answers on offer; a null entry is left out.</summary>
    public IReadOnlyList<SelectItem?> Items { get; init; } = [];

    /// <summary>The value (or, without one, the text) of the chosen item.</summary>
    public string? Value { get; init; }

    /// <summary>The question.</summary>
    public required LabelOptions Label { get; init; }

    /// <summary>What helps to answer.</summary>
    public HintOptions? Hint { get; init; }

    /// <summary>What is wrong with the answer.</summary>
    public ErrorMessageOptions? ErrorMessage { get; init; }

    /// <summary>The element round the question.</summary>
    public FormGroupOptions? FormGroup { get; init; }

    /// <summary>Whether nothing can be chosen.</summary>
    public bool Disabled { get; init; }

    /// <summary>Ids of further elements that describe the field.</summary>
    public string? DescribedBy { get; init; }
}

/// <summary>One answer on offer.</summary>
public sealed record SelectItem
{
    /// <summary>What is posted when this item is chosen; the text when null.</summary>
    public string? Value { get; init; }

    /// <summary>The answer; plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Whether this item is chosen; by <see cref="SelectOptions.Value"/> when null.</summary>
    public bool? Selected { get; init; }

    /// <summary>Whether this item cannot be chosen.</summary>
    public bool Disabled { get; init; }

    /// <summary>Further HTML attributes for the option.</summary>
    public HtmlAttributes? Attributes { get; init; }
}
