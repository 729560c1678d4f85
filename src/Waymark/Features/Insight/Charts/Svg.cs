using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Waymark.Features.Insight.Charts;

/// <summary>
/// A picture drawn on the server: shapes and words with classes of the style sheet, a title and a description for those who cannot see it, nothing
/// that runs. The same input gives the same bytes.
/// </summary>
/// <param name="width">The width it is drawn for, in its own units; it grows with the page.</param>
internal sealed class Svg(int width)
{
    private readonly StringBuilder _body = new();

    /// <summary>A rectangle.</summary>
    public void Rectangle(string css, double x, double y, double w, double h) =>
        _body.Append(
            CultureInfo.InvariantCulture,
            $"""<rect class="{css}" x="{x:0.#}" y="{y:0.#}" width="{w:0.#}" height="{h:0.#}"/>"""
        );

    /// <summary>A line along a path of the SVG language.</summary>
    public void Path(string css, FormattableString path) =>
        _body.Append(
            CultureInfo.InvariantCulture,
            $"""<path class="{css}" d="{path.ToString(CultureInfo.InvariantCulture)}"/>"""
        );

    /// <summary>A dot.</summary>
    public void Dot(string css, double x, double y, double radius = 5) =>
        _body.Append(
            CultureInfo.InvariantCulture,
            $"""<circle class="{css}" cx="{x:0.#}" cy="{y:0.#}" r="{radius:0.#}"/>"""
        );

    /// <summary>A diamond, to be told from a dot without colour.</summary>
    public void Diamond(string css, double x, double y, double radius = 6) =>
        Path(
            css,
            $"M{x - radius:0.#} {y:0.#}L{x:0.#} {y - radius:0.#}L{x + radius:0.#} {y:0.#}L{x:0.#} {y + radius:0.#}Z"
        );

    /// <summary>Words.</summary>
    public void Text(string css, double x, double y, string words) =>
        _body.Append(
            CultureInfo.InvariantCulture,
            $"""<text class="{css}" x="{x:0.#}" y="{y:0.#}">{Encode(words)}</text>"""
        );

    /// <summary>How many letters of a label fit beside each other in the widest font that a machine is likely to have.</summary>
    public const int LabelLetters = 40;

    /// <summary>Words in as many lines as they need; returns the foot of the last.</summary>
    public double Lines(
        string css,
        double x,
        double y,
        string words,
        int letters,
        double height = 19
    )
    {
        foreach (var line in Broken(words, letters))
        {
            y += height;
            Text(css, x, y, line);
        }

        return y;
    }

    /// <summary>The picture.</summary>
    /// <param name="id">A name that is unique on the page.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="description">What can be seen in it.</param>
    /// <param name="height">Its height.</param>
    public IHtmlContent Finish(string id, string title, string description, double height) =>
        new HtmlString(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""<svg class="wm-chart" role="img" aria-labelledby="{id}-title {id}-text" viewBox="0 0 {width} {height:0.#}" xmlns="http://www.w3.org/2000/svg"><title id="{id}-title">{Encode(title)}</title><desc id="{id}-text">{Encode(description)}</desc>{_body}</svg>"""
            )
        );

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private static IEnumerable<string> Broken(string words, int letters)
    {
        var line = "";
        foreach (var word in words.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > letters)
            {
                yield return line;
                line = "";
            }

            line += line.Length == 0 ? word : " " + word;
        }

        yield return line;
    }
}
