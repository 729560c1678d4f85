using Microsoft.AspNetCore.Html;
using Waymark.Features.Insight.Reading;
using Waymark.Features.Insight.Releasing;

namespace Waymark.Features.Insight.Charts;

/// <summary>A row of a heat-map: what it is about, and a share for each column or null.</summary>
public sealed record HeatRow(string Label, IReadOnlyList<Figure?> Cells);

/// <summary>
/// Shares by row and column: each cell has its number and its interval, a bar as long as the share, and a shade. None of it is told by the shade
/// alone. Pure.
/// </summary>
public static class HeatMap
{
    private const int Width = 400;
    private const int CellHeight = 46;

    /// <summary>The picture.</summary>
    public static IHtmlContent Draw(
        string id,
        string title,
        IReadOnlyList<string> columns,
        IReadOnlyList<HeatRow> rows
    )
    {
        ArgumentNullException.ThrowIfNull(columns);
        ArgumentNullException.ThrowIfNull(rows);
        var svg = new Svg(Width);
        var cell = (double)Width / columns.Count;
        var letters = (int)(cell / 7.2);
        var y = 0.0;
        for (var c = 0; c < columns.Count; c++)
        {
            y = Math.Max(y, svg.Lines("wm-chart__small", c * cell + 3, 0, columns[c], letters, 15));
        }

        y += 4;
        foreach (var row in rows)
        {
            y = svg.Lines("wm-chart__label", 3, y, row.Label, Svg.LabelLetters) + 5;
            for (var c = 0; c < columns.Count; c++)
            {
                Cell(svg, c * cell, y, cell - 3, row.Cells[c]);
            }

            y += CellHeight + 7;
        }

        return svg.Finish(
            id,
            title,
            string.Join(
                "; ",
                rows.Select(row =>
                    $"{row.Label}: {string.Join(", ", columns.Select((column, c) => $"{column} {Said(row.Cells[c])}"))}"
                )
            ),
            y
        );
    }

    private static string Said(Figure? figure) =>
        figure is null ? "too few to say" : FigureWords.Percent(figure.Value);

    private static void Cell(Svg svg, double x, double y, double width, Figure? figure)
    {
        if (figure is null)
        {
            svg.Rectangle("wm-chart__none", x + 0.5, y + 0.5, width - 1, CellHeight - 1);
            svg.Text("wm-chart__small", x + 6, y + 20, "Too few");
            svg.Text("wm-chart__small", x + 6, y + 35, "to say");
            return;
        }

        var shade = Math.Clamp((int)(figure.Value * 5), 0, 4);
        svg.Rectangle($"wm-chart__shade-{shade}", x, y, width, CellHeight);
        svg.Text("wm-chart__value", x + 6, y + 18, FigureWords.Percent(figure.Value));
        svg.Text(
            "wm-chart__small",
            x + 6,
            y + 34,
            FigureWords.PercentInterval(figure).Replace("%", "", StringComparison.Ordinal)
        );
        svg.Rectangle("wm-chart__bar", x, y + CellHeight - 5, width * figure.Value, 5);
    }
}
