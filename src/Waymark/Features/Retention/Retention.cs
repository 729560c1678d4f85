using Waymark.Features.Children;

namespace Waymark.Features.Retention;

/// <summary>What is known of a record's time.</summary>
/// <param name="AgeTold">The age in years that was last told; the least it can be where only a band is known.</param>
/// <param name="AgeToldOn">When it was told.</param>
/// <param name="LastEntryOn">When the record was last written in.</param>
/// <param name="ReviewedOn">When someone last decided to go on keeping it, or null.</param>
public sealed record RecordDates(
    int AgeTold,
    DateOnly AgeToldOn,
    DateOnly LastEntryOn,
    DateOnly? ReviewedOn
)
{
    /// <summary>The latest day on which the child can have been born.</summary>
    public DateOnly LatestBirth => AgeToldOn.AddYears(-AgeTold);

    /// <summary>The least age in years that a band leaves open.</summary>
    public static int LeastAge(int? years, AgeBand band) =>
        years
        ?? band switch
        {
            AgeBand.NotKnown or AgeBand.Under13 => 0,
            AgeBand.From13To15 => 13,
            AgeBand.From16To17 => 16,
        };
}

/// <summary>What is to be done with a record now.</summary>
public enum RetentionState
{
    /// <summary>It is kept; nothing is due.</summary>
    Keep,

    /// <summary>Someone looks whether it must still be kept.</summary>
    ReviewDue,

    /// <summary>Its time is over: two people decide whether it is erased. Nothing happens by itself.</summary>
    TimeIsOver,

    /// <summary>A legal hold is on it: it must not be erased, whatever its dates say.</summary>
    Held,
}

/// <summary>What a schedule makes of a record.</summary>
/// <param name="State">What is to be done.</param>
/// <param name="KeepUntil">The last day on which it must be kept.</param>
/// <param name="ReviewOn">The day on which someone looks next, never after <paramref name="KeepUntil"/>.</param>
public sealed record RetentionVerdict(RetentionState State, DateOnly KeepUntil, DateOnly ReviewOn)
{
    /// <summary>Whether it may be erased by its dates and holds. A hold always says no.</summary>
    public bool MayBeErasedByTime => State == RetentionState.TimeIsOver;
}

/// <summary>How long a record is kept. Pure.</summary>
public static class Retention
{
    /// <summary>Works out what is to be done with a record on a day.</summary>
    /// <param name="dates">What is known of its time.</param>
    /// <param name="rule">The rule of its class.</param>
    /// <param name="reviewEveryYears">After how many years someone looks at it.</param>
    /// <param name="holds">How many legal holds are on it.</param>
    /// <param name="today">The day.</param>
    public static RetentionVerdict Decide(
        RecordDates dates,
        RetentionRule rule,
        int reviewEveryYears,
        int holds,
        DateOnly today
    )
    {
        var from = rule.From == CountedFrom.Birth ? dates.LatestBirth : dates.LastEntryOn;
        var keepUntil = Years(from, rule.Years);
        var looked =
            dates.ReviewedOn is { } reviewed && reviewed > dates.LastEntryOn
                ? reviewed
                : dates.LastEntryOn;
        var review = Years(looked, reviewEveryYears);
        if (review > keepUntil)
        {
            review = keepUntil;
        }
        var state =
            holds > 0 ? RetentionState.Held
            : today > keepUntil ? RetentionState.TimeIsOver
            : today >= review ? RetentionState.ReviewDue
            : RetentionState.Keep;
        return new(state, keepUntil, review);
    }

    private static DateOnly Years(DateOnly from, int years) =>
        from.Year + years > DateOnly.MaxValue.Year ? DateOnly.MaxValue : from.AddYears(years);
}
