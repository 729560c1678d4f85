using System.Globalization;
using Microsoft.AspNetCore.Html;
using Waymark.Features.Insight.Releasing;

namespace Waymark.Features.Insight.Charts;

/// <summary>A line of the chart: one or two figures under one label.</summary>
/// <param name="Label">What they are of.</param>
/// <param name="First">Drawn as a dot; null where there are too few to say.</param>
/// <param name="Second">Drawn as a diamond; null where there is none.</param>
public sealed record DotRow(string Label, Figure? First, Figure? Second);

/// <summary>Figures with their intervals along one axis: a dot for the first of a row, a diamond for the second. Pure.</summary>
public static class DotsAndIntervals
{
    private const int Width = 400;
    private const int Left = 8;
    private const int Span = 384;

    /// <summary>The picture.</summary>
    /// <param name="id">A name that is unique on the page.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="names">What dots and diamonds stand for.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="to">The end of the axis, which begins at 0.</param>
    /// <param name="unit">What is written after a number, such as "%".</param>
    public static IHtmlContent Draw(
        string id,
        string title,
        (string First, string Second) names,
        IReadOnlyList<DotRow> rows,
        double to,
        string unit
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        var svg = new Svg(Width);
        svg.Dot("wm-chart__dot", Left + 6, 12);
        svg.Text("wm-chart__small", Left + 18, 17, names.First);
        svg.Diamond("wm-chart__diamond", Left + 6, 32);
        svg.Text("wm-chart__small", Left + 18, 37, names.Second);
        var y = 46.0;
        var scale = unit == "%" ? 100 : 1;
        double X(double value) => Left + Math.Clamp(value * scale / to, 0, 1) * Span;
        foreach (var row in rows)
        {
            y = svg.Lines("wm-chart__label", Left, y, row.Label, Svg.LabelLetters) + 8;
            svg.Path("wm-chart__axis", $"M{Left} {y + 14:0.#}H{Left + Span}");
            if (row.First is { } first)
            {
                Whisker(svg, X(first.Lower), X(first.Upper), y + 7);
                svg.Dot("wm-chart__dot", X(first.Value), y + 7);
            }

            if (row.Second is { } second)
            {
                Whisker(svg, X(second.Lower), X(second.Upper), y + 21);
                svg.Diamond("wm-chart__diamond", X(second.Value), y + 21);
            }

            if (row is { First: null, Second: null })
            {
                svg.Text("wm-chart__small", Left, y + 11, "Too few to say");
            }

            y += 34;
        }

        y += 14;
        foreach (var step in new[] { 0, 0.25, 0.5, 0.75, 1 })
        {
            svg.Path("wm-chart__axis", $"M{Left + step * Span:0.#} {y - 10:0.#}v-6");
            svg.Text(
                step switch
                {
                    0 => "wm-chart__small",
                    1 => "wm-chart__small wm-chart__small--end",
                    _ => "wm-chart__small wm-chart__small--middle",
                },
                Left + step * Span,
                y + 4,
                (step * to).ToString("0.##", CultureInfo.InvariantCulture) + unit
            );
        }

        return svg.Finish(
            id,
            title,
            string.Join("; ", rows.Select(row => Said(row, names, scale, to, unit))),
            y + 10
        );
    }

    private static string Said(
        DotRow row,
        (string First, string Second) names,
        int scale,
        double to,
        string unit
    )
    {
        string Number(Figure figure) =>
            // What ends at 1, such as a coefficient, is told by its decimals.
            (figure.Value * scale)
                .ToString(to <= 1 ? "0.00" : "0", CultureInfo.InvariantCulture)
                .Replace('-', '−') + unit;
        List<string> said = [];
        if (row.First is { } first)
        {
            said.Add($"{names.First} {Number(first)}");
        }

        if (row.Second is { } second)
        {
            said.Add($"{names.Second} {Number(second)}");
        }

        return $"{row.Label}: {(said.Count == 0 ? "too few to say" : string.Join(", ", said))}";
    }

    private static void Whisker(Svg svg, double from, double to, double y) =>
        svg.Path(
            "wm-chart__interval",
            $"M{from:0.#} {y:0.#}H{to:0.#}M{from:0.#} {y - 4:0.#}v8M{to:0.#} {y - 4:0.#}v8"
        );
}
