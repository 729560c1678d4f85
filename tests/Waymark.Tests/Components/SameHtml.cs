using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Diffing;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Waymark.Tests.Components;

/// <summary>Says how two pieces of HTML differ for a browser or a reader.</summary>
internal static partial class SameHtml
{
    /// <summary>Every difference; empty when the two are the same but for white space that no reader sees.</summary>
    internal static IReadOnlyList<string> Differences(string expected, string actual)
    {
        var differences = DiffBuilder
            .Compare(expected)
            .WithTest(actual)
            .Build()
            .Select(d => d.ToString()!)
            .ToList();
        // The comparison above takes "Error: Enter" and "Error:Enter" in two elements for the same; a reader does not.
        var (expectedLines, actualLines) = (Lines(expected), Lines(actual));
        if (!expectedLines.SequenceEqual(actualLines))
        {
            differences.Add(
                $"The words read:\n{string.Join('\n', actualLines)}\ninstead of:\n{string.Join('\n', expectedLines)}"
            );
        }

        return differences;
    }

    /// <summary>The text as a browser lays it out: one line per block, runs of white space as one space.</summary>
    private static List<string> Lines(string html)
    {
        var text = new StringBuilder();
        Append(new HtmlParser().ParseDocument(html).Body!, text);
        return
        [
            .. text.ToString()
                .Split('\u2029')
                .Select(l => Space().Replace(l, " ").Trim())
                .Where(l => l != ""),
        ];
    }

    private static void Append(INode node, StringBuilder text)
    {
        if (node is IText { Data: var data })
        {
            text.Append(data);
            return;
        }

        var isBlock = node is IElement element && !Inline.Contains(element.LocalName);
        text.Append(isBlock ? "\u2029" : "");
        foreach (var child in node.ChildNodes)
        {
            Append(child, text);
        }

        text.Append(isBlock ? "\u2029" : "");
    }

    private static readonly HashSet<string> Inline =
    [
        "a",
        "abbr",
        "b",
        "code",
        "em",
        "i",
        "span",
        "strong",
        "svg",
    ];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
