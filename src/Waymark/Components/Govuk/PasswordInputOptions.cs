namespace Waymark.Components.Govuk;

/// <summary>A password, with a button to show it where script runs.</summary>
public sealed record PasswordInputOptions : ComponentOptions
{
    internal override Type Component => typeof(PasswordInput);

    /// <summary>The name under which the password is posted.</summary>
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

    /// <summary>The look of the button that shows the password.</summary>
    public PasswordInputButtonOptions? Button { get; init; }

    /// <summary>The password that is already there. Leave it out: a password should not be sent back to the browser.</summary>
    public string? Value { get; init; }

    /// <summary><c>current-password</c> (the default) or <c>new-password</c>.</summary>
    public string? Autocomplete { get; init; }

    /// <summary>Whether the field cannot be filled in.</summary>
    public bool Disabled { get; init; }

    /// <summary>Ids of further elements that describe the field.</summary>
    public string? DescribedBy { get; init; }

    /// <summary>The button's words while the password is hidden; "Show" when null.</summary>
    public string? ShowPasswordText { get; init; }

    /// <summary>The button's words while the password is shown.</summary>
    public string? HidePasswordText { get; init; }

    /// <summary>The button's accessible name while the password is hidden; "Show password" when null.</summary>
    public string? ShowPasswordAriaLabelText { get; init; }

    /// <summary>The button's accessible name while the password is shown.</summary>
    public string? HidePasswordAriaLabelText { get; init; }

    /// <summary>What a screen reader says when the password becomes visible.</summary>
    public string? PasswordShownAnnouncementText { get; init; }

    /// <summary>What a screen reader says when the password is hidden again.</summary>
    public string? PasswordHiddenAnnouncementText { get; init; }
}

/// <summary>The look of the button that shows a password.</summary>
public sealed record PasswordInputButtonOptions
{
    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }
}
