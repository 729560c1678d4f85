using System.Globalization;
using System.Text;

namespace Waymark.Content;

/// <summary>The codes that the content's own extensions use for our enumerations, such as <c>this-week</c>.</summary>
internal static class Words
{
    /// <summary>The code of a value: its name in lower case with hyphens.</summary>
    internal static string ToCode<T>(T value)
        where T : struct, Enum
    {
        var code = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && code.Length > 0)
            {
                code.Append('-');
            }

            code.Append(char.ToLower(letter, CultureInfo.InvariantCulture));
        }

        return code.ToString();
    }

    /// <summary>The value with this code, or <see langword="null"/>.</summary>
    internal static T? FromCode<T>(string? code)
        where T : struct, Enum =>
        Enum.GetValues<T>().Cast<T?>().FirstOrDefault(value => ToCode(value!.Value) == code);
}
