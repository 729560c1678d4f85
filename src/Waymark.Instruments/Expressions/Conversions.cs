using System.Globalization;

namespace Waymark.Instruments.Expressions;

/// <summary>FHIRPath's conversions of single values; nothing where a value cannot be converted.</summary>
internal static class Conversions
{
    internal static string? ToText(Node node) =>
        node.Value switch
        {
            string text => text,
            bool truth => truth ? "true" : "false",
            int number => number.ToString(CultureInfo.InvariantCulture),
            decimal number => number.ToString(CultureInfo.InvariantCulture),
            Temporal temporal => temporal.ToString(),
            Measure measure => measure.ToString(),
            _ => null,
        };

    internal static bool? ToBoolean(Node node) =>
        node.Value switch
        {
            bool truth => truth,
            1 or 1.0m => true,
            0 or 0.0m => false,
            string text => text.ToUpperInvariant() switch
            {
                "TRUE" or "T" or "YES" or "Y" or "1" or "1.0" => true,
                "FALSE" or "F" or "NO" or "N" or "0" or "0.0" => false,
                _ => null,
            },
            _ => null,
        };

    internal static int? ToInteger(Node node) =>
        node.Value switch
        {
            int number => number,
            bool truth => truth ? 1 : 0,
            string text => int.TryParse(
                text,
                NumberStyles.AllowLeadingSign,
                CultureInfo.InvariantCulture,
                out var read
            )
                ? read
                : null,
            decimal number
                when number == decimal.Truncate(number)
                    && number is >= int.MinValue and <= int.MaxValue => (int)number,
            _ => null,
        };

    internal static decimal? ToDecimal(Node node) =>
        node.Value switch
        {
            decimal number => number,
            int number => number,
            bool truth => truth ? 1 : 0,
            string text => decimal.TryParse(
                text,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var read
            )
                ? read
                : null,
            _ => null,
        };

    internal static Temporal? ToDate(Node node) =>
        node.Value switch
        {
            Temporal { Kind: TemporalKind.Date or TemporalKind.DateTime } value => value.ToDate(),
            string text => Temporal.TryParse(text, TemporalKind.DateTime, out var read)
                ? read.ToDate()
                : null,
            _ => null,
        };

    internal static Temporal? ToDateTime(Node node) =>
        node.Value switch
        {
            Temporal { Kind: TemporalKind.Date or TemporalKind.DateTime } value =>
                value.ToDateTime(),
            string text => Temporal.TryParse(text, TemporalKind.DateTime, out var read)
                ? read
                : null,
            _ => null,
        };

    internal static Temporal? ToTime(Node node) =>
        node.Value switch
        {
            Temporal { Kind: TemporalKind.Time } value => value,
            string text => Temporal.TryParse(text.TrimStart('T'), TemporalKind.Time, out var read)
                ? read
                : null,
            _ => null,
        };

    internal static Measure? ToQuantity(Node node)
    {
        switch (node.Value)
        {
            case Measure measure:
                return measure;
            case int or decimal:
                return new Measure(Operators.AsNumber(node.Value)!.Value, "1");
            case bool truth:
                return new Measure(truth ? 1 : 0, "1");
            case string text:
                try
                {
                    return Parser.Parse(text) is LiteralSyntax { Value.Value: { } literal }
                        ? literal switch
                        {
                            Measure measure => measure,
                            int number => new Measure(number, "1"),
                            decimal number => new Measure(number, "1"),
                            _ => null,
                        }
                        : null;
                }
                catch (FhirPathSyntaxException)
                {
                    return null;
                }

            default:
                return null;
        }
    }
}
