namespace Waymark.Instruments;

/// <summary>What a change of a form did.</summary>
/// <param name="Issues">Why it was refused; when not empty, nothing changed.</param>
/// <param name="Changed">The paths whose answers or enablement are different now, in document order; the one that was set comes with them.</param>
public sealed record ChangeResult(
    IReadOnlyList<InstrumentIssue> Issues,
    IReadOnlyList<ItemPath> Changed
)
{
    /// <summary>Whether the change was made.</summary>
    public bool Accepted => Issues.Count == 0;
}

/// <summary>An answer with its place, as other systems and earlier drafts give them.</summary>
/// <param name="Path">The item.</param>
/// <param name="Values">Its answers, in order.</param>
public sealed record GivenAnswer(ItemPath Path, IReadOnlyList<AnswerValue> Values);
