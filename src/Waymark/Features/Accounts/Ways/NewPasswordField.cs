namespace Waymark.Features.Accounts.Ways;

/// <summary>The field in which a person chooses a password; see <see cref="PasswordRules"/>.</summary>
/// <param name="Id">The field's name.</param>
/// <param name="Label">What it is called on the page.</param>
/// <param name="Error">What is wrong with what was typed, or null.</param>
public sealed record NewPasswordField(string Id, string Label, string? Error);
