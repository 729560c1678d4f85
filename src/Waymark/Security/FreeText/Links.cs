using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Waymark.Security.FreeText;

/// <summary>
/// Finds links in running text, with or without "https://", also one inside another, and says whether one leads to a picture, a
/// video or a shared file. Nothing is ever fetched.
/// </summary>
internal static partial class Links
{
    /// <summary>The longest host name there is (RFC 1035).</summary>
    private const int LongestHost = 253;

    /// <summary>How much of what follows a host is looked at.</summary>
    private const int LongestPath = 2_048;

    /// <summary>The first reason to refuse a link in this text, or null.</summary>
    /// <param name="text">With its disguises undone.</param>
    public static FreeTextRefusalCode? FirstRefused(string text)
    {
        text = text.ToLowerInvariant();
        for (var i = 0; i < text.Length; i++)
        {
            if (!IsHostCharacter(text[i]))
            {
                continue;
            }
            var end = i;
            var hasDot = false;
            while (end < text.Length && IsHostCharacter(text[end]))
            {
                hasDot |= text[end++] == '.';
            }
            if (
                end - i <= LongestHost
                && (hasDot || FollowsSlashes(text, i))
                && Refused(text, i, end) is { } code
            )
            {
                return code;
            }
            i = end;
        }
        return null;
    }

    private static FreeTextRefusalCode? Refused(string text, int start, int end)
    {
        var host = HostOf(text[start..end].Trim('.', '-'));
        var rest = Rest(text, end);
        if (!IsLink(text, start, host, rest))
        {
            return null;
        }
        var path = Port().Replace(rest, "", 1);
        if (ImageHosts.Holds(host, path))
        {
            return FreeTextRefusalCode.ImageHost;
        }
        return HasImageEnding(path) ? FreeTextRefusalCode.ImageFileLink : null;
    }

    /// <summary>After "//" anything is a host; without it only a name with a real-looking end, "www." before it or a path behind it.</summary>
    private static bool IsLink(string text, int start, string host, string rest)
    {
        if (FollowsSlashes(text, start))
        {
            return true;
        }
        var end = host[(host.LastIndexOf('.') + 1)..];
        if (
            end.Length < 2
            || ImageFiles.IsEnding(end)
            || !(end.All(char.IsLetter) || end.StartsWith("xn--", StringComparison.Ordinal))
        )
        {
            return false;
        }
        if (start > 0 && text[start - 1] == '@')
        {
            // An e-mail address, unless it is the host behind a name: "//name@host".
            var wordStart = start - 1;
            while (
                wordStart > 0
                && start - wordStart < LongestHost
                && !char.IsWhiteSpace(text[wordStart - 1])
                && text[wordStart - 1] != '/'
            )
            {
                wordStart--;
            }
            return FollowsSlashes(text, wordStart);
        }
        return host.StartsWith("www.", StringComparison.Ordinal)
            || rest.StartsWith('/')
            || rest.StartsWith('?')
            || Port().IsMatch(rest)
            || end == "onion";
    }

    private static bool FollowsSlashes(string text, int start) =>
        start >= 2 && text[start - 1] == '/' && text[start - 2] == '/';

    /// <summary>What stands between the host and the next white space or closing sign.</summary>
    private static string Rest(string text, int end)
    {
        var last = end;
        while (
            last < text.Length
            && last - end < LongestPath
            && !char.IsWhiteSpace(text[last])
            && text[last] is not ('<' or '>' or '"' or '`')
        )
        {
            last++;
        }
        return text[end..last];
    }

    /// <summary>An ending of a picture's or a video's name anywhere in the path or the query: ".jpg", ".jpg?width=90", "format=jpg".</summary>
    private static bool HasImageEnding(string path)
    {
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] is not ('.' or '='))
            {
                continue;
            }
            var end = i + 1;
            while (end < path.Length && char.IsAsciiLetterOrDigit(path[end]))
            {
                end++;
            }
            if (
                ImageFiles.IsEnding(path.AsSpan(i + 1, end - i - 1))
                && (
                    path[i] == '.'
                    || path[..i].EndsWith("format", StringComparison.Ordinal)
                    || path[..i].EndsWith("fm", StringComparison.Ordinal)
                )
            )
            {
                return true;
            }
            i = end - 1;
        }
        return false;
    }

    /// <summary>The host with its internationalised labels decoded and letters of other scripts that pass for Latin ones made Latin.</summary>
    private static string HostOf(string written)
    {
        var host = written;
        if (host.Contains("xn--", StringComparison.Ordinal))
        {
            try
            {
                host = new IdnMapping().GetUnicode(host);
            }
            catch (ArgumentException)
            {
                host = written; // not a name that could be resolved
            }
        }
        return host.All(char.IsAscii) ? host : Latin(host);
    }

    private static string Latin(string host)
    {
        var latin = new StringBuilder(host.Length);
        foreach (var c in host)
        {
            var at = LooksLike.IndexOf(c, StringComparison.Ordinal);
            latin.Append(at >= 0 ? IsLatin[at] : c);
        }
        return latin.ToString();
    }

    // Cyrillic and Greek small letters, and dotless i, with the Latin letters they are taken for.
    private const string LooksLike = "аеорсухіјѕԁԛԝһӏкмтвнгαενορτυκιıƖɡ";
    private const string IsLatin = "aeopcyxijsdqwhlkmtbhraevoptukiilg";

    private static bool IsHostCharacter(char c) => char.IsLetterOrDigit(c) || c is '.' or '-';

    [GeneratedRegex(
        @"^:[0-9]{1,5}(?=$|[/?#])",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1_000
    )]
    private static partial Regex Port();
}
