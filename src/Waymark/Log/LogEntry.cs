namespace Waymark.Log;

/// <summary>
/// One event as the log of an agency states it: who, when, what. It carries identifiers and kinds only; what was written
/// before and after stays with the record and is bound in through <see cref="Content"/>.
/// </summary>
/// <param name="Number">1 for the agency's first entry, then without a gap.</param>
/// <param name="At">The moment of the event; the log keeps it in UTC to the microsecond (the finer part is cut off).</param>
/// <param name="ById">The practitioner who acted.</param>
/// <param name="Kind">What happened, as a short lower-case name in the past tense.</param>
/// <param name="ConcernId">The concern it belongs to, where there is one.</param>
/// <param name="SubjectId">The row that changed or was read, where there is one.</param>
/// <param name="Place">The place inside the subject: an item path or a rule id; never an answer.</param>
/// <param name="Revision">The revision of the subject that the event made; 0 where the subject has none.</param>
/// <param name="Content">The sealed digest of what was written; see <see cref="LogContent"/>.</param>
public sealed record LogEntry(
    long Number,
    DateTimeOffset At,
    Guid ById,
    string Kind,
    Guid? ConcernId,
    Guid? SubjectId,
    string Place,
    int Revision,
    LogHash Content
);
