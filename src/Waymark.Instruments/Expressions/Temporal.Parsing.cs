using System.Globalization;

namespace Waymark.Instruments.Expressions;

internal sealed partial class Temporal
{
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
}
