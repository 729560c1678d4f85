using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Primitives;
using Waymark.Components.Questions;
using Waymark.Instruments;
using Xunit;
using static Waymark.Tests.Components.Questions.QuestionForms;

namespace Waymark.Tests.Components.Questions;

public sealed class QuestionFieldsTests
{
    [Property]
    public Property Name_ReadBack_IsTheSamePathAndField(
        NonEmptyString linkId,
        NonNegativeInt occurrence
    )
    {
        var path = new ItemPath(linkId.Get, [new("group:of/things", occurrence.Get)]);
        var parsed = QuestionFields.TryParse(
            QuestionFields.Name(path, "day"),
            out var read,
            out var field
        );
        return (parsed && read == path && field == "day").ToProperty();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("value:")]
    [InlineData(":a1")]
    [InlineData("a1")]
    [InlineData("file:a1")]
    [InlineData("value:a1[")]
    [InlineData("_token")]
    public void TryParse_NameOfAnotherField_IsRefused(string? name) =>
        Assert.False(QuestionFields.TryParse(name, out _, out _));

    /// <summary>What a page shows, posted as it stands, must give every answer back: nothing is lost by opening and saving.</summary>
    [Fact]
    public async Task Post_OfAPageAsItStands_GivesEveryAnswerBack()
    {
        var form = Open(
            Factor,
            """{ "linkId": "i", "type": "integer", "text": "How many?" }""",
            """{ "linkId": "n", "type": "decimal", "text": "How much?" }""",
            """{ "linkId": "t", "type": "time", "text": "At what time?" }""",
            """{ "linkId": "m", "type": "dateTime", "text": "When?" }""",
            """{ "linkId": "y", "type": "boolean", "text": "Is it so?" }""",
            """{ "linkId": "s", "type": "string", "repeats": true, "text": "Names" }""",
            """
            { "linkId": "o", "type": "open-choice", "repeats": true, "text": "Who?",
              "answerOption": [{ "valueString": "Ann" }, { "valueString": "Bo" }] }
            """
        );
        var answers = new Dictionary<ItemPath, IReadOnlyList<AnswerValue>>
        {
            ["b1"] = [Yes],
            ["b1.what"] = [new StringAnswer("First line\n<b>second</b> “line”")],
            ["b1.date"] = [new DateAnswer(new(2026, 3))],
            ["b1.talk-over"] = [new BooleanAnswer(true)],
            ["i"] = [new IntegerAnswer(-12345)],
            ["n"] = [new DecimalAnswer(1234.50m)],
            ["t"] = [new TimeAnswer(new(14, 30))],
            ["m"] = [new DateTimeAnswer("2026-03-27T14:30:05+01:00")],
            ["y"] = [new BooleanAnswer(false)],
            ["s"] = [new StringAnswer("Ann"), new StringAnswer("Bo")],
            ["o"] = [new StringAnswer("Bo"), new StringAnswer("A neighbour")],
        };
        foreach (var (path, values) in answers)
        {
            Assert.Empty(form.Set(path, values).Issues);
        }

        var posted = QuestionFields.Read(Fields(await Html(Page(form))));

        foreach (var (path, values) in answers)
        {
            var read = AnswerText.Parse(
                form.Instrument.Find(path.LinkId)!,
                posted[path],
                CultureInfo.GetCultureInfo("en-GB")
            );
            Assert.Empty(read.Issues);
            Assert.Equal(values, read.Values);
        }
    }

    private static IEnumerable<KeyValuePair<string, StringValues>> Fields(string html) =>
        new HtmlParser()
            .ParseDocument(html)
            .QuerySelectorAll("input, textarea, select")
            .Where(field =>
                field is not IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }
            )
            .Select(field =>
                field switch
                {
                    IHtmlInputElement input => (input.Name!, input.Value),
                    IHtmlTextAreaElement area => (area.Name!, area.Value),
                    IHtmlSelectElement select => (select.Name!, select.Value ?? ""),
                    _ => throw new InvalidOperationException(field.LocalName),
                }
            )
            .GroupBy(field => field.Item1, field => field.Item2)
            .Select(field => KeyValuePair.Create(field.Key, new StringValues([.. field])));
}
