using System.Text;

namespace Waymark.Features.Surveys.Codebook;

/// <summary>Names of variables that SPSS, R, Stata and DuckDB all take as they are.</summary>
internal static class VariableName
{
    /// <summary>The longest name that SPSS takes.</summary>
    internal const int LongestBytes = 64;

    /// <summary>Lower-case letters, digits and underscores, beginning with a letter, at most 64 long. What is a name already stays as it is.</summary>
    internal static string From(string text)
    {
        var name = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            name.Append(char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '_');
        }

        if (name.Length == 0 || !char.IsAsciiLetter(name[0]))
        {
            name.Insert(0, "v_");
        }

        // A name that ends in an underscore may collide with those that SPSS makes itself.
        return name.ToString(0, Math.Min(name.Length, LongestBytes)).TrimEnd('_');
    }
}
