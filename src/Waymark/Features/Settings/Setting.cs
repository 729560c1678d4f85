namespace Waymark.Features.Settings;

/// <summary>A choice of the administrator that holds for the whole deployment.</summary>
public sealed class Setting
{
    /// <summary>The name; see <see cref="SettingNames"/>.</summary>
    public required string Name { get; init; }

    /// <summary>The value as text.</summary>
    public required string Value { get; set; }
}

/// <summary>The names of settings.</summary>
public static class SettingNames
{
    /// <summary>"on" or "off"; on when no row exists.</summary>
    public const string OpenSafetyCheck = "open-safety-check";
}
