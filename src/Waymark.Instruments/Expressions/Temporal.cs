using System.Globalization;

namespace Waymark.Instruments.Expressions;

internal enum TemporalKind
{
    Date,
    DateTime,
    Time,
}

/// <summary>How far a <see cref="Temporal"/> goes.</summary>
internal enum Precision
{
    Year = 1,
    Month,
    Day,
    Hour,
    Minute,
    Second,
    Millisecond,
}

/// <summary>
/// A FHIRPath Date, DateTime or Time, known as far as its precision: comparing two of different precision gives no answer where the known
/// parts are the same.
/// </summary>
internal sealed class Temporal
{
    private static readonly DateTime Anchor = new(1, 1, 1, 0, 0, 0, DateTimeKind.Unspecified);

    private Temporal(TemporalKind kind, Precision precision, DateTime at, TimeSpan? offset)
    {
        Kind = kind;
        Precision = precision;
        At = at;
        Offset = offset;
    }

    internal TemporalKind Kind { get; }

    internal Precision Precision { get; }

    /// <summary>The local moment, with what is not known at its smallest.</summary>
    internal DateTime At { get; }

    internal TimeSpan? Offset { get; }

    internal static Temporal FromDate(PartialDate date) =>
        new(
            TemporalKind.Date,
            date.Day is not null ? Precision.Day
                : date.Month is not null ? Precision.Month
                : Precision.Year,
            new DateTime(
                date.Year,
                date.Month ?? 1,
                date.Day ?? 1,
                0,
                0,
                0,
                DateTimeKind.Unspecified
            ),
            null
        );

    internal static Temporal FromInstant(DateTimeOffset instant) =>
        new(
            TemporalKind.DateTime,
            Precision.Millisecond,
            DateTime.SpecifyKind(instant.DateTime, DateTimeKind.Unspecified),
            instant.Offset
        );

    internal static Temporal FromTime(TimeOnly time) =>
        new(
            TemporalKind.Time,
            time.Millisecond > 0 ? Precision.Millisecond : Precision.Second,
            Anchor + time.ToTimeSpan(),
            null
        );

    /// <summary>Reads FHIR's or FHIRPath's written form of a date or dateTime.</summary>
    internal static bool TryParse(string text, TemporalKind kind, out Temporal temporal)
    {
        temporal = null!;
        return kind == TemporalKind.Time
            ? TryClock(text, out temporal)
            : TryCalendar(text, kind, out temporal);
    }

    /// <summary>Reads what follows the @ of a literal.</summary>
    internal static bool TryParseLiteral(string text, out Temporal temporal) =>
        text.StartsWith('T')
            ? TryParse(text[1..], TemporalKind.Time, out temporal)
            : TryParse(
                text,
                text.Contains('T', StringComparison.Ordinal)
                    ? TemporalKind.DateTime
                    : TemporalKind.Date,
                out temporal
            );

    private static bool TryCalendar(string text, TemporalKind kind, out Temporal temporal)
    {
        temporal = null!;
        var t = text.IndexOf('T', StringComparison.Ordinal);
        if (!PartialDate.TryParse(t < 0 ? text : text[..t], out var date))
        {
            return false;
        }

        var day = FromDate(date);
        if (t < 0 || t == text.Length - 1)
        {
            temporal = new Temporal(kind, day.Precision, day.At, null);
            return true;
        }

        if (kind == TemporalKind.Date || date.Day is null)
        {
            return false;
        }

        var clock = text[(t + 1)..];
        TimeSpan? offset = null;
        var zone = clock.IndexOfAny(['Z', '+', '-']);
        if (zone >= 0)
        {
            if (!TryOffset(clock[zone..], out var read))
            {
                return false;
            }

            offset = read;
            clock = clock[..zone];
        }

        if (!TryClock(clock, out var time))
        {
            return false;
        }

        temporal = new Temporal(kind, time.Precision, day.At + (time.At - Anchor), offset);
        return true;
    }

