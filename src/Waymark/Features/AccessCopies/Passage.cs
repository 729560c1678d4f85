using System.Security.Cryptography;
using System.Text;

namespace Waymark.Features.AccessCopies;

/// <summary>Words of a record that a person has to look at before they are copied. Equal words are one passage, wherever they stand.</summary>
/// <param name="Id">Tells it apart on the page, 16 hexadecimal digits.</param>
/// <param name="Kind">Why it has to be looked at.</param>
/// <param name="Words">The words.</param>
/// <param name="Places">Where they stand, in reading order.</param>
public sealed record Passage(
    string Id,
    PassageKind Kind,
    string Words,
    IReadOnlyList<string> Places
)
{
    /// <summary>The passages of a copy, in reading order. Pure.</summary>
    public static IReadOnlyList<Passage> Of(IEnumerable<CopySection> sections) =>
        [
            .. (
                from section in sections
                from line in section.Lines
                from part in line.Parts
                where part is { Kind: not null, Words.Length: > 0 }
                group $"{section.Title}: {line.Label}" by (Kind: part.Kind!.Value, part.Words)
            ).Select(g => new Passage(
                IdOf(g.Key.Kind, g.Key.Words),
                g.Key.Kind,
                g.Key.Words,
                [.. g.Distinct()]
            )),
        ];

    private static string IdOf(PassageKind kind, string words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}\n{words}")))[..16];
}
