using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Waymark.Features.Guidance.WorkforceStudy;

/// <summary>One bar: a percentage with the limits of its interval, all from 0 to 100.</summary>
/// <param name="Label">What it is the percentage of.</param>
/// <param name="Percent">The percentage.</param>
/// <param name="Lower">The lower limit.</param>
/// <param name="Upper">The upper limit.</param>
public sealed record FigureBar(string Label, decimal Percent, decimal Lower, decimal Upper);

/// <summary>Percentages as bars with their intervals, drawn as SVG on the server. What it shows stands in a table beside it as well. Pure.</summary>
public static class FigureBars
{
    // Drawn for a phone; it grows with the page up to a width set in the styles.
    private const int Width = 400;
    private const int Left = 4;
    private const int Span = 330;
    private const int Line = 19;
    private const int Bar = 22;
    private const int Gap = 16;
    private const int LettersInALine = 50;

    /// <summary>The picture.</summary>
    /// <param name="id">A name that is unique on the page.</param>
    /// <param name="title">What it shows, for those who cannot see it.</param>
    /// <param name="bars">The bars, from the top down.</param>
    public static IHtmlContent Draw(string id, string title, IReadOnlyList<FigureBar> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var body = new StringBuilder();
        var y = 0;
        foreach (var bar in bars)
        {
            foreach (var line in Lines(bar.Label))
            {
                y += Line;
                body.Append(
                    CultureInfo.InvariantCulture,
                    $"""<text class="wm-bars__label" x="{Left}" y="{y}">{Encode(line)}</text>"""
                );
            }

            y += 6;
            var middle = y + Bar / 2;
            body.Append(
                CultureInfo.InvariantCulture,
                $"""
                <rect class="wm-bars__track" x="{Left}" y="{y}" width="{Span}" height="{Bar}"/><rect class="wm-bars__bar" x="{Left}" y="{y}" width="{Length(
                    bar.Percent
                )}" height="{Bar}"/><path class="wm-bars__interval" d="M{X(bar.Lower)} {middle}H{X(
                    bar.Upper
                )}M{X(bar.Lower)} {middle - 6}V{middle + 6}M{X(bar.Upper)} {middle - 6}V{middle
                    + 6}"/><text class="wm-bars__value" x="{Left + Span + 8}" y="{middle
                    + 6}">{bar.Percent:0.#}%</text>
                """
            );
            y += Bar + Gap;
        }

        var description = string.Join(
            "; ",
            bars.Select(bar =>
                string.Create(CultureInfo.InvariantCulture, $"{bar.Label}: {bar.Percent:0.#}%")
            )
        );
        return new HtmlString(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""<svg class="wm-bars" role="img" aria-labelledby="{id}-title {id}-text" viewBox="0 0 {Width} {y}" xmlns="http://www.w3.org/2000/svg"><title id="{id}-title">{Encode(title)}</title><desc id="{id}-text">{Encode(description)}</desc>{body}</svg>"""
            )
        );
    }

    private static string Length(decimal percent) =>
        (percent * Span / 100).ToString("0.#", CultureInfo.InvariantCulture);

    private static string X(decimal percent) =>
        (Left + percent * Span / 100).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private static IEnumerable<string> Lines(string label)
    {
        var line = "";
        foreach (var word in label.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > LettersInALine)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? word : " " + word;
        }

        yield return line;
    }
}
