namespace Waymark.Features.Shared.Forms;

/// <summary>Choices of a closed list as the text of a form field.</summary>
public static class Codes
{
    /// <summary>The choice as a field's value; empty for none.</summary>
    public static string Of<T>(T? choice)
        where T : struct, Enum => choice?.ToString() ?? "";

    /// <summary>The choice that a field's value names exactly, or null.</summary>
    public static T? Parse<T>(string? value)
        where T : struct, Enum =>
        Enum.GetNames<T>().Contains(value, StringComparer.Ordinal) ? Enum.Parse<T>(value!) : null;
}
