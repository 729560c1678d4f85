using System.Globalization;

namespace Waymark.Documents;

/// <summary>
/// Dates and times as a reader in England writes them, the same on every machine whatever its culture:
/// "24 November 2026", "24 November 2026 at 16:50". Moments are shown in United Kingdom clock time.
/// </summary>
public static class UkTime
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById(
        "Europe/London"
    );

    /// <summary>"24 November 2026".</summary>
    public static string Date(DateOnly date) =>
        date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>The calendar day on which a moment falls in the United Kingdom.</summary>
    public static DateOnly DateOf(DateTimeOffset moment) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, London).DateTime);

    /// <summary>"24 November 2026 at 16:50", in United Kingdom clock time.</summary>
    public static string Moment(DateTimeOffset moment) =>
        TimeZoneInfo
            .ConvertTime(moment, London)
            .ToString("d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture);
}
