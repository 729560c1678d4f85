using System.Net;
using Waymark.Features.Guidance.WorkforceStudy;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Guidance;

/// <summary>Anyone can read what the study found, with what must be said beside it.</summary>
public sealed class WorkforceStudyPageTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    [Fact]
    public async Task Get_AsNobody_ShowsEveryFigureWithItsIntervalAndCaveats()
    {
        using var visitor = host.NewVisitor();

        var page = await visitor.GetAsync("/guidance/the-2014-study");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.All(
            host.Library()
                .Studies.Single(study => study.Id == "study-2014")
                .Figures.SelectMany(figure => new[] { figure.Label, $"{figure.Percent:0.#}%" }),
            words => Assert.Contains(words, page.Words, StringComparison.Ordinal)
        );
        Assert.All(
            [
                "58.3 to 65.5%",
                "78.0 to 83.8%",
                "if it had been a simple random sample",
                "Primary Care Trusts were abolished",
                "In none of the three",
                "descriptive only",
                "Percentages by sector",
            ],
            words => Assert.Contains(words, page.Words, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Get_Picture_HasATitleAndSaysInWordsWhatItShows()
    {
        using var visitor = host.NewVisitor();

        var picture = (await visitor.GetAsync("/guidance/the-2014-study")).Document.QuerySelector(
            "svg.wm-bars"
        )!;

        Assert.Equal("img", picture.GetAttribute("role"));
        Assert.All(
            picture.GetAttribute("aria-labelledby")!.Split(' '),
            id => Assert.NotEmpty(picture.QuerySelector("#" + id)!.TextContent)
        );
        Assert.Contains(
            "No training in online risk assessment: 70%",
            picture.QuerySelector("desc")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Draw_Bars_AreAsLongAsTheirPercentage()
    {
        using var text = new StringWriter();
        FigureBars
            .Draw("b", "Title", [new("Half <of> them", 50, 40, 60), new("All", 100, 95, 100)])
            .WriteTo(text, System.Text.Encodings.Web.HtmlEncoder.Default);

        Assert.Contains(
            "class=\"wm-bars__bar\" x=\"4\" y=\"25\" width=\"165\"",
            text.ToString(),
            StringComparison.Ordinal
        );
        Assert.Contains("width=\"330\"", text.ToString(), StringComparison.Ordinal);
        Assert.Contains("Half &lt;of&gt; them", text.ToString(), StringComparison.Ordinal);
    }
}
