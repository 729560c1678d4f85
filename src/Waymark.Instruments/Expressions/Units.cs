namespace Waymark.Instruments.Expressions;

/// <summary>Converts between units of one kind: the UCUM codes that questionnaires use.</summary>
internal static class Units
{
    /// <summary>UCUM's own URI.</summary>
    internal const string Ucum = "http://unitsofmeasure.org";

    private static readonly Dictionary<string, (string Kind, decimal Factor)> Known = new(
        StringComparer.Ordinal
    )
    {
        ["kg"] = ("mass", 1000m),
        ["g"] = ("mass", 1m),
        ["mg"] = ("mass", 0.001m),
        ["ug"] = ("mass", 0.000001m),
        ["ng"] = ("mass", 0.000000001m),
        ["t"] = ("mass", 1000000m),
        ["[lb_av]"] = ("mass", 453.59237m),
        ["[oz_av]"] = ("mass", 28.349523125m),
        ["[stone_av]"] = ("mass", 6350.29318m),
        ["km"] = ("length", 1000m),
        ["m"] = ("length", 1m),
        ["dm"] = ("length", 0.1m),
        ["cm"] = ("length", 0.01m),
        ["mm"] = ("length", 0.001m),
        ["um"] = ("length", 0.000001m),
        ["[in_i]"] = ("length", 0.0254m),
        ["[ft_i]"] = ("length", 0.3048m),
        ["[yd_i]"] = ("length", 0.9144m),
        ["[mi_i]"] = ("length", 1609.344m),
        ["L"] = ("volume", 1m),
        ["l"] = ("volume", 1m),
        ["dL"] = ("volume", 0.1m),
        ["cL"] = ("volume", 0.01m),
        ["mL"] = ("volume", 0.001m),
        ["uL"] = ("volume", 0.000001m),
        ["ms"] = ("time", 0.001m),
        ["s"] = ("time", 1m),
        ["min"] = ("time", 60m),
        ["h"] = ("time", 3600m),
        ["d"] = ("time", 86400m),
        ["wk"] = ("time", 604800m),
        ["mo"] = ("time", 2629800m),
        ["a"] = ("time", 31557600m),
        ["millisecond"] = ("time", 0.001m),
        ["second"] = ("time", 1m),
        ["minute"] = ("time", 60m),
        ["hour"] = ("time", 3600m),
        ["day"] = ("time", 86400m),
        ["week"] = ("time", 604800m),
        ["month"] = ("calendar month", 1m),
        ["year"] = ("calendar month", 12m),
        ["mmol/L"] = ("substance", 1m),
        ["umol/L"] = ("substance", 0.001m),
        ["mol/L"] = ("substance", 1000m),
        ["mm[Hg]"] = ("pressure", 133.322387415m),
        ["kPa"] = ("pressure", 1000m),
        ["Pa"] = ("pressure", 1m),
        ["%"] = ("number", 0.01m),
        ["1"] = ("number", 1m),
        [""] = ("number", 1m),
    };

    internal static bool IsCalendar(string unit) =>
        unit
            is "year"
                or "month"
                or "week"
                or "day"
                or "hour"
                or "minute"
                or "second"
                or "millisecond";

    /// <summary>Both numbers in one unit; <see langword="null"/> when the units are not of one kind.</summary>
    internal static (decimal Left, decimal Right)? ToCommon(Measure left, Measure right)
    {
        if (string.Equals(left.Unit, right.Unit, StringComparison.Ordinal))
        {
            return (left.Number, right.Number);
        }

        if (
            !Known.TryGetValue(left.Unit, out var from)
            || !Known.TryGetValue(right.Unit, out var to)
            || from.Kind != to.Kind
        )
        {
            return null;
        }

        try
        {
            return (left.Number * from.Factor, right.Number * to.Factor);
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The measure in another unit; <see langword="null"/> when that is of another kind.</summary>
    internal static Measure? Convert(Measure measure, string unit)
    {
        if (string.Equals(measure.Unit, unit, StringComparison.Ordinal))
        {
            return measure;
        }

        return
            Known.TryGetValue(measure.Unit, out var from)
            && Known.TryGetValue(unit, out var to)
            && from.Kind == to.Kind
            ? new Measure(measure.Number * from.Factor / to.Factor, unit)
            : null;
    }
}
