namespace Waymark.Components.Govuk;

/// <summary>
/// HTML attributes by name. A <see cref="string"/> is written as an encoded value; <see langword="true"/> writes the bare
/// name; <see langword="false"/> and <see langword="null"/> write nothing.
/// </summary>
public sealed class HtmlAttributes : Dictionary<string, object?>
{
    /// <summary>No attributes.</summary>
    public HtmlAttributes()
        : base(StringComparer.OrdinalIgnoreCase) { }

    internal static HtmlAttributes Join(params ReadOnlySpan<HtmlAttributes?> parts)
    {
        var joined = new HtmlAttributes();
        foreach (var part in parts)
        {
            foreach (var (name, value) in part ?? [])
            {
                joined[name] = value;
            }
        }

        return joined;
    }

    // Texts that govuk-frontend's script shows later; see its macros/i18n.njk. A text not given is left to the script.
    internal HtmlAttributes WithTranslation(string key, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            this[$"data-i18n.{key}"] = text;
        }

        return this;
    }

    internal HtmlAttributes WithTranslations(
        string key,
        IReadOnlyDictionary<string, string>? byPluralRule
    )
    {
        foreach (var (rule, text) in byPluralRule ?? new Dictionary<string, string>())
        {
            this[$"data-i18n.{key}.{rule}"] = text;
        }

        return this;
    }
}
