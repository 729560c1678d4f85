using Waymark.Instruments.Expressions;

namespace Waymark.Instruments;

/// <summary>Compares answers by value, with units converted.</summary>
internal static class AnswerOrder
{
    /// <summary>Whether both are the same answer. A coding without a system, as authors often write it in conditions, fits any system.</summary>
    internal static bool AreEqual(AnswerValue given, AnswerValue expected, TimeSpan zone) =>
        (given, expected) switch
        {
            (CodingAnswer a, CodingAnswer b) => a.Equals(b)
                || (
                    b.System is null
                    && b.Code.Length > 0
                    && string.Equals(a.Code, b.Code, StringComparison.Ordinal)
                ),
            (CodingAnswer a, StringAnswer b) => a.Code.Length == 0 && a.Display == b.Value,
            (ReferenceAnswer a, ReferenceAnswer b) => string.Equals(
                a.Reference,
                b.Reference,
                StringComparison.Ordinal
            ),
            (StringAnswer a, UriAnswer b) => string.Equals(
                a.Value,
                b.Value,
                StringComparison.Ordinal
            ),
            (UriAnswer a, StringAnswer b) => string.Equals(
                a.Value,
                b.Value,
                StringComparison.Ordinal
            ),
            (BooleanAnswer or UriAnswer, _) => given.Equals(expected),
            _ => Compare(given, expected, zone) == 0,
        };

    /// <summary>Less than, equal to or greater than zero; <see langword="null"/> where the two do not compare.</summary>
    internal static int? Compare(AnswerValue given, AnswerValue other, TimeSpan zone) =>
        (given, other) switch
        {
            (StringAnswer a, StringAnswer b) => string.CompareOrdinal(a.Value, b.Value),
            (QuantityAnswer a, QuantityAnswer b) => Units.ToCommon(MeasureOf(a), MeasureOf(b))
                is { } common
                ? common.Left.CompareTo(common.Right)
                : null,
            (QuantityAnswer a, IntegerAnswer or DecimalAnswer) => a.Value.CompareTo(
                NumberOf(other)!.Value
            ),
            (IntegerAnswer or DecimalAnswer, QuantityAnswer b) => NumberOf(given)!
                .Value.CompareTo(b.Value),
            (
                DateAnswer
                    or DateTimeAnswer
                    or TimeAnswer,
                DateAnswer
                    or DateTimeAnswer
                    or TimeAnswer
            ) => TemporalOf(given) is { } x && TemporalOf(other) is { } y
                ? x.CompareTo(y, zone)
                : null,
            (CodingAnswer a, CodingAnswer b) => a.Equals(b) ? 0 : null,
            _ => (NumberOf(given), NumberOf(other)) is ({ } m, { } n) ? m.CompareTo(n) : null,
        };

    internal static Measure MeasureOf(QuantityAnswer quantity) =>
        new(quantity.Value, quantity.Code ?? quantity.Unit ?? "1");

    private static decimal? NumberOf(AnswerValue value) =>
        value switch
        {
            IntegerAnswer number => number.Value,
            DecimalAnswer number => number.Value,
            _ => null,
        };

    private static Temporal? TemporalOf(AnswerValue value) =>
        value switch
        {
            DateAnswer date => Temporal.FromDate(date.Value),
            DateTimeAnswer moment => Temporal.TryParse(
                moment.Value,
                TemporalKind.DateTime,
                out var parsed
            )
                ? parsed
                : null,
            TimeAnswer time => Temporal.FromTime(time.Value),
            _ => null,
        };
}
