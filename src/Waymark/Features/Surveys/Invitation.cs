using Waymark.Data;

namespace Waymark.Features.Surveys;

/// <summary>One invitee's (or their manager's) invitation to one wave.</summary>
public sealed class Invitation : IAgencyOwned
{
    /// <summary>Made by chance alone (version 4).</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    public required Guid WaveId { get; init; }

    public required Guid InviteeId { get; init; }

    /// <summary>Whose invitation it is: the invitee's own, or their manager's.</summary>
    public required ResponseBy By { get; init; }

    /// <summary>SHA-256 of the token in the link; the token itself is kept nowhere. 32 bytes.</summary>
    public required byte[] TokenHash { get; init; }

    /// <summary>Its place in the wave's sealed set of used links, from 0 in the order in which people were put on the list.</summary>
    public int Place { get; set; }

    /// <summary>The day it was sent, or null before.</summary>
    public DateOnly? InvitedOn { get; set; }

    /// <summary>The last day on which the mail server did not take the invitation; null where it was not tried or was sent. Never of a reminder.</summary>
    public DateOnly? RefusedOn { get; set; }

    /// <summary>The day of the last reminder, or null.</summary>
    public DateOnly? RemindedOn { get; set; }

    /// <summary>
    /// Whether it has been used. Written for all invitations of the wave at once when it is closed, where ten or more were used: until then the
    /// mark stands only in <see cref="PendingMarks"/>.
    /// </summary>
    public bool IsAnswered { get; set; }
}
