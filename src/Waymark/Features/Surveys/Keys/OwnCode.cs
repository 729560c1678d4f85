using System.Text;

namespace Waymark.Features.Surveys.Keys;

/// <summary>A code that a respondent makes up from things they remember, to match their own answers across waves. Pure.</summary>
public static class OwnCode
{
    /// <summary>The fewest letters and digits.</summary>
    public const int Shortest = 6;

    /// <summary>The most letters and digits.</summary>
    public const int Longest = 40;

    /// <summary>The code without white space, marks and accents, in capitals, so that a person who writes it a little differently is still matched.</summary>
    public static string Normalise(string? typed) =>
        string.Concat(
                (typed ?? "").Normalize(NormalizationForm.FormKD).Where(char.IsAsciiLetterOrDigit)
            )
            .ToUpperInvariant();

    /// <summary>Whether a normalised code is long enough not to be another person's by accident.</summary>
    public static bool IsUsable(string code) =>
        code is { Length: >= Shortest and <= Longest } && code.Distinct().Count() > 2;
}
