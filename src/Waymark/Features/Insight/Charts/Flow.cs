using Microsoft.AspNetCore.Html;

namespace Waymark.Features.Insight.Charts;

/// <summary>A box of the flow: a stage, and what is told of it, a line each.</summary>
/// <param name="Title">The stage.</param>
/// <param name="Lines">What is told.</param>
/// <param name="Share">How long its bar is, from 0 to 1.</param>
public sealed record FlowBox(string Title, IReadOnlyList<string> Lines, double Share);

/// <summary>People from stage to stage, as boxes under each other with arrows between. Pure.</summary>
public static class Flow
{
    private const int Width = 400;

    /// <summary>The picture.</summary>
    public static IHtmlContent Draw(string id, string title, IReadOnlyList<FlowBox> boxes)
    {
        ArgumentNullException.ThrowIfNull(boxes);
        var svg = new Svg(Width);
        var y = 2.0;
        for (var b = 0; b < boxes.Count; b++)
        {
            var box = boxes[b];
            var height = 34 + 18 * box.Lines.Count + 8;
            svg.Rectangle("wm-chart__box", 2, y, Width - 4, height);
            svg.Rectangle("wm-chart__bar", 2, y + height - 6, (Width - 4) * box.Share, 6);
            svg.Text("wm-chart__value", 14, y + 23, box.Title);
            for (var line = 0; line < box.Lines.Count; line++)
            {
                svg.Text("wm-chart__small", 14, y + 42 + 18 * line, box.Lines[line]);
            }

            y += height;
            if (b < boxes.Count - 1)
            {
                svg.Path("wm-chart__interval", $"M{Width / 2} {y + 3:0.#}v18m-6 -6l6 6l6 -6");
                y += 26;
            }
        }

        return svg.Finish(
            id,
            title,
            string.Join("; ", boxes.Select(box => $"{box.Title}: {string.Join(", ", box.Lines)}")),
            y + 2
        );
    }
}
