using Waymark.Data;

namespace Waymark.Features.Accounts.Ways;

/// <summary>A person's app that makes six-digit codes (TOTP); at most one for each person.</summary>
public sealed class CodeApp : IAgencyOwned
{
    /// <summary>The account.</summary>
    public required Guid PersonId { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    /// <summary>The secret shared with the app, in base 32. Sealed.</summary>
    public required string Secret { get; set; }

    /// <summary>The time-step of the newest code that was taken: no code is taken twice.</summary>
    public required long LastStep { get; set; }

    /// <summary>When it was set up.</summary>
    public required DateTimeOffset AddedAt { get; set; }
}
