using System.Globalization;

namespace Waymark.Features.Shared.Time;

/// <summary>Moments as people in the United Kingdom read them.</summary>
public static class UkTime
{
    private static readonly TimeZoneInfo s_zone = TimeZoneInfo.FindSystemTimeZoneById(
        "Europe/London"
    );
    private static readonly CultureInfo s_culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The moment on the clock of the United Kingdom.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, s_zone);

    /// <summary>The day in the United Kingdom.</summary>
    public static DateOnly Day(DateTimeOffset moment) =>
        DateOnly.FromDateTime(Local(moment).DateTime);

    /// <summary>"14:32".</summary>
    public static string Clock(DateTimeOffset moment) => Local(moment).ToString("HH:mm", s_culture);

    /// <summary>"24 November 2026".</summary>
    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", s_culture);

    /// <summary>"24 November 2026 at 14:32".</summary>
    public static string DateAndClock(DateTimeOffset moment) =>
        $"{Date(Day(moment))} at {Clock(moment)}";

    /// <summary>"14:32" for a moment of today, else "23 November 2026 at 14:32".</summary>
    public static string Brief(DateTimeOffset moment, DateTimeOffset now) =>
        Day(moment) == Day(now) ? Clock(moment) : DateAndClock(moment);
}
