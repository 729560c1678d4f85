using System.Globalization;
using Waymark.Features.Insight.Releasing;

namespace Waymark.Features.Insight.Reading;

/// <summary>Figures as people read them: always with interval and base.</summary>
public static class FigureWords
{
    /// <summary>What stands where nothing may be said, whatever the reason.</summary>
    public const string TooFew = "Too few to say";

    /// <summary>A share as a percentage without decimals: the counts behind it are rounded.</summary>
    public static string Percent(double share) =>
        Math.Round(share * 100, MidpointRounding.AwayFromZero)
            .ToString("0", CultureInfo.InvariantCulture) + "%";

    /// <summary>A share's interval.</summary>
    public static string PercentInterval(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return $"{Percent(figure.Lower)} to {Percent(figure.Upper)}";
    }

    /// <summary>A share with interval and base in one line, or that there are too few.</summary>
    public static string Share(Figure? figure) =>
        figure is null
            ? TooFew
            : $"{Percent(figure.Value)} ({PercentInterval(figure)}; of {Count(figure.People)})";

    /// <summary>A difference of shares in percentage points, with its sign.</summary>
    public static string Points(double difference) =>
        Signed(Math.Round(difference * 100, MidpointRounding.AwayFromZero), "0");

    /// <summary>A score or a mean of scores to one decimal.</summary>
    public static string Score(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>A change of scores to one decimal, with its sign.</summary>
    public static string Change(double value) => Signed(Math.Round(value, 1), "0.0");

    /// <summary>A coefficient to two decimals.</summary>
    public static string Coefficient(double value) =>
        value.ToString("0.00", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A p-value: three decimals, or "below 0.001".</summary>
    public static string PValue(double p) =>
        p < 0.001 ? "below 0.001" : p.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A number of people.</summary>
    public static string Count(int people) => people.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A number of people where small ones are not told.</summary>
    public static string CountOrFew(int? people) => people is { } known ? Count(known) : "a few";

    private static string Signed(double value, string format) =>
        value switch
        {
            > 0 => "+" + value.ToString(format, CultureInfo.InvariantCulture),
            < 0 => "−" + (-value).ToString(format, CultureInfo.InvariantCulture),
            _ => 0.0.ToString(format, CultureInfo.InvariantCulture),
        };
}
