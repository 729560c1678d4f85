using System.Security.Cryptography;
using System.Text;

namespace Waymark.Features.Accounts.Ways;

/// <summary>
/// Recovery codes: 24 characters of an alphabet of 31, 118 bits each, so that a plain hash cannot be tried through (ASVS 5.0, 6.5.2, asks
/// for 112). Letters and digits that look alike are left out. Codes of 16 characters, made before, are taken as ever.
/// </summary>
public static class RecoveryCodes
{
    /// <summary>How many codes a set has.</summary>
    public const int Count = 10;

    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Length = 24;
    private const int Group = 4;

    /// <summary>A new set, as a person writes it down: six groups of four.</summary>
    public static IReadOnlyList<string> New() =>
        [
            .. Enumerable
                .Range(0, Count)
                .Select(_ =>
                    string.Join(
                        '-',
                        RandomNumberGenerator
                            .GetString(Alphabet, Length)
                            .Chunk(Group)
                            .Select(letters => new string(letters))
                    )
                ),
        ];

    /// <summary>The rows to keep of a set.</summary>
    public static IEnumerable<RecoveryCode> Rows(
        Practitioner person,
        IReadOnlyList<string> codes
    ) =>
        codes.Select(
            (code, index) =>
                new RecoveryCode
                {
                    PersonId = person.Id,
                    Number = index + 1,
                    AgencyId = person.AgencyId,
                    Hash = Hash(person.Id, code),
                }
        );

    /// <summary>What is kept of a code; hyphens, spaces and capitals make no difference.</summary>
    public static byte[] Hash(Guid personId, string typed)
    {
        var code = new string([
            .. (typed ?? "").Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant),
        ]);
        return SHA256.HashData(Encoding.UTF8.GetBytes($"{personId:N}:{code}"));
    }
}
