using System.Xml.Linq;
using Microsoft.AspNetCore.Html;
using Waymark.Features.Insight.Charts;
using Waymark.Features.Insight.Releasing;
using Xunit;

namespace Waymark.Tests.Features.Insight.Charts;

/// <summary>Pictures are drawn as approved, byte by byte, and say in words what they show.</summary>
public sealed class ChartTests
{
    private const string Folder = "tests/Waymark.Tests/Features/Insight/Charts";

    [Fact]
    public void HeatMap_IsDrawnAsApproved() =>
        Check(
            "heat-map",
            HeatMap.Draw(
                "needs",
                "Needs by sector",
                ["Everybody", "Health", "Children’s social care and other children’s services"],
                [
                    new(
                        "Not confident & unsure",
                        [Share(0.62, 0.58, 0.66), Share(0.05, 0.02, 0.1), null]
                    ),
                    new("No training", [null, Share(1, 0.9, 1), Share(0, 0, 0.1)]),
                ]
            )
        );

    [Fact]
    public void DotsAndIntervals_AreDrawnAsApproved() =>
        Check(
            "dots-and-intervals",
            DotsAndIntervals.Draw(
                "change",
                "Before and later",
                ("Before", "Later"),
                [
                    new("Are you confident?", Share(0.38, 0.33, 0.43), Share(0.71, 0.66, 0.75)),
                    new("Have you had training?", Share(0.2, 0.1, 0.3), null),
                    new("Something few answered", null, null),
                ],
                100,
                "%"
            )
        );

    [Fact]
    public void DotsAndIntervals_OfCoefficients_TellDecimalsInWordsAndOnTheAxis()
    {
        var svg = DotsAndIntervals
            .Draw(
                "agreement",
                "Agreement",
                ("Raw agreement", "Gwet’s AC2"),
                [new("Health", Share(0.634, 0.5, 0.7), Share(-0.05, -0.1, 0.1))],
                1,
                ""
            )
            .ToString()!;

        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal(
            "Health: Raw agreement 0.63, Gwet’s AC2 −0.05",
            XDocument.Parse(svg).Root!.Element(ns + "desc")!.Value
        );
        Assert.Contains(">0.25<", svg, StringComparison.Ordinal);
        Assert.Contains(">0.75<", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Flow_IsDrawnAsApproved() =>
        Check(
            "flow",
            Flow.Draw(
                "flow",
                "People at each stage",
                [
                    new("Before the course", ["690 answered"], 1),
                    new("Straight after", ["430 answered", "425 matched"], 425.0 / 690),
                    new("Later", ["a few answered", "a few matched"], 0),
                ]
            )
        );

    private static void Check(string name, IHtmlContent picture)
    {
        var svg = picture.ToString()!;
        var root = XDocument.Parse(svg).Root!;
        XNamespace ns = "http://www.w3.org/2000/svg";
        Assert.Equal("img", root.Attribute("role")?.Value);
        Assert.False(string.IsNullOrWhiteSpace(root.Element(ns + "title")?.Value));
        Assert.False(string.IsNullOrWhiteSpace(root.Element(ns + "desc")?.Value));
        Assert.DoesNotContain("style=", svg, StringComparison.Ordinal);
        Approved.Check(
            $"{Folder}/{name}.approved.svg",
            svg.Replace("><", ">\n<", StringComparison.Ordinal)
        );
    }

    private static Figure Share(double value, double lower, double upper) =>
        new(value, lower, upper, 100, 100, "Wilson");
}
