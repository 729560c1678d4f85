namespace Waymark.Security.Encryption;

/// <summary>What a key of an agency is for.</summary>
public enum KeyPurpose
{
    /// <summary>Encrypting fields. An agency has one or more; the newest encrypts.</summary>
    Fields,

    /// <summary>The keyed hash that finds a reference. An agency has one.</summary>
    Lookup,
}

/// <summary>
/// A key of one agency as the database keeps it: wrapped by a key that the database does not know. Erasing
/// <see cref="Wrapped"/> makes everything under it unreadable for good, in every copy that does not hold the row.
/// </summary>
public sealed class AgencyKey
{
    /// <summary>The agency whose key it is.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>What it is for.</summary>
    public required KeyPurpose Purpose { get; init; }

    /// <summary>1 for the first key of its purpose, then without a gap.</summary>
    public required int Version { get; init; }

    /// <summary>The name of the <see cref="WrappingKey"/>.</summary>
    public required string WrappedBy { get; set; }

    /// <summary>The wrapped key (see <see cref="KeyWrap"/>), or null once it is erased.</summary>
    public required byte[]? Wrapped { get; set; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>When it was erased, or null.</summary>
    public DateTimeOffset? ErasedAt { get; private set; }

    /// <summary>Destroys the key.</summary>
    public void Erase(DateTimeOffset at)
    {
        Wrapped = null;
        ErasedAt ??= at;
    }
}
