using System.Buffers.Text;
using Microsoft.AspNetCore.Identity;

namespace Waymark.Features.Accounts.Ways;

/// <summary>A passkey's place in an address: its credential id in base64url.</summary>
public static class PasskeyAddress
{
    /// <summary>The place of a passkey.</summary>
    public static string Of(UserPasskeyInfo passkey) =>
        Base64Url.EncodeToString(passkey.CredentialId);

    /// <summary>Reads it back, or null when it is none.</summary>
    public static byte[]? Read(string text) =>
        Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : null;
}
