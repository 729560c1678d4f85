using Waymark.Data;

namespace Waymark.Features.Accounts.Ways;

/// <summary>A code that lets a person in once without their code app. Only its hash is kept; see <see cref="RecoveryCodes"/>.</summary>
public sealed class RecoveryCode : IAgencyOwned
{
    /// <summary>The account.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>Its place in the set: 1 to <see cref="RecoveryCodes.Count"/>.</summary>
    public required int Number { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    /// <summary>SHA-256 of the account and the code.</summary>
    public required byte[] Hash { get; set; }

    /// <summary>When it was used, or null while it can be.</summary>
    public DateTimeOffset? UsedAt { get; set; }
}
