using System.Globalization;
using System.Text.Json;

namespace Waymark.Instruments;

/// <summary>Parses JSON that need not be trusted.</summary>
internal static class JsonInput
{
    /// <summary>The document, or <see langword="null"/> and why there is none.</summary>
    internal static JsonDocument? Parse(string json, int maxDepth, out string why)
    {
        why = "";
        if (HasBrokenCharacter(json))
        {
            why = "it holds half of a character (an unpaired surrogate).";
            return null;
        }

        try
        {
            return JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = maxDepth });
        }
        catch (JsonException exception)
        {
            why = exception.Message;
            return null;
        }
    }

    /// <summary>Whether a text holds whole characters only, so that it can be written.</summary>
    internal static bool IsWhole(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (
                char.IsSurrogate(text[i])
                && (
                    !char.IsHighSurrogate(text[i])
                    || i + 1 == text.Length
                    || !char.IsLowSurrogate(text[++i])
                )
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The properties of an object; none of anything else.</summary>
    internal static IEnumerable<JsonProperty> Properties(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject() : [];

    // System.Text.Json accepts an escape such as \ud800 alone, and throws only when the text is asked for.
    private static bool HasBrokenCharacter(string json)
    {
        for (var i = 0; i < json.Length; i++)
        {
            if (char.IsSurrogate(json[i]))
            {
                if (
                    !char.IsHighSurrogate(json[i])
                    || i + 1 == json.Length
                    || !char.IsLowSurrogate(json[++i])
                )
                {
                    return true;
                }
            }
            else if (json[i] == '\\')
            {
                if (Escaped(json, i) is { } unit && char.IsSurrogate(unit))
                {
                    if (
                        !char.IsHighSurrogate(unit)
                        || Escaped(json, i + 6) is not { } low
                        || !char.IsLowSurrogate(low)
                    )
                    {
                        return true;
                    }

                    i += 6;
                }

                i++;
            }
        }

        return false;
    }

    private static char? Escaped(string json, int at) =>
        at + 6 <= json.Length
        && json[at] == '\\'
        && json[at + 1] == 'u'
        && ushort.TryParse(
            json.AsSpan(at + 2, 4),
            NumberStyles.AllowHexSpecifier,
            CultureInfo.InvariantCulture,
            out var unit
        )
            ? (char)unit
            : null;
}
