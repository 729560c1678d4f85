using Microsoft.AspNetCore.Identity;

namespace Waymark.Features.Accounts;

/// <summary>A person with an account: one agency, one or more <see cref="Roles"/>.</summary>
public sealed class Practitioner : IdentityUser<Guid>
{
    /// <summary>The agency whose records this person may see.</summary>
    public required Guid AgencyId { get; init; }

    /// <summary>The name colleagues know, shown on records and documents.</summary>
    public required string DisplayName { get; set; }

    /// <summary>The job as written on a document, for instance "Designated safeguarding lead".</summary>
    public required string JobTitle { get; set; }

    /// <summary>Since when the account lets nobody in, or null for one that does. An administrator restores it.</summary>
    public DateTimeOffset? SuspendedAt { get; set; }
}
