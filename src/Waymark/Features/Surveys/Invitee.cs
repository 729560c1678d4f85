using Waymark.Data;

namespace Waymark.Features.Surveys;

/// <summary>A person whom a training lead put on the list of an evaluation. Nothing here leads to an answer.</summary>
public sealed class Invitee : IAgencyOwned
{
    /// <summary>The longest e-mail address, in characters.</summary>
    public const int EmailLength = 254;

    /// <summary>Made by chance alone (version 4).</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    public required Guid EvaluationId { get; init; }

    /// <summary>Sealed.</summary>
    public required string Email { get; init; }

    /// <summary>The address of their manager, for the last stage; null where none was given. Sealed.</summary>
    public string? ManagerEmail { get; init; }
}
