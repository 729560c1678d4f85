using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Waymark.Security.FreeText;

/// <summary>Undoes the usual ways in which a link or a data URI is written so that a program does not see it.</summary>
internal static partial class Disguises
{
    /// <summary>Encodings are laid over each other ("%2526amp;"); three layers are more than any program makes by accident.</summary>
    private const int Layers = 3;

    /// <summary>
    /// Percent and HTML encoding, escaped slashes, full-width and other compatibility forms, and invisible characters undone. Letters keep
    /// their case, for encoded data is known by it.
    /// </summary>
    public static string Undo(string text)
    {
        for (var layer = 0; layer < Layers; layer++)
        {
            var before = text;
            text = Uri.UnescapeDataString(NamedSigns(WebUtility.HtmlDecode(text)))
                .Replace(@"\/", "/", StringComparison.Ordinal);
            text = Visible(text).Normalize(NormalizationForm.FormKC);
            if (text == before)
            {
                break;
            }
        }
        return text;
    }

    /// <summary>"hxxp" needs nothing (only what follows "//" counts); dots and slashes spelled in words or in brackets become signs.</summary>
    public static string UndoSpelling(string text)
    {
        if (text.AsSpan().ContainsAny('[', '(', '{'))
        {
            text = BracketedSign().Replace(text, Sign);
        }
        if (text.Contains("dot", StringComparison.OrdinalIgnoreCase))
        {
            text = SpelledDot().Replace(text, ".");
        }
        if (text.Contains("slash", StringComparison.OrdinalIgnoreCase))
        {
            text = SpelledSlash().Replace(text, "/");
        }
        return text.Replace('。', '.').Replace('\\', '/');
    }

    private static string Sign(Match match) =>
        match.Value.Contains(':', StringComparison.Ordinal) ? ":"
        : match.Value.Contains('/', StringComparison.Ordinal) ? "/"
        : ".";

    /// <summary>HTML 5's names for the signs that links and data URIs are made of, which the framework's decoder leaves as they are.</summary>
    private static readonly (string Name, string Sign)[] SignNames =
    [
        ("&colon;", ":"),
        ("&sol;", "/"),
        ("&bsol;", "\\"),
        ("&semi;", ";"),
        ("&comma;", ","),
        ("&period;", "."),
        ("&equals;", "="),
        ("&plus;", "+"),
        ("&excl;", "!"),
        ("&lsqb;", "["),
        ("&rsqb;", "]"),
        ("&lpar;", "("),
        ("&rpar;", ")"),
        ("&Tab;", "\t"),
        ("&NewLine;", "\n"),
    ];

    private static string NamedSigns(string text)
    {
        if (text.Contains('&', StringComparison.Ordinal))
        {
            foreach (var (name, sign) in SignNames)
            {
                text = text.Replace(name, sign, StringComparison.Ordinal);
            }
        }
        return text;
    }

    /// <summary>Without format characters (soft hyphens, zero-width joiners), and without halves of surrogate pairs, which cannot be normalised.</summary>
    private static string Visible(string text)
    {
        var visible = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (
                Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format
                && rune.Value is not (>= 0xFE00 and <= 0xFE0F)
            )
            {
                visible.Append(rune.ToString());
            }
        }
        return visible.ToString();
    }

    private const RegexOptions Linear =
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    [GeneratedRegex(@"\s*[\[({]\s*(?:\.|dot|:|/)\s*[\])}]\s*", Linear)]
    private static partial Regex BracketedSign();

    [GeneratedRegex(@"\s+dot\s+", Linear)]
    private static partial Regex SpelledDot();

    [GeneratedRegex(@"\s+slash\s+", Linear)]
    private static partial Regex SpelledSlash();
}
