using System.Text;

namespace Waymark.Security.FreeText;

/// <summary>A text as its words and the white space between them, so that one word can be left out and the rest stays as typed.</summary>
internal static class Words
{
    /// <summary>A word longer than this is no word of a language that puts spaces between words, and may be cut out unseen.</summary>
    public const int LongestOrdinary = 400;

    /// <summary>Each word is looked at on its own, which costs more than the whole at once.</summary>
    public const int MostThatAreWeighed = 20_000;

    /// <summary>Whether a word is letters and digits of an ordinary length, so that there is nothing in it to look for.</summary>
    public static bool IsPlain(string word) =>
        word.Length <= 40 && word.All(char.IsAsciiLetterOrDigit);

    /// <summary>Words and the white space between them, alternating, in order; together they are the text.</summary>
    public static List<string> Split(string text)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || char.IsWhiteSpace(text[i]) != char.IsWhiteSpace(text[start]))
            {
                pieces.Add(text[start..i]);
                start = i;
            }
        }
        return pieces;
    }

    /// <summary>The text again, with a mark in place of each word, or row of words, that is not kept.</summary>
    public static string Join(List<string> pieces, Func<string, bool> keep, string mark)
    {
        var text = new StringBuilder();
        var removing = false;
        foreach (var piece in pieces)
        {
            if (string.IsNullOrWhiteSpace(piece))
            {
                if (!removing)
                {
                    text.Append(piece);
                }
                continue;
            }
            if (keep(piece))
            {
                text.Append(removing ? " " : "").Append(piece);
                removing = false;
            }
            else if (!removing)
            {
                text.Append(mark);
                removing = true;
            }
        }
        return text.ToString();
    }
}
