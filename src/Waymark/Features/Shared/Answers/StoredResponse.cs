using Waymark.Data;

namespace Waymark.Features.Shared.Answers;

/// <summary>
/// The answers a practitioner has given to one exact version of one instrument: a FHIR <c>QuestionnaireResponse</c> kept
/// as a draft, with the answers of disabled questions in it and marked.
/// </summary>
public sealed class StoredResponse : IAgencyOwned
{
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    public required Guid ConcernId { get; init; }

    /// <summary>The instrument's canonical address, without version.</summary>
    public required string InstrumentUrl { get; init; }

    /// <summary>The version the answers were given to; it never changes.</summary>
    public required string InstrumentVersion { get; init; }

    /// <summary>The hash of that version's content, so that an edited file is noticed.</summary>
    public required string InstrumentHash { get; init; }

    /// <summary>The draft as FHIR JSON.</summary>
    public required string Json { get; set; }

    /// <summary>Counts saves; the guard against silent overwriting.</summary>
    public int Revision { get; set; }

    /// <summary>The last page answered, so that a person who comes back lands where they were.</summary>
    public string LastPage { get; set; } = "";

    public required DateTimeOffset SavedAt { get; set; }
    public required Guid SavedById { get; set; }
    public required string SavedByName { get; set; }
}