    private static bool TryOffset(string text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text == "Z")
        {
            return true;
        }

        if (
            text.Length != 6
            || !TimeSpan.TryParseExact(
                text[1..],
                @"hh\:mm",
                CultureInfo.InvariantCulture,
                out offset
            )
            || offset > TimeSpan.FromHours(14)
        )
        {
            return false;
        }

        offset = text[0] == '-' ? -offset : offset;
        return true;
    }

    private static bool TryClock(string text, out Temporal temporal)
    {
        temporal = null!;
        Precision precision;
        string format;
        switch (text.Length)
        {
            case 2:
                (precision, format) = (Precision.Hour, "HH");
                break;
            case 5:
                (precision, format) = (Precision.Minute, "HH:mm");
                break;
            case 8:
                (precision, format) = (Precision.Second, "HH:mm:ss");
                break;
            default:
                (precision, format) = (Precision.Millisecond, "HH:mm:ss.FFFFFFF");
                break;
        }

        // A single "HH" would be read as a standard format.
        if (
            !TimeOnly.TryParseExact(
                text.Length == 2 ? text + ":00" : text,
                text.Length == 2 ? "HH:mm" : format,
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time
            )
        )
        {
            return false;
        }

        temporal = new Temporal(TemporalKind.Time, precision, Anchor + time.ToTimeSpan(), null);
        return true;
    }

    /// <summary>Less than, equal to or greater than zero; <see langword="null"/> when the precision does not tell, or the kinds do not compare.</summary>
    /// <param name="other">What to compare with.</param>
    /// <param name="zone">The offset to take for a DateTime that has none.</param>
    internal int? CompareTo(Temporal other, TimeSpan zone)
    {
        if ((Kind == TemporalKind.Time) != (other.Kind == TemporalKind.Time))
        {
            return null;
        }

        var (left, right) = (At, other.At);
        if (
            Offset != other.Offset
            && Precision >= Precision.Hour
            && other.Precision >= Precision.Hour
        )
        {
            left = Shift(left, -(Offset ?? zone));
            right = Shift(right, -(other.Offset ?? zone));
        }

        // Seconds and milliseconds are one precision in FHIRPath.
        var mine = Precision == Precision.Millisecond ? Precision.Second : Precision;
        var theirs = other.Precision == Precision.Millisecond ? Precision.Second : other.Precision;
        var common = (Precision)Math.Min((int)mine, (int)theirs);
        var compared = Truncate(left, common).CompareTo(Truncate(right, common));
        return compared != 0 || mine == theirs ? compared : null;
    }

    private static DateTime Shift(DateTime value, TimeSpan by)
    {
        var ticks = value.Ticks + by.Ticks;
        return ticks < DateTime.MinValue.Ticks ? DateTime.MinValue
            : ticks > DateTime.MaxValue.Ticks ? DateTime.MaxValue
            : new DateTime(ticks, DateTimeKind.Unspecified);
    }

    private static DateTime Truncate(DateTime value, Precision precision) =>
        precision switch
        {
            Precision.Year => new DateTime(value.Year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified),
            Precision.Month => new DateTime(
                value.Year,
                value.Month,
                1,
                0,
                0,
                0,
                DateTimeKind.Unspecified
            ),
            Precision.Day => value.Date,
            Precision.Hour => value.Date.AddHours(value.Hour),
            Precision.Minute => value.Date.AddHours(value.Hour).AddMinutes(value.Minute),
            Precision.Second or Precision.Millisecond => value,
            _ => throw new ArgumentOutOfRangeException(nameof(precision)),
        };

    /// <summary>This much later, or earlier; <see langword="null"/> when the unit is no time, or the calendar ends.</summary>
    internal Temporal? Add(Measure amount, int sign)
    {
        var unit = amount.Unit switch
        {
            "s" => "second",
            "ms" => "millisecond",
            "min" => "minute",
            "h" => "hour",
            "d" => "day",
            "wk" => "week",
            "mo" => "month",
            "a" => "year",
            _ => amount.Unit,
        };
        if (
            !Units.IsCalendar(unit)
            || Math.Abs(amount.Number) > 1_000_000_000_000m
            || (Kind == TemporalKind.Time && unit is "year" or "month" or "week" or "day")
        )
        {
            return null;
        }

        try
        {
            var whole = (long)decimal.Truncate(amount.Number) * sign;
            var moved = (unit, Precision) switch
            {
                ("year", _) => At.AddYears(checked((int)whole)),
                ("month", Precision.Year) => At.AddYears(checked((int)(whole / 12))),
                ("month", _) => At.AddMonths(checked((int)whole)),
                ("week", >= Precision.Day) => At.AddDays(whole * 7),
                ("day", >= Precision.Day) => At.AddDays(whole),
                ("week", _) => Coarse(whole * 7),
                ("day", _) => Coarse(whole),
                ("hour", >= Precision.Hour) => At.AddHours(whole),
                ("hour", _) => Coarse(whole / 24),
                ("minute", >= Precision.Minute) => At.AddMinutes(whole),
                ("minute", _) => Precision == Precision.Hour
                    ? At.AddHours(whole / 60)
                    : Coarse(whole / 1440),
                ("second", >= Precision.Hour) => At.AddTicks(
                    (long)(amount.Number * sign * TimeSpan.TicksPerSecond)
                ),
                ("second", _) => Coarse(whole / 86400),
                _ => Precision >= Precision.Hour
                    ? At.AddMilliseconds(whole)
                    : Coarse(whole / 86_400_000),
            };
            if (Kind == TemporalKind.Time)
            {
                moved = Anchor + moved.TimeOfDay;
            }

            return new Temporal(Kind, Precision, moved, Offset);
        }
        catch (Exception exception)
            when (exception is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }

    // Days added to a month or a year count as whole months of 30 or years of 365 days, as FHIRPath has it.
    private DateTime Coarse(long days) =>
        Precision switch
        {
            Precision.Year => At.AddYears(checked((int)(days / 365))),
            Precision.Month => At.AddMonths(checked((int)(days / 30))),
            _ => At.AddDays(days),
        };

    /// <summary>As a date, without its time.</summary>
    internal Temporal ToDate() =>
        Kind == TemporalKind.Date
            ? this
            : new(
                TemporalKind.Date,
                Precision > Precision.Day ? Precision.Day : Precision,
                At.Date,
                null
            );

    /// <summary>As a date and time, of the same precision.</summary>
    internal Temporal ToDateTime() =>
        Kind == TemporalKind.DateTime ? this : new(TemporalKind.DateTime, Precision, At, null);

    /// <summary>The date as an answer.</summary>
    internal PartialDate ToPartialDate() =>
        new(
            At.Year,
            Precision >= Precision.Month ? At.Month : null,
            Precision >= Precision.Day ? At.Day : null
        );

    public override string ToString()
    {
        var date = Precision switch
        {
            Precision.Year => "yyyy",
            Precision.Month => "yyyy-MM",
            _ => "yyyy-MM-dd",
        };
        var clock = Precision switch
        {
            Precision.Hour => "HH",
            Precision.Minute => "HH:mm",
            Precision.Second => "HH:mm:ss",
            Precision.Millisecond => "HH:mm:ss.fff",
            _ => "",
        };
        if (Kind == TemporalKind.Time)
        {
            return At.ToString(clock == "HH" ? "HH" : clock, CultureInfo.InvariantCulture);
        }

        var text = At.ToString(date, CultureInfo.InvariantCulture);
        if (clock.Length > 0)
        {
            text += "T" + At.ToString(clock, CultureInfo.InvariantCulture);
            text += Offset switch
            {
                null => "",
                { Ticks: 0 } => "Z",
                { } offset => (offset < TimeSpan.Zero ? "-" : "+")
                    + offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture),
            };
        }

        return text;
    }
}
