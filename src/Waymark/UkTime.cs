using System.Globalization;

namespace Waymark;

/// <summary>
/// Dates and times as a reader in the United Kingdom writes them, the same on every machine whatever its culture and time zone.
/// </summary>
public static class UkTime
{
    private static readonly TimeZoneInfo s_london = TimeZoneInfo.FindSystemTimeZoneById(
        "Europe/London"
    );

    /// <summary>The moment on the clock of the United Kingdom.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, s_london);

    /// <summary>The calendar day on which a moment falls in the United Kingdom.</summary>
    public static DateOnly DateOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>"24 November 2026".</summary>
    public static string Date(DateOnly day) =>
        day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"14:32".</summary>
    public static string Clock(DateTimeOffset moment) =>
        Local(moment).ToString("HH:mm", CultureInfo.InvariantCulture);

    /// <summary>"24 November 2026 at 14:32".</summary>
    public static string Moment(DateTimeOffset moment) =>
        $"{Date(DateOf(moment))} at {Clock(moment)}";

    /// <summary>"14:32" for a moment of today, else "23 November 2026 at 14:32".</summary>
    public static string Brief(DateTimeOffset moment, DateTimeOffset now) =>
        DateOf(moment) == DateOf(now) ? Clock(moment) : Moment(moment);
}
