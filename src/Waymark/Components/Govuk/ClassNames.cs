namespace Waymark.Components.Govuk;

internal static class ClassNames
{
    /// <summary>Class names joined by spaces; those that are null or empty are left out.</summary>
    internal static string Classes(params ReadOnlySpan<string?> names)
    {
        var given = new List<string>(names.Length);
        foreach (var name in names)
        {
            if (!string.IsNullOrEmpty(name))
            {
                given.Add(name);
            }
        }

        return string.Join(' ', given);
    }

    /// <summary>Ids joined for <c>aria-describedby</c>; null when there is none, so that no attribute is written.</summary>
    internal static string? Ids(params ReadOnlySpan<string?> ids) =>
        Classes(ids) is { Length: > 0 } joined ? joined : null;

    /// <summary>The text, or null for an empty one: an empty option counts as one that was not given.</summary>
    internal static string? OrNull(this string? text) => string.IsNullOrEmpty(text) ? null : text;
}
