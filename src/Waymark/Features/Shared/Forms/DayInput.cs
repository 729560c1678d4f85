using System.Globalization;

namespace Waymark.Features.Shared.Forms;

/// <summary>A day as three fields of a form.</summary>
public sealed class DayInput
{
    public string? DayOfMonth { get; set; }
    public string? Month { get; set; }
    public string? Year { get; set; }

    /// <summary>Nothing was typed in any of the three.</summary>
    public bool IsEmpty =>
        string.IsNullOrWhiteSpace(DayOfMonth)
        && string.IsNullOrWhiteSpace(Month)
        && string.IsNullOrWhiteSpace(Year);

    /// <summary>The day, or null when the fields do not name one with a four-figure year.</summary>
    public DateOnly? Day =>
        Number(DayOfMonth) is { } day
        && Number(Month) is { } month
        && Number(Year) is { } year
        && DateOnly.TryParseExact(
            string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}"),
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var real
        )
        && year >= 1000
            ? real
            : null;

    /// <summary>The fields that show a day; empty for none.</summary>
    public static DayInput From(DateOnly? day) =>
        day is { } real
            ? new()
            {
                DayOfMonth = real.Day.ToString(CultureInfo.InvariantCulture),
                Month = real.Month.ToString(CultureInfo.InvariantCulture),
                Year = real.Year.ToString(CultureInfo.InvariantCulture),
            }
            : new();

    private static int? Number(string? typed) =>
        int.TryParse(typed?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
