using System.Security.Cryptography;
using System.Text;

namespace Waymark.Content;

/// <summary>The versions that were published and must never change: <c>published.json</c>.</summary>
/// <param name="About">How it is used.</param>
/// <param name="Published">The versions.</param>
internal sealed record PublishedVersions(string About, IReadOnlyList<PublishedVersion> Published)
{
    internal const string FileName = "published.json";

    /// <summary>The files of a version that count: what people were shown and what was concluded from it.</summary>
    internal static readonly IReadOnlyList<string> Guarded =
    [
        InstrumentFolder.QuestionnaireName,
        InstrumentFolder.RulesName,
    ];

    /// <summary>SHA-256 of a text in UTF-8 with line feeds, whatever the checkout made of them, as lower-case hexadecimal.</summary>
    internal static string Hash(string text) =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")))
        );
}

/// <summary>One published version.</summary>
/// <param name="Folder">Its folder, relative to the content folder.</param>
/// <param name="On">The day it was published.</param>
/// <param name="Files">The hash of each guarded file, by name.</param>
internal sealed record PublishedVersion(
    string Folder,
    DateOnly On,
    IReadOnlyDictionary<string, string> Files
);
