using Waymark.Data;

namespace Waymark.Features.Surveys;

/// <summary>
/// The invitations of one wave that were used and are not yet marked: one text of fixed length, encrypted under the evaluation's key, which is
/// kept outside the database. It changes as a whole with every answer, so that a reader of the table, or of two back-ups of it, learns nothing.
/// </summary>
public sealed class PendingMarks : IAgencyOwned
{
    public required Guid WaveId { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    /// <summary>Nonce, ciphertext and tag; see ADR 0050.</summary>
    public required byte[] Sealed { get; set; }

    /// <summary>Goes up with every change; two that change it at once do not overwrite each other.</summary>
    public int Revision { get; set; }
}
