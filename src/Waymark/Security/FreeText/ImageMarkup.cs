using System.Text.RegularExpressions;

namespace Waymark.Security.FreeText;

/// <summary>Pictures and videos written into text: data URIs, HTML, Markdown and forum tags, and files on the writer's own machine.</summary>
internal static partial class ImageMarkup
{
    private const RegexOptions Linear =
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    // Each search is made only where a sign that it cannot do without is there: an ordinary note has none of them.

    /// <summary>"data:image/png;base64,…" and its like, also with spaces between the letters.</summary>
    public static bool HasDataUri(string text) =>
        text.Contains(':', StringComparison.Ordinal)
        && (DataUri().IsMatch(text) || SpacedDataUri().IsMatch(text));

    /// <summary>A tag that a page or a forum would show as a picture, a video or a frame.</summary>
    public static bool HasTag(string text) =>
        (text.Contains('<', StringComparison.Ordinal) && HtmlTag().IsMatch(text))
        || (text.Contains('(', StringComparison.Ordinal) && StyleImage().IsMatch(text))
        || (text.Contains("![", StringComparison.Ordinal) && MarkdownImage().IsMatch(text))
        || (text.Contains('[', StringComparison.Ordinal) && ForumTag().IsMatch(text));

    /// <summary>A link to, or the path of, a picture on somebody's own machine or phone.</summary>
    public static bool HasLocalFile(string text) =>
        (text.Contains(':', StringComparison.Ordinal) && LocalLink().IsMatch(text))
        || (text.Contains('\\', StringComparison.Ordinal) && LocalPath().IsMatch(text));

    // Spaces are allowed only where a media type that exists is named: "seized data: image/video, audio" is a sentence.
    [GeneratedRegex(
        @"\bdata:(?:(?:image|video|audio|application|font)/[a-z0-9.+-]+|text/(?:html|plain|xml|css))[;,]|\bdata\s*:[^,]*;\s*base64\s*,",
        Linear
    )]
    private static partial Regex DataUri();

    [GeneratedRegex(
        @"\bd\s*a\s*t\s*a\s*:\s*(?:i\s*m\s*a\s*g\s*e|v\s*i\s*d\s*e\s*o)\s*/\s*(?:p\s*n\s*g|j\s*p\s*e?\s*g|g\s*i\s*f|w\s*e\s*b\s*p|w\s*e\s*b\s*m|s\s*v\s*g|b\s*m\s*p|a\s*v\s*i\s*f|h\s*e\s*i\s*[cf]|t\s*i\s*f\s*f|m\s*p\s*4|m\s*p\s*e\s*g|q\s*u\s*i\s*c\s*k\s*t\s*i\s*m\s*e)\b",
        Linear
    )]
    private static partial Regex SpacedDataUri();

    // Tags that are also English words count only with an attribute: "<video call with mum>" and "<picture>" are a person's notes.
    [GeneratedRegex(
        @"<\s*(?:img|svg|iframe|embed|amp-img)\b|<\s*(?:image|picture|video|audio|source|object|figure|canvas|link|frame|input)\b[^<>]*\b(?:src|srcset|data|href|poster|style)\s*=",
        Linear
    )]
    private static partial Regex HtmlTag();

    [GeneratedRegex(@"background(?:-image)?\s*:\s*url\s*\(", Linear)]
    private static partial Regex StyleImage();

    [GeneratedRegex(@"!\[[^\]]*\]\([^\s)]|!\[[^\]]*\]\[[^\]]+\]", Linear)]
    private static partial Regex MarkdownImage();

    [GeneratedRegex(@"\[(?:img|video|media|youtube)\b[^\]]*\]\s*(?:[a-z]+:|//|www\.)", Linear)]
    private static partial Regex ForumTag();

    [GeneratedRegex(
        @"\b(?:file|content|filesystem|ph|assets-library)://|\bblob:(?:[a-z]+:|null/|[0-9a-f]+-)|\bmagnet:\?|\bipfs://",
        Linear
    )]
    private static partial Regex LocalLink();

    [GeneratedRegex(
        @"(?:\b[a-z]:\\|\\\\[a-z0-9_.$-]+\\)[^\r\n<>""|?*]*\.(?:" + ImageFiles.Pattern + @")\b",
        Linear
    )]
    private static partial Regex LocalPath();
}
