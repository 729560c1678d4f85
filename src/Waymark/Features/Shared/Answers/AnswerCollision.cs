using Waymark.Data;

namespace Waymark.Features.Shared.Answers;

/// <summary>
/// Two people answered one question differently without seeing each other's answer. Both answers are kept for good; a
/// person chooses which one stands.
/// </summary>
public sealed class AnswerCollision : IAgencyOwned
{
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    public required Guid ConcernId { get; init; }
    public required Guid ResponseId { get; init; }

    /// <summary>The question, as an item path.</summary>
    public required string Path { get; init; }

    /// <summary>The page of the instrument that holds the question.</summary>
    public required string Page { get; init; }

    /// <summary>The answer that was saved first and stands until someone chooses, as FHIR answer JSON.</summary>
    public required string First { get; init; }
    public required string FirstByName { get; init; }
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>The answer that came second, as FHIR answer JSON.</summary>
    public required string Second { get; init; }
    public required Guid SecondById { get; init; }
    public required string SecondByName { get; init; }
    public required DateTimeOffset SecondAt { get; init; }

    /// <summary>When a person chose, or null while both are open.</summary>
    public DateTimeOffset? SettledAt { get; set; }
    public string? SettledByName { get; set; }
}
