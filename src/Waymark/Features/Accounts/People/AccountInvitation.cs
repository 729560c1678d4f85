using System.Security.Cryptography;
using Waymark.Data;

namespace Waymark.Features.Accounts.People;

/// <summary>An invitation to have an account in an agency: a link that works once, for some days.</summary>
public sealed class AccountInvitation : IAgencyOwned
{
    /// <summary>How long a link can be used.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    /// <summary>The longest name, job title or address, in characters.</summary>
    public const int TextLength = 200;

    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    /// <summary>The address the account will have. Sealed.</summary>
    public required string Email { get; init; }

    /// <summary>The name colleagues know. Sealed.</summary>
    public required string Name { get; init; }

    /// <summary>The job as written on a document.</summary>
    public required string JobTitle { get; init; }

    /// <summary>The roles the account will have, separated by spaces; see <see cref="Accounts.Roles"/>.</summary>
    public required string Roles { get; init; }

    /// <summary>The team they join, or null for none yet.</summary>
    public Guid? TeamId { get; init; }

    /// <summary>SHA-256 of the link's secret. The secret itself is kept nowhere.</summary>
    public required byte[] TokenHash { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
    public required Guid MadeById { get; init; }
    public required string MadeByName { get; init; }

    /// <summary>When the account was made, or null.</summary>
    public DateTimeOffset? UsedAt { get; set; }

    /// <summary>When an administrator took it back, or null.</summary>
    public DateTimeOffset? WithdrawnAt { get; set; }

    /// <summary>Whether the link still works at a moment.</summary>
    public bool IsOpen(DateTimeOffset now) =>
        UsedAt is null && WithdrawnAt is null && now < MadeAt + Lifetime;
}

/// <summary>
/// The secret in an invitation's link: the agency, so that its wall can be opened to look, and 32 bytes of chance. Base64url.
/// </summary>
public static class InvitationToken
{
    private const int SecretBytes = 32;
    private const int IdBytes = 16;

    /// <summary>A new token for an agency.</summary>
    public static string New(Guid agencyId)
    {
        var bytes = new byte[IdBytes + SecretBytes];
        agencyId.TryWriteBytes(bytes);
        RandomNumberGenerator.Fill(bytes.AsSpan(IdBytes));
        return System.Buffers.Text.Base64Url.EncodeToString(bytes);
    }

    /// <summary>What is kept of a token.</summary>
    public static byte[] Hash(string token) =>
        SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(token));

    /// <summary>The agency a token names, or null when it is no token.</summary>
    public static Guid? Agency(string token)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + SecretBytes];
        return
            token.Length < 100
            && System.Buffers.Text.Base64Url.IsValid(token, out var length)
            && length == bytes.Length
            && System.Buffers.Text.Base64Url.TryDecodeFromChars(token, bytes, out _)
            ? new Guid(bytes[..IdBytes])
            : null;
    }
}
