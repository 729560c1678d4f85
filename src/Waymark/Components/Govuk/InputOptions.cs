using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>One line of text.</summary>
public sealed record InputOptions : ComponentOptions
{
    internal override Type Component => typeof(Input);

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

    /// <summary>The input's type; <c>text</c> when null.</summary>
    public string? Type { get; init; }

    /// <summary>The on-screen keyboard to offer, such as <c>numeric</c>.</summary>
    public string? Inputmode { get; init; }

    /// <summary>What a browser may fill in, as the HTML standard names it.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>How an on-screen keyboard sets capitals, as the HTML standard names it.</summary>
    public string? Autocapitalize { get; init; }

    /// <summary>A regular expression; used for the keyboard some phones offer, not to check an answer.</summary>
    public string? Pattern { get; init; }

    /// <summary>Whether the browser checks spelling; its own choice when null.</summary>
    public bool? Spellcheck { get; init; }

    /// <summary>Whether the field cannot be filled in.</summary>
    public bool Disabled { get; init; }

    /// <summary>Ids of further elements that describe the field.</summary>
    public string? DescribedBy { get; init; }

    /// <summary>Something fixed before the text, such as "£".</summary>
    public AffixOptions? Prefix { get; init; }

    /// <summary>Something fixed after the text, such as a unit.</summary>
    public AffixOptions? Suffix { get; init; }

    /// <summary>The element round the input with its prefix and suffix.</summary>
    public InputWrapperOptions? InputWrapper { get; init; }
}

/// <summary>Something fixed before or after what is typed.</summary>
public sealed record AffixOptions
{
    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }

    /// <summary>Further HTML attributes.</summary>
    public HtmlAttributes? Attributes { get; init; }

    internal bool HasContent => Html is not null || !string.IsNullOrEmpty(Text);
}

/// <summary>The element round an input that has a prefix, a suffix or content beside it.</summary>
public sealed record InputWrapperOptions
{
    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }

    /// <summary>Further HTML attributes.</summary>
    public HtmlAttributes? Attributes { get; init; }
}
