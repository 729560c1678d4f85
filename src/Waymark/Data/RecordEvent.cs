namespace Waymark.Data;

/// <summary>
/// One change of a record: who, when, what, before and after. Written in the same transaction as the change and never
/// edited or removed (<see cref="WaymarkDb"/> refuses it).
/// </summary>
public sealed class RecordEvent : IAgencyOwned
{
    /// <summary>Order of writing within the database; later is larger.</summary>
    public long Id { get; private set; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    /// <summary>The concern whose record changed, where the change is of one.</summary>
    public Guid? ConcernId { get; init; }

    /// <summary>The moment of the change, UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The practitioner who made the change.</summary>
    public required Guid ById { get; init; }

    /// <summary>The practitioner's name as it was at the time, so that the log reads for decades.</summary>
    public required string ByName { get; init; }

    /// <summary>What happened, past tense; see <see cref="EventKinds"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>The row that changed (response, formulation, decision, action).</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>The place inside the subject: an item path, a rule id, or empty for the whole.</summary>
    public string Place { get; init; } = "";

    /// <summary>The subject's revision that this change made; 0 where the subject has none.</summary>
    public int Revision { get; init; }

    /// <summary>The value before as JSON, or null where there was none.</summary>
    public string? Before { get; init; }

    /// <summary>The value after as JSON, or null where it was removed.</summary>
    public string? After { get; init; }
}
