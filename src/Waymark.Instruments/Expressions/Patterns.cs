using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Waymark.Instruments.Expressions;

/// <summary>
/// Regular expressions with a bound on their time: matched in linear time where the pattern allows it, and with a time limit where it uses
/// lookaround or back references.
/// </summary>
internal static class Patterns
{
    private const int MaxLength = 2_000;
    private const long MostRepetitions = 20_000;
    private const int MaxCached = 1_000;
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(100);

    // Only saves building the same expression again; what it holds never changes an answer, and it is emptied when it is full.
    private static readonly ConcurrentDictionary<string, Regex?> Cache = new(
        StringComparer.Ordinal
    );

    /// <exception cref="EvaluationFaultException">The pattern cannot be read, or took too long.</exception>
    internal static bool IsMatch(string text, string pattern, bool whole) =>
        Run(whole ? $"^(?:{pattern})$" : pattern, regex => regex.IsMatch(text));

    /// <exception cref="EvaluationFaultException">The pattern cannot be read, or took too long.</exception>
    internal static string Replace(string text, string pattern, string substitution) =>
        pattern.Length == 0 ? text : Run(pattern, regex => regex.Replace(text, substitution));

    /// <summary>Whether the pattern can be read at all.</summary>
    internal static bool IsValid(string pattern) => Get(pattern) is not null;

    private static T Run<T>(string pattern, Func<Regex, T> run)
    {
        var regex =
            Get(pattern)
            ?? throw new EvaluationFaultException("the regular expression cannot be read");
        try
        {
            return run(regex);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new EvaluationFaultException("the regular expression took too long on this text");
        }
    }

    private static Regex? Get(string pattern)
    {
        if (pattern.Length > MaxLength || Repetitions(pattern) > MostRepetitions)
        {
            return null;
        }

        if (Cache.TryGetValue(pattern, out var cached))
        {
            return cached;
        }

        if (Cache.Count >= MaxCached)
        {
            Cache.Clear();
        }

        return Cache[pattern] = Build(pattern);
    }

    /// <summary>How often counted repetitions within one another may repeat in all: each multiplies the size of the automaton.</summary>
    private static long Repetitions(string pattern)
    {
        var product = 1L;
        for (
            var open = pattern.IndexOf('{', StringComparison.Ordinal);
            open >= 0;
            open = pattern.IndexOf('{', open + 1)
        )
        {
            var count = 0L;
            var largest = 1L;
            for (
                var i = open + 1;
                i < pattern.Length && (char.IsAsciiDigit(pattern[i]) || pattern[i] == ',');
                i++
            )
            {
                count =
                    pattern[i] == ','
                        ? 0
                        : Math.Min((count * 10) + (pattern[i] - '0'), MostRepetitions + 1);
                largest = Math.Max(largest, count);
            }

            product = Math.Min(product * largest, MostRepetitions + 1);
        }

        return product;
    }

    private static Regex? Build(string pattern)
    {
        const RegexOptions Common = RegexOptions.CultureInvariant | RegexOptions.Singleline;
        try
        {
            return new Regex(pattern, Common | RegexOptions.NonBacktracking, Limit);
        }
        catch (NotSupportedException)
        {
            // Lookaround, back references, or an automaton too large: the time limit has to bound these.
        }
        catch (ArgumentException)
        {
            return null;
        }

        return new Regex(pattern, Common, Limit);
    }
}
