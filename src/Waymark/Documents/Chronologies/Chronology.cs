namespace Waymark.Documents.Chronologies;

/// <summary>What happened and what was done, in order of time.</summary>
public sealed record Chronology
{
    /// <summary>The agency's own reference for the child. Never a name.</summary>
    public required string Reference { get; init; }

    /// <summary>The agency the record is kept in.</summary>
    public required string Agency { get; init; }

    /// <summary>When the document was made.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The entries, in any order.</summary>
    public required IReadOnlyList<ChronologyEntry> Entries { get; init; }
}

/// <summary>One entry.</summary>
public sealed record ChronologyEntry
{
    /// <summary>When it happened, as far as it is known; null where it is not.</summary>
    public required PartialDate? HappenedOn { get; init; }

    /// <summary>What happened, or what was decided or done.</summary>
    public required string What { get; init; }

    /// <summary>Where it comes from: a person in a role, a record.</summary>
    public required string Source { get; init; }

    /// <summary>When it was written into the record: the distance to <see cref="HappenedOn"/> shows delay.</summary>
    public required DateTimeOffset RecordedAt { get; init; }
}
