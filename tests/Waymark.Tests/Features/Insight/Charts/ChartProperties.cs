using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Waymark.Features.Insight.Charts;
using Waymark.Features.Insight.Reading;
using Waymark.Features.Insight.Releasing;

namespace Waymark.Tests.Features.Insight.Charts;

/// <summary>Whatever the figures and words are, a picture can be read, stays within its frame and says every figure in words too.</summary>
public sealed class ChartProperties
{
    private static readonly Gen<Figure?> s_share = Gen.Frequency(
        (1, Gen.Constant<Figure?>(null)),
        (
            4,
            Gen.Choose(0, 1000)
                .Three()
                .Select(
                    Figure? (t) =>
                    {
                        var sorted = new[] { t.Item1, t.Item2, t.Item3 }.Order().ToArray();
                        return new Figure(
                            sorted[1] / 1000.0,
                            sorted[0] / 1000.0,
                            sorted[2] / 1000.0,
                            50,
                            50,
                            "Method"
                        );
                    }
                )
        )
    );

    private static readonly Gen<string> s_words = Gen.Elements(
        "Health",
        "A & B <c> \"d\"",
        "Children’s social care and other children’s services, which is a long label that goes over lines",
        "1"
    );

    [Property]
    public Property HeatMap_OfAnyFigures_IsWellFormedWithinItsFrameAndSaysEachFigure() =>
        Prop.ForAll(
            (
                from columns in s_words.NonEmptyListOf()
                let few = columns.Take(6).ToList()
                from rows in (
                    from label in s_words
                    from cells in s_share.ListOf(few.Count)
                    select new HeatRow(label, [.. cells])
                ).ListOf(4)
                select (few, rows.ToList())
            ).ToArbitrary(),
            drawn =>
            {
                var (columns, rows) = drawn;
                var svg = XDocument
                    .Parse(HeatMap.Draw("id", "Title", columns, rows).ToString()!)
                    .Root!;
                return InFrame(svg)
                    && rows.SelectMany(row => row.Cells)
                        .All(cell =>
                            Words(svg)
                                .Contains(
                                    cell is null
                                        ? "too few to say"
                                        : FigureWords.Percent(cell.Value),
                                    StringComparison.Ordinal
                                )
                        );
            }
        );

    [Property]
    public Property Dots_OfAnyFigures_AreWellFormedAndWithinTheirFrame() =>
        Prop.ForAll(
            (
                from label in s_words
                from first in s_share
                from second in s_share
                select new DotRow(label, first, second)
            )
                .NonEmptyListOf()
                .ToArbitrary(),
            rows =>
                InFrame(
                    XDocument
                        .Parse(
                            DotsAndIntervals
                                .Draw("id", "Title", ("One", "Two"), [.. rows], 100, "%")
                                .ToString()!
                        )
                        .Root!
                )
        );

    private static string Words(XElement svg) =>
        svg.Elements().Single(e => e.Name.LocalName == "desc").Value;

    private static bool InFrame(XElement svg)
    {
        var frame = svg.Attribute("viewBox")!.Value.Split(' ').Select(Number).ToArray();
        return svg.Elements()
                .Where(e => e.Name.LocalName == "rect")
                .All(e =>
                    Of(e, "x") >= 0
                    && Of(e, "y") >= 0
                    && Of(e, "width") >= 0
                    && Of(e, "x") + Of(e, "width") <= frame[2] + 0.2
                    && Of(e, "y") + Of(e, "height") <= frame[3] + 0.2
                )
            && svg.Elements()
                .Where(e => e.Name.LocalName == "circle")
                .All(e => Of(e, "cx") >= 0 && Of(e, "cx") <= frame[2] && Of(e, "cy") <= frame[3]);
    }

    private static double Of(XElement element, string name) =>
        Number(element.Attribute(name)!.Value);

    private static double Number(string text) =>
        double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
