namespace Waymark.Features.Retention;

/// <summary>What sort of record a child's record is, as far as keeping it goes.</summary>
public enum RetentionClass
{
    /// <summary>A record about child sexual abuse: what every record in Waymark is unless somebody chose otherwise.</summary>
    AbuseRecord,

    /// <summary>The case record of a looked-after child.</summary>
    LookedAfterRecord,

    /// <summary>A school's child protection file.</summary>
    SchoolFile,

    /// <summary>A health record.</summary>
    HealthRecord,
}

/// <summary>What the years of a rule are counted from.</summary>
public enum CountedFrom
{
    /// <summary>The child's birth; where it is not known, the latest it can have been, so that nothing is due too early.</summary>
    Birth,

    /// <summary>The last thing written in the record.</summary>
    LastEntry,
}

/// <summary>How long records of one class are kept.</summary>
/// <param name="Class">The class.</param>
/// <param name="Name">The class as people read it.</param>
/// <param name="Years">How many years.</param>
/// <param name="From">From when.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Standing">How well that is established; never empty.</param>
public sealed record RetentionRule(
    RetentionClass Class,
    string Name,
    int Years,
    CountedFrom From,
    string Source,
    string Standing
);
