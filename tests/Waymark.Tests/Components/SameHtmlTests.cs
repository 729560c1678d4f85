using Xunit;

namespace Waymark.Tests.Components;

public sealed class SameHtmlTests
{
    [Theory]
    [InlineData("""<p class="a">Yes</p>""", """<p class="b">Yes</p>""")]
    [InlineData("<p>Yes</p>", "<p>No</p>")]
    [InlineData("<p>Yes</p>", "<div>Yes</div>")]
    [InlineData("<p>Yes</p>", "<p>Yes</p><p>Yes</p>")]
    [InlineData("""<input name="a" checked>""", """<input name="a">""")]
    [InlineData("""<input name="a">""", """<input name="a" value="">""")]
    [InlineData("<p>Yes</p>", "")]
    [InlineData("<p><b>Error:</b> Enter</p>", "<p><b>Error:</b>Enter</p>")]
    [InlineData("<p>a b</p>", "<p>ab</p>")]
    public void Differences_ChangedMarkup_IsSeen(string expected, string actual) =>
        Assert.NotEmpty(SameHtml.Differences(expected, actual));

    [Theory]
    [InlineData("<p>\n  Yes\n</p>", "<p>Yes</p>")]
    [InlineData("""<p id="x" class="a">Yes</p>""", """<p class="a" id="x">Yes</p>""")]
    [InlineData("<div>\n<p>a</p>\n<p>b</p></div>", "<div><p>a</p><p>b</p></div>")]
    public void Differences_OnlyLayoutOfTheSource_IsNone(string expected, string actual) =>
        Assert.Empty(SameHtml.Differences(expected, actual));
}
