namespace Waymark.Components.Govuk;

/// <summary>A day that a person knows, as day, month and year.</summary>
public sealed record DateInputOptions : ComponentOptions
{
    internal override Type Component => typeof(DateInput);

    /// <summary>The set's id, and the start of the fields' ids: <c>{Id}-day</c> …</summary>
    public required string Id { get; init; }

    /// <summary>The start of the fields' names: <c>{NamePrefix}-day</c> …; none when null.</summary>
    public string? NamePrefix { get; init; }

    /// <summary>The fields, where day, month and year are not the right ones; a null entry is left out.</summary>
    public IReadOnlyList<DateInputItem?>? Items { get; init; }

    /// <summary>The day's field, where it differs from the usual one; <see cref="DateInputItem.LeftOut"/> for none.</summary>
    public DateInputItem? Day { get; init; }

    /// <summary>The month's field, where it differs from the usual one; <see cref="DateInputItem.LeftOut"/> for none.</summary>
    public DateInputItem? Month { get; init; }

    /// <summary>The year's field, where it differs from the usual one; <see cref="DateInputItem.LeftOut"/> for none.</summary>
    public DateInputItem? Year { get; init; }

    /// <summary>What is already there, by full field name.</summary>
    public IReadOnlyDictionary<string, string>? Values { get; init; }

    /// <summary>The fieldset whose legend is the question.</summary>
    public FieldsetOptions? Fieldset { get; init; }

    /// <summary>What helps to answer.</summary>
    public HintOptions? Hint { get; init; }

    /// <summary>What is wrong with the answer.</summary>
    public ErrorMessageOptions? ErrorMessage { get; init; }

    /// <summary>The element round the question.</summary>
    public FormGroupOptions? FormGroup { get; init; }
}

/// <summary>One field of a date.</summary>
public sealed record DateInputItem
{
    /// <summary>Stands for a field that is not asked, such as the day of a month and year.</summary>
    public static DateInputItem LeftOut { get; } = new();

    /// <summary>The field's name without the prefix; that of its part of the date when null.</summary>
    public string? Name { get; init; }

    /// <summary>The field's label; its name with a capital when null.</summary>
    public string? Label { get; init; }

    /// <summary>What is already there; by <see cref="DateInputOptions.Values"/> when null.</summary>
    public string? Value { get; init; }

    /// <summary>The field's id; made from the set's when null.</summary>
    public string? Id { get; init; }

    /// <summary>
    /// Whether this field is the wrong one. When no field says so, an error message marks every field but those that
    /// say <see langword="false"/>.
    /// </summary>
    public bool? Error { get; init; }

    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }

    /// <summary>The on-screen keyboard; <c>numeric</c> when null.</summary>
    public string? Inputmode { get; init; }

    /// <summary>What a browser may fill in, as the HTML standard names it.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>A regular expression; used for the keyboard some phones offer, not to check an answer.</summary>
    public string? Pattern { get; init; }

    /// <summary>Further HTML attributes for the field.</summary>
    public HtmlAttributes? Attributes { get; init; }
}
