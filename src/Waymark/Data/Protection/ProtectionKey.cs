namespace Waymark.Data.Protection;

/// <summary>
/// A key that protects cookies, forms and answers on their way through a page, as every node of the installation finds it: encrypted with a
/// wrapping key that the database does not know.
/// </summary>
public sealed class ProtectionKey
{
    /// <summary>The name that ASP.NET Core gave it, such as "key-0197…" or "revocation-2026…".</summary>
    public required string Name { get; init; }

    /// <summary>The name of the <see cref="Security.Encryption.WrappingKey"/>.</summary>
    public required string WrappedBy { get; set; }

    /// <summary>The key's XML in UTF-8, encrypted and bound to its name and its wrapping key's.</summary>
    public required byte[] Wrapped { get; set; }

    /// <summary>When it was kept here.</summary>
    public required DateTimeOffset KeptAt { get; init; }
}
