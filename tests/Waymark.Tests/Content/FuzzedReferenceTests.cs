using FsCheck.Xunit;
using Waymark.Content;
using Xunit;

namespace Waymark.Tests.Content;

/// <summary>However a reference file is broken, its reading is answered with the library or with what is wrong, never with an exception.</summary>
public sealed class FuzzedReferenceTests
{
    private static readonly string[] s_files =
    [
        .. ContentFolders
            .Small.Files.Keys.Where(f =>
                f.EndsWith(".json", StringComparison.Ordinal)
                && (
                    f.StartsWith("reference/", StringComparison.Ordinal)
                    || f.StartsWith("routes/", StringComparison.Ordinal)
                    || f == "published.json"
                )
            )
            .Order(StringComparer.Ordinal),
    ];

    private static readonly string[] s_pieces =
    [
        "",
        "null",
        "{}",
        "[]",
        "\"\"",
        "-1",
        "1e999",
        "\"\\ud800\"",
        ",",
        "}",
        "\u0000",
        "9999-99-99",
    ];

    [Fact]
    public void Files_AreThere() => Assert.True(s_files.Length > 5);

    [Property(MaxTest = 300)]
    public bool Load_PieceOfAFileReplaced_IsAnswered(uint which, uint at, byte length, uint piece)
    {
        var file = s_files[which % s_files.Length];
        var text = ContentFolders.Small.Files[file];
        var from = (int)(at % text.Length);
        var to = Math.Min(text.Length, from + length % 12);
        return IsAnswered(
            file,
            string.Concat(text.AsSpan(0, from), s_pieces[piece % s_pieces.Length], text.AsSpan(to))
        );
    }

    /// <summary>A whole value is another kind of value.</summary>
    [Property(MaxTest = 300)]
    public bool Load_ValueOfAnotherKind_IsAnswered(uint which, uint at, uint piece)
    {
        var file = s_files[which % s_files.Length];
        var text = ContentFolders.Small.Files[file];
        var starts = Enumerable
            .Range(0, text.Length - 1)
            .Where(i => text[i] == ':' && text[i + 1] == ' ')
            .ToList();
        if (starts.Count == 0)
        {
            return true;
        }
        var from = starts[(int)(at % starts.Count)] + 2;
        var to = text.IndexOfAny([',', '\n', '}'], from);
        return IsAnswered(
            file,
            string.Concat(
                text.AsSpan(0, from),
                s_pieces[piece % 7],
                text.AsSpan(Math.Max(to, from))
            )
        );
    }

    private static bool IsAnswered(string file, string text)
    {
        var loaded = ContentLibrary.Load(ContentFolders.Small.With(file, text));
        return loaded.Library is not null || loaded.Issues.Count > 0;
    }
}
