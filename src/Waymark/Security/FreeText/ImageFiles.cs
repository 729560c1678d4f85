using System.Collections.Frozen;

namespace Waymark.Security.FreeText;

/// <summary>The endings of picture and video files' names.</summary>
internal static class ImageFiles
{
    /// <summary>As alternatives of a regular expression.</summary>
    public const string Pattern =
        "jpg|jpeg|jpe|jfif|png|apng|gif|gifv|webp|avif|heic|heif|hif|bmp|tif|tiff|svg|svgz|jxl|jp2|dng|cr2|nef|psd|"
        + "mp4|m4v|mov|qt|webm|mkv|avi|wmv|flv|f4v|mpg|mpeg|3gp|3g2|ogv|m3u8|mpd|mts|m2ts";

    private static readonly FrozenSet<string> Endings = Pattern
        .Split('|')
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Endings.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether this is such an ending, without its dot, in any case.</summary>
    public static bool IsEnding(ReadOnlySpan<char> ending) => Lookup.Contains(ending);
}
