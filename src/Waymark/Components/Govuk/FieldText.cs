namespace Waymark.Components.Govuk;

internal static class FieldText
{
    /// <summary>The text of an attribute that takes true or false in words, such as <c>spellcheck</c>.</summary>
    internal static string? InWords(this bool? value) =>
        value switch
        {
            true => "true",
            false => "false",
            null => null,
        };

    /// <summary>
    /// The content of a textarea. A browser drops the first line break in a textarea, so one is added before a text that
    /// begins with a line break: what was typed comes back whole.
    /// </summary>
    internal static string? ForTextarea(string? value) =>
        value is ['\n' or '\r', ..] ? "\n" + value : value;
}
