using Waymark.Log;

namespace Waymark.Data;

/// <summary>
/// One change of a record: who, when, what, before and after. Written in the same transaction as the change and never
/// edited or removed (<see cref="WaymarkDb"/> refuses it). Each is chained to the one before it by a hash, so that a change
/// behind the program's back shows (<see cref="LogEntry"/>).
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

    /// <summary>Its place in the agency's log: 1, 2, 3, … without a gap. 0 before it is written.</summary>
    public long Number { get; private set; }

    /// <summary>
    /// 32 random bytes (hexadecimal) that keep <see cref="Content"/> from being guessed; see <see cref="LogContent"/>. Null once
    /// the event's words were erased with the record: what is left tells nothing, and the chain stays whole.
    /// </summary>
    public string? Salt { get; private set; } = "";

    /// <summary>What binds <see cref="ByName"/>, <see cref="Before"/> and <see cref="After"/> into the log.</summary>
    public byte[] Content { get; private set; } = [];

    /// <summary>The hash of the agency's entry before this one.</summary>
    public byte[] Previous { get; private set; } = [];

    /// <summary>This entry's hash.</summary>
    public byte[] Hash { get; private set; } = [];

    /// <summary>Takes the place after a head, and gives the head after this event.</summary>
    internal LogHead ChainTo(LogHead head)
    {
        var salt = LogContent.NewSalt();
        Number = head.Number + 1;
        Salt = Convert.ToHexStringLower(salt);
        Content = LogContent.Digest(salt, ByName, Before, After).ToArray();
        Previous = head.Hash.ToArray();
        var next = head.Append(ToEntry());
        Hash = next.Hash.ToArray();
        return next;
    }

    /// <summary>The event as the log states it.</summary>
    internal LogEntry ToEntry() =>
        new(Number, At, ById, Kind, ConcernId, SubjectId, Place, Revision, new LogHash(Content));

    /// <summary>Whether the words are still those that were bound into the log.</summary>
    internal bool WordsAreAsWritten() =>
        Salt is { } salt
        && LogContent.Digest(Convert.FromHexString(salt), ByName, Before, After)
            == new LogHash(Content);
}
