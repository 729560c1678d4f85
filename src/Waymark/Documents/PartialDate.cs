using System.Globalization;

namespace Waymark.Documents;

/// <summary>
/// A date known to the year, the month or the day, as FHIR's <c>date</c> has it ("2026", "2026-11", "2026-11-24"): when something
/// happened is often known only roughly, and a record must not claim more.
/// </summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    private PartialDate(int year, int? month, int? day) => (Year, Month, Day) = (year, month, day);

    /// <summary>1 to 9999.</summary>
    public int Year { get; }

    /// <summary>1 to 12, or null where only the year is known.</summary>
    public int? Month { get; }

    /// <summary>1 to 31, or null where the day is not known.</summary>
    public int? Day { get; }

    /// <summary>A date known to the day.</summary>
    public static PartialDate Of(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>Reads "2026", "2026-11" or "2026-11-24"; null for anything else, or for a day that does not exist.</summary>
    public static PartialDate? Parse(string? text)
    {
        if (Read(text, "yyyy-MM-dd") is { } day)
        {
            return Of(day);
        }
        if (Read(text, "yyyy-MM") is { } month)
        {
            return new PartialDate(month.Year, month.Month, null);
        }
        return Read(text, "yyyy") is { } year ? new PartialDate(year.Year, null, null) : null;
    }

    /// <summary>Orders by the first day the date can mean; the vaguer date comes first.</summary>
    public int CompareTo(PartialDate other) =>
        (Year, Month ?? 0, Day ?? 0).CompareTo((other.Year, other.Month ?? 0, other.Day ?? 0));

    /// <summary>Whether the left date comes before the right one in <see cref="CompareTo"/>'s order.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left date comes after the right one.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left date does not come after the right one.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) =>
        left.CompareTo(right) <= 0;

    /// <summary>Whether the left date does not come before the right one.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) =>
        left.CompareTo(right) >= 0;

    /// <summary>"24 November 2026", "November 2026 (day not known)" or "2026 (month not known)".</summary>
    public override string ToString() =>
        (Month, Day) switch
        {
            ({ } month, { } day) => UkTime.Date(new DateOnly(Year, month, day)),
            ({ } month, null) => new DateOnly(Year, month, 1).ToString(
                "MMMM yyyy",
                CultureInfo.InvariantCulture
            ) + " (day not known)",
            _ => Year.ToString("0000", CultureInfo.InvariantCulture) + " (month not known)",
        };

    private static DateOnly? Read(string? text, string format) =>
        DateOnly.TryParseExact(
            text,
            format,
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var date
        )
            ? date
            : null;
}
