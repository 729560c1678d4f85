namespace Waymark.Security.Encryption.Tokens;

/// <summary>
/// The hardware module (HSM, or a cloud key service through its PKCS #11 library) that keeps the wrapping keys, under
/// <c>Waymark:Pkcs11:</c> in the configuration.
/// </summary>
public sealed class Pkcs11Options
{
    public const string Section = "Waymark:Pkcs11";

    /// <summary>The full path of the maker's PKCS #11 library. Where it is not set, there is no hardware module.</summary>
    public string? Library { get; set; }

    /// <summary>The token's label.</summary>
    public string? Token { get; set; }

    /// <summary>The user's PIN, from an environment variable or a secret store. Where it is not set, the file counts.</summary>
    public string? Pin { get; set; }

    /// <summary>A file with the PIN as its only line.</summary>
    public string? PinFile { get; set; }
}
