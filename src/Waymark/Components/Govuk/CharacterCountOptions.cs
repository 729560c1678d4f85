namespace Waymark.Components.Govuk;

/// <summary>Several lines of text with a limit, and a count of what is left. The count needs script; the limit is said without it.</summary>
public sealed record CharacterCountOptions : ComponentOptions
{
    internal override Type Component => typeof(CharacterCount);

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

    /// <summary>Whether the browser checks spelling; its own choice when null.</summary>
    public bool? Spellcheck { get; init; }

    /// <summary>The limit in characters. Ignored by the script when <see cref="Maxwords"/> is set.</summary>
    public int? Maxlength { get; init; }

    /// <summary>The limit in words.</summary>
    public int? Maxwords { get; init; }

    /// <summary>The share of the limit, in per cent, at which the count appears; at once when null.</summary>
    public int? Threshold { get; init; }

    /// <summary>What is counted: <c>characters</c>, <c>characters-graphemes</c> or <c>words</c>; by the limit that is set when null.</summary>
    public string? CountType { get; init; }

    /// <summary>The look of the count.</summary>
    public CountMessageOptions? CountMessage { get; init; }

    /// <summary>The limit in words, where <c>%{count}</c> stands for the number.</summary>
    public string? TextareaDescriptionText { get; init; }

    /// <summary>Said while characters are left, by plural rule (<c>one</c>, <c>other</c>).</summary>
    public IReadOnlyDictionary<string, string>? CharactersUnderLimitText { get; init; }

    /// <summary>Said when no character is left.</summary>
    public string? CharactersAtLimitText { get; init; }

    /// <summary>Said when there are too many characters, by plural rule.</summary>
    public IReadOnlyDictionary<string, string>? CharactersOverLimitText { get; init; }

    /// <summary>Said while words are left, by plural rule.</summary>
    public IReadOnlyDictionary<string, string>? WordsUnderLimitText { get; init; }

    /// <summary>Said when no word is left.</summary>
    public string? WordsAtLimitText { get; init; }

    /// <summary>Said when there are too many words, by plural rule.</summary>
    public IReadOnlyDictionary<string, string>? WordsOverLimitText { get; init; }
}

/// <summary>The look of the count under a text.</summary>
public sealed record CountMessageOptions
{
    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }
}
