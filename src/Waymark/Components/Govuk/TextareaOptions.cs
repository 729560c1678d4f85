namespace Waymark.Components.Govuk;

/// <summary>Several lines of text.</summary>
public sealed record TextareaOptions : ComponentOptions
{
    internal override Type Component => typeof(Textarea);

    /// <summary>The name under which the text is posted.</summary>
    public required string Name { get; init; }

    /// <summary>The control's id; the name when null.</summary>
    public string? Id { get; init; }

    /// <summary>The question.</summary>
    public required LabelOptions Label { get; init; }

    /// <summary>What helps to answer.</summary>
    public HintOptions? Hint { get; init; }

    /// <summary>What is wrong with the answer.</summary>
    public ErrorMessageOptions? ErrorMessage { get; init; }

    /// <summary>The element round the question.</summary>
    public FormGroupOptions? FormGroup { get; init; }

    /// <summary>The text that is already there.</summary>
    public string? Value { get; init; }

    /// <summary>How many lines are shown; 5 when null.</summary>
    public int? Rows { get; init; }

    /// <summary>What a browser may fill in, as the HTML standard names it.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Whether the browser checks spelling; its own choice when null.</summary>
    public bool? Spellcheck { get; init; }

    /// <summary>Whether the field cannot be filled in.</summary>
    public bool Disabled { get; init; }

    /// <summary>Ids of further elements that describe the field.</summary>
    public string? DescribedBy { get; init; }
}
