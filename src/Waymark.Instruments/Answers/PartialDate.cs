using System.Globalization;

namespace Waymark.Instruments;

/// <summary>A FHIR <c>date</c>: a year, a month of a year, or a day. People often know no more than the year.</summary>
public readonly record struct PartialDate : IComparable<PartialDate>
{
    /// <summary>A year, or with the later arguments a month or a day.</summary>
    /// <param name="year">1 to 9999.</param>
    /// <param name="month">1 to 12, or <see langword="null"/> when only the year is known.</param>
    /// <param name="day">A day of that month, or <see langword="null"/> when it is not known; needs a month.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such date; ask <see cref="TryParse"/> when the input is not trusted.</exception>
    public PartialDate(int year, int? month = null, int? day = null)
    {
        if (!Exists(year, month, day))
        {
            throw new ArgumentOutOfRangeException(nameof(day), "There is no such date.");
        }

        Year = year;
        Month = month;
        Day = day;
    }

    /// <summary>The year, 1 to 9999.</summary>
    public int Year { get; }

    /// <summary>The month, 1 to 12, when known.</summary>
    public int? Month { get; }

    /// <summary>The day of the month, 1 to 31, when known.</summary>
    public int? Day { get; }

    /// <summary>The whole date, when year, month and day are all known.</summary>
    public DateOnly? ToDateOnly() =>
        Month is { } month && Day is { } day ? new DateOnly(Year, month, day) : null;

    /// <summary>A whole date.</summary>
    public static PartialDate FromDateOnly(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>A whole date.</summary>
    public static implicit operator PartialDate(DateOnly date) => FromDateOnly(date);

    /// <summary>Reads <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</summary>
    /// <returns>Whether the text is a FHIR date that exists in the calendar.</returns>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        if (text is null || text.Length is not (4 or 7 or 10))
        {
            return false;
        }

        int? month = null;
        int? day = null;
        if (
            !TryDigits(text, 0, 4, out var year)
            || (text.Length >= 7 && !(text[4] == '-' && TryDigits(text, 5, 2, out month)))
            || (text.Length == 10 && !(text[7] == '-' && TryDigits(text, 8, 2, out day)))
            || !Exists(year!.Value, month, day)
        )
        {
            return false;
        }

        date = new PartialDate(year.Value, month, day);
        return true;
    }

    /// <summary>By year, then month, then day; what is not known comes first.</summary>
    public int CompareTo(PartialDate other) =>
        (Year, Month ?? 0, Day ?? 0).CompareTo((other.Year, other.Month ?? 0, other.Day ?? 0));

    /// <summary>Whether the left date is earlier.</summary>
    public static bool operator <(PartialDate left, PartialDate right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left date is later.</summary>
    public static bool operator >(PartialDate left, PartialDate right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left date is not later.</summary>
    public static bool operator <=(PartialDate left, PartialDate right) =>
        left.CompareTo(right) <= 0;

    /// <summary>Whether the left date is not earlier.</summary>
    public static bool operator >=(PartialDate left, PartialDate right) =>
        left.CompareTo(right) >= 0;

    /// <summary>The FHIR form: <c>YYYY</c>, <c>YYYY-MM</c> or <c>YYYY-MM-DD</c>.</summary>
    public override string ToString() =>
        (Month, Day) switch
        {
            (null, _) => Year.ToString("D4", CultureInfo.InvariantCulture),
            ({ } month, null) => string.Create(
                CultureInfo.InvariantCulture,
                $"{Year:D4}-{month:D2}"
            ),
            ({ } month, { } day) => string.Create(
                CultureInfo.InvariantCulture,
                $"{Year:D4}-{month:D2}-{day:D2}"
            ),
        };

    private static bool Exists(int year, int? month, int? day) =>
        year is >= 1 and <= 9999
        && (month, day) switch
        {
            (null, null) => true,
            (null, _) => false,
            ({ } m, null) => m is >= 1 and <= 12,
            ({ } m, { } d) => m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(year, m),
        };

    private static bool TryDigits(string text, int start, int length, out int? value)
    {
        value = 0;
        for (var i = start; i < start + length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                return false;
            }

            value = (value * 10) + (text[i] - '0');
        }

        return true;
    }
}
