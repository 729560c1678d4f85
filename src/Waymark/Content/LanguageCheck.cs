using System.Text.RegularExpressions;

namespace Waymark.Content;

/// <summary>
/// Looks in free text for words that put blame on a child or hide what was done to them, and says what to write instead and why. It suggests
/// and never blocks, runs here and sends nothing anywhere. What stands in quotation marks is left alone, since it is somebody's own words; a
/// field for the child's own words is not to be given to it at all.
/// </summary>
/// <remarks>Immutable and safe to share between threads. Time is linear in the length of the text: the patterns do not backtrack.</remarks>
public sealed class LanguageCheck
{
    private static readonly Regex Quotation = new(
        "\"[^\"]*\"|\u201C[^\u201D]*\u201D|(?<![\\p{L}\\p{N}])'[^'\n]*'(?![\\p{L}\\p{N}])|\u2018[^\u2018\n]*\u2019(?![\\p{L}\\p{N}])",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    private readonly IReadOnlyList<(LanguageSuggestion Suggestion, Regex Pattern)> _patterns;
    private readonly IReadOnlyList<string> _quotable;

    private LanguageCheck(
        IReadOnlyList<(LanguageSuggestion, Regex)> patterns,
        IReadOnlyList<string> quotable
    )
    {
        _patterns = patterns;
        _quotable = quotable;
    }

    /// <summary>A check made from the project's list.</summary>
    /// <param name="list">The list.</param>
    /// <param name="broken">The patterns that are not regular expressions the check can honour, each with the reason.</param>
    public static LanguageCheck From(
        LanguageFile list,
        out IReadOnlyList<(string Id, string Reason)> broken
    )
    {
        ArgumentNullException.ThrowIfNull(list);
        var patterns = new List<(LanguageSuggestion, Regex)>();
        var problems = new List<(string, string)>();
        foreach (var suggestion in list.Suggestions)
        {
            foreach (var pattern in suggestion.Patterns)
            {
                try
                {
                    const RegexOptions options =
                        RegexOptions.IgnoreCase
                        | RegexOptions.CultureInvariant
                        | RegexOptions.NonBacktracking;
                    patterns.Add((suggestion, new Regex($@"\b(?:{pattern})\b", options)));
                }
                catch (Exception problem)
                    when (problem is ArgumentException or NotSupportedException)
                {
                    problems.Add((suggestion.Id, problem.Message));
                }
            }
        }

        broken = problems;
        return new(patterns, list.Quotable);
    }

    /// <summary>What is worth thinking about in a text, in the order it stands there; empty when nothing is.</summary>
    /// <param name="text">Free text in English.</param>
    public IReadOnlyList<LanguageFinding> Find(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var open = WithoutQuotations(text);
        return _patterns
            .SelectMany(entry =>
                entry
                    .Pattern.Matches(open)
                    .Select(match => new LanguageFinding(
                        match.Index,
                        match.Length,
                        text.Substring(match.Index, match.Length),
                        entry.Suggestion
                    ))
            )
            .OrderBy(finding => finding.Start)
            .ThenByDescending(finding => finding.Length)
            .ToList();
    }

    /// <summary>The text with everything quoted, and every quotable name, blanked out, so that positions stay the same.</summary>
    private string WithoutQuotations(string text)
    {
        var open = Quotation.Replace(text, match => new string('\u00A0', match.Length));
        foreach (var name in _quotable)
        {
            open = open.Replace(
                name,
                new string('\u00A0', name.Length),
                StringComparison.OrdinalIgnoreCase
            );
        }

        return open;
    }
}
