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
internal sealed partial class Temporal
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

    /// <summary>This much later, or earlier; <see langword="null"/> where the calendar ends.</summary>
    /// <exception cref="EvaluationFaultException">The unit is no time, or too long for a time of day.</exception>
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
            || (Kind == TemporalKind.Time && unit is "year" or "month" or "week" or "day")
        )
        {
            throw new EvaluationFaultException($"{amount} cannot be added to a {Kind}");
        }

        if (Math.Abs(amount.Number) > 1_000_000_000_000m)
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
