using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Waymark.Components.Questions;
using Waymark.Instruments;
using Xunit;
using static Waymark.Tests.Components.Questions.QuestionForms;

namespace Waymark.Tests.Components.Questions;

public sealed class QuestionTests
{
    [Theory]
    [InlineData("boolean", "Is it so?", "input[type=radio][name='value:q']", 2)]
    [InlineData("boolean", "It is so", "input[type=checkbox][name='value:q']", 1)]
    [InlineData("string", "What?", "input[type=text][name='value:q']", 1)]
    [InlineData("text", "What?", "textarea[name='value:q']", 1)]
    [InlineData("integer", "How many?", "input[inputmode=numeric][name='value:q']", 1)]
    [InlineData("decimal", "How much?", "input[inputmode=decimal][name='value:q']", 1)]
    [InlineData(
        "date",
        "When?",
        "input[name='day:q'], input[name='month:q'], input[name='year:q']",
        3
    )]
    [InlineData("dateTime", "When?", "input[name='day:q'], input[name='time:q']", 2)]
    [InlineData("time", "At what time?", "input[name='value:q']", 1)]
    [InlineData("url", "Where?", "input[inputmode=url][name='value:q']", 1)]
    [InlineData("quantity", "How long?", "input[inputmode=decimal][name='value:q']", 1)]
    public async Task Question_OfEachType_IsAskedWithItsControl(
        string type,
        string text,
        string selector,
        int count
    )
    {
        var form = Open($$"""{ "linkId": "q", "type": "{{type}}", "text": "{{text}}" }""");

        var page = await Document(Page(form));

        Assert.Equal(count, page.QuerySelectorAll(selector).Length);
        Assert.Contains(text, page.Body!.TextContent, StringComparison.Ordinal);
        // Whatever an error may link to is there.
        Assert.NotNull(
            page.GetElementById(QuestionFields.FirstFieldId(form.Instrument.Find("q")!, "q"))
        );
    }

    [Fact]
    public async Task Choice_ThatLiesAcross_IsOneFieldsetWhoseWordsHaveALineOfTheirOwn()
    {
        var form = Open(
            """
            {
              "linkId": "q", "type": "choice", "text": "How certain are you?",
              "extension": [
                { "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-choiceOrientation", "valueCode": "horizontal" }
              ],
              "answerOption": [
                { "valueCoding": { "system": "urn:s", "code": "0", "display": "0: cannot do at all" } },
                { "valueCoding": { "system": "urn:s", "code": "10", "display": "10" } }
              ]
            }
            """
        );

        var page = await Document(Page(form));

        var fieldset = Assert.Single(page.QuerySelectorAll("fieldset"));
        Assert.NotNull(fieldset.QuerySelector(".wm-radios--across"));
        Assert.Equal(
            ["0: cannot do at all"],
            fieldset.QuerySelectorAll("label.wm-radios__words").Select(l => l.TextContent.Trim())
        );
    }

    [Fact]
    public async Task Choice_Answered_IsChecked()
    {
        var form = Open(Factor);
        Assert.True(form.Set("b1", [Yes]).Accepted);

        var page = await Document(Page(form));

        Assert.Equal(
            "urn:presence|yes",
            page.QuerySelector("[name='value:b1'][checked]")?.GetAttribute("value")
        );
    }

    [Fact]
    public async Task Choice_ThatRepeats_IsCheckboxesWithEveryAnswerChecked()
    {
        var form = Open(Choice("q", 3, repeats: true));
        Assert.True(form.Set("q", [Option(1), Option(3)]).Accepted);

        var page = await Document(Page(form));

        Assert.Equal(3, page.QuerySelectorAll("input[type=checkbox]").Length);
        Assert.Equal(
            ["1", "3"],
            page.QuerySelectorAll("[checked]").Select(c => c.GetAttribute("value"))
        );
    }

    [Fact]
    public async Task Choice_OfVeryManyOptions_IsSelect()
    {
        var page = await Document(Page(Open(Choice("q", 40))));

        Assert.Equal(41, page.QuerySelectorAll("select[name='value:q'] option").Length);
    }

    [Fact]
    public async Task OpenChoice_OwnWords_AreShownInTheirOwnField()
    {
        var form = Open(Choice("q", 2, type: "open-choice"));
        Assert.True(form.Set("q", [new StringAnswer("A <b>neighbour</b>")]).Accepted);

        var page = await Document(Page(form));

        Assert.Equal(
            "A <b>neighbour</b>",
            page.QuerySelector("[name='other:q']")?.GetAttribute("value")
        );
        Assert.Equal("q-other", page.QuerySelector("[checked]")?.Id);
    }

    [Fact]
    public async Task Help_OfAKind_IsFoldedAwayWithItsSources()
    {
        var page = Page(Open(Factor)) with
        {
            SourceTitle = id => id == "report-1" ? "A report, 2014" : null,
        };

        var details = (await Document(page)).QuerySelector("details")!;

        Assert.Equal("Why we ask", details.QuerySelector("summary")!.TextContent.Trim());
        Assert.Contains(
            "It is harm, whatever the screen.",
            details.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("From: A report, 2014", details.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FollowUps_WithOneCondition_AreOneBlockThatSaysWhenItApplies()
    {
        var page = await Document(Page(Open(Factor)));

        var block = Assert.Single(page.QuerySelectorAll("[data-waymark-shown-by]"));
        Assert.Equal("value:b1", block.GetAttribute("data-waymark-shown-by"));
        Assert.Equal(
            """["urn:presence|yes","urn:presence|suspected"]""",
            block.GetAttribute("data-waymark-shown-for")
        );
        Assert.Equal(
            "Only if your answer is “Yes” or “Suspected”:",
            block.QuerySelector(".wm-follow-up__when")!.TextContent
        );
        Assert.True(block.ClassList.Contains("wm-follow-up--closed"));
        Assert.NotNull(block.QuerySelector("[name='value:b1.what']"));
        Assert.NotNull(block.QuerySelector("[name='year:b1.date']"));
        Assert.Null(block.QuerySelector("[name='value:b1.talk-over']"));
    }

    [Fact]
    public async Task FollowUps_WhoseConditionHolds_AreOpen()
    {
        var form = Open(Factor);
        form.Set("b1", [Yes]);

        var block = (await Document(Page(form))).QuerySelector("[data-waymark-shown-by]")!;

        Assert.False(block.ClassList.Contains("wm-follow-up--closed"));
    }

    [Fact]
    public async Task FollowUp_ThatIsAGroup_AsksTheQuestionsInsideItBeforeItsConditionHolds()
    {
        var page = await Document(
            Page(
                Open(
                    Factor,
                    """
                    {
                      "linkId": "factor.b2", "type": "group", "text": "Where",
                      "enableWhen": [
                        { "question": "b1", "operator": "=", "answerCoding": { "system": "urn:presence", "code": "yes" } }
                      ],
                      "item": [
                        { "linkId": "b2", "type": "boolean", "text": "Was it at home?" },
                        {
                          "linkId": "b2.what", "type": "text", "text": "What is known of that?",
                          "enableWhen": [{ "question": "b2", "operator": "=", "answerBoolean": true }]
                        }
                      ]
                    }
                    """
                )
            )
        );

        var block = page.QuerySelector("[data-waymark-shown-by]:has([id='factor.b2-title'])")!;
        Assert.True(block.ClassList.Contains("wm-follow-up--closed"));
        Assert.NotNull(block.QuerySelector("[name='value:b2']"));
        Assert.NotNull(
            block.QuerySelector("[data-waymark-shown-by='value:b2'] [name='value:b2.what']")
        );
        Assert.Null(page.QuerySelector(".wm-kept"));
    }

    [Fact]
    public async Task FollowUps_AnsweredAndNoLongerAsked_SayThatTheAnswersAreKept()
    {
        var form = Open(Factor);
        form.Set("b1", [Yes]);
        form.Set("b1.what", [new StringAnswer("Messages on a game")]);
        form.Set("b1", [No]);

        var block = (await Document(Page(form))).QuerySelector("[data-waymark-shown-by]")!;

        Assert.True(block.ClassList.Contains("wm-follow-up--closed"));
        Assert.True(block.ClassList.Contains("wm-follow-up--kept"));
        Assert.Contains(
            "Messages on a game",
            block.QuerySelector("textarea")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task FollowUps_WithSomethingToMend_AreOpenWhateverTheCondition()
    {
        var page = Page(Open(Factor)) with
        {
            Errors = new Dictionary<ItemPath, string>
            {
                ["b1.what"] = "Change that answer, or clear what you wrote",
            },
        };

        var block = (await Document(page)).QuerySelector("[data-waymark-shown-by]")!;

        Assert.False(block.ClassList.Contains("wm-follow-up--closed"));
    }

    [Fact]
    public async Task Question_AloneOnItsPage_FoldsItsHelpAwaySoThatItIsReadQuickly()
    {
        var page = Page(Open(Factor)) with { FirstQuestionIsHeading = true };

        var document = await Document(page);

        Assert.Null(document.GetElementById("b1-hint"));
        Assert.Contains(
            "It is harm, whatever the screen.",
            document.QuerySelector("details")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Question_DisabledByAnotherPage_IsLeftOutUnlessItHoldsAnAnswer()
    {
        var form = Open(Factor);
        IReadOnlyList<ItemPath> secondPage = ["b1.what", "b1.talk-over"];
        var page = Page(form) with { Items = secondPage };
        Assert.DoesNotContain("What is known?", await Html(page), StringComparison.Ordinal);

        form.Set("b1", [Yes]);
        Assert.Contains("What is known?", await Html(page), StringComparison.Ordinal);

        form.Set("b1.what", [new StringAnswer("Messages on a game")]);
        form.Set("b1", [No]);
        var kept = (await Document(page)).QuerySelector(".wm-kept")!;
        Assert.Contains("Messages on a game", kept.TextContent, StringComparison.Ordinal);
        Assert.Null((await Document(page)).QuerySelector("[name='value:b1.what']"));
    }

    [Fact]
    public async Task Question_Posted_ShowsWhatWasTypedAndWhatIsWrong()
    {
        var form = Open(Factor);
        form.Set("b1", [Yes]);
        form.Set("b1.date", [new DateAnswer(new(2026, 3))]);
        var posted = QuestionFields.Read([
            new("value:b1", "urn:presence|yes"),
            new("day:b1.date", "31"),
            new("month:b1.date", "2"),
            new("year:b1.date", "2026"),
            new("_token", "x"),
        ]);
        var page = Page(form) with
        {
            Posted = posted,
            Errors = new Dictionary<ItemPath, string>
            {
                ["b1.date"] = "Enter a real date, like 27 3 2026.",
            },
        };

        var document = await Document(page);

        Assert.Equal("31", document.QuerySelector("[name='day:b1.date']")!.GetAttribute("value"));
        Assert.Equal("2", document.QuerySelector("[name='month:b1.date']")!.GetAttribute("value"));
        Assert.Contains(
            "Enter a real date, like 27 3 2026.",
            document.QuerySelector(".govuk-error-message")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Question_FirstAsHeading_IsTheOnlyFirstLevelHeading()
    {
        var page = Page(
            Open("""{ "linkId": "d", "type": "display", "text": "Read this." }""", Factor)
        ) with
        {
            FirstQuestionIsHeading = true,
        };

        var heading = Assert.Single((await Document(page)).QuerySelectorAll("h1"));

        Assert.Equal("Has anything been said or done?", heading.TextContent.Trim());
    }

    [Fact]
    public async Task Prefix_IsSaidOnce()
    {
        var form = Open(
            """
            { "linkId": "g", "type": "group", "text": "Harm", "prefix": "B1", "item": [
              { "linkId": "q", "type": "string", "text": "What?", "prefix": "B1" },
              { "linkId": "r", "type": "string", "text": "When?", "prefix": "B2" } ] }
            """
        );

        var prefixes = (await Document(Page(form))).QuerySelectorAll(".wm-prefix");

        Assert.Equal(["B1", "B2"], prefixes.Select(p => p.TextContent));
    }

    [Fact]
    public async Task Group_HasAHeadingOneLevelDeeperThanItsParent()
    {
        var form = Open(
            """
            { "linkId": "g", "type": "group", "text": "Outer", "item": [
              { "linkId": "h", "type": "group", "text": "Inner", "item": [
                { "linkId": "q", "type": "string", "text": "What?" } ] } ] }
            """
        );

        var document = await Document(Page(form));

        Assert.Equal("Outer", document.QuerySelector("section > h2")!.TextContent.Trim());
        Assert.Equal("Inner", document.QuerySelector("section section > h3")!.TextContent.Trim());
    }

    [Fact]
    public async Task Group_ThatRepeats_NamesTheFieldsOfEachInstanceAndOffersAnother()
    {
        var form = Open(
            """
            { "linkId": "meds", "type": "group", "repeats": true, "text": "Medicine", "item": [
                { "linkId": "dose", "type": "string", "text": "Dose" } ] }
            """
        );
        Assert.True(form.AddInstance("meds").Accepted);

        var document = await Document(Page(form));

        Assert.NotNull(document.QuerySelector("[name='value:meds[0]/dose']"));
        Assert.NotNull(document.QuerySelector("[name='value:meds[1]/dose']"));
        Assert.Single(document.QuerySelectorAll($"[name={QuestionFields.AddInstance}]"));
        Assert.Equal(
            2,
            document.QuerySelectorAll($"[name={QuestionFields.RemoveInstance}]").Length
        );
    }

    [Fact]
    public async Task Text_ThatRepeats_HasAFieldForEachAnswerAndOneMore()
    {
        var form = Open(
            """{ "linkId": "q", "type": "string", "repeats": true, "text": "Names" }"""
        );
        form.Set("q", [new StringAnswer("Ann"), new StringAnswer("Bo")]);

        var fields = (await Document(Page(form))).QuerySelectorAll("[name='value:q']");

        Assert.Equal(["Ann", "Bo", ""], fields.Select(f => f.GetAttribute("value")));
        Assert.Equal(3, fields.Select(f => f.Id).Distinct().Count());
    }

    [Fact]
    public async Task Question_HiddenOrReadOnly_HasNoField()
    {
        var form = Open(
            """
            { "linkId": "h", "type": "string", "text": "Hidden",
              "extension": [{ "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden", "valueBoolean": true }] }
            """,
            """{ "linkId": "r", "type": "string", "text": "Reference", "readOnly": true }"""
        );
        Assert.True(form.SetByApplication("r", [new StringAnswer("YP-2041")]).Accepted);

        var document = await Document(Page(form));

        Assert.Empty(document.QuerySelectorAll("input, textarea, select"));
        Assert.DoesNotContain("Hidden", document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("YP-2041", document.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_WithMarkup_AreEncodedEverywhere()
    {
        var form = Open(
            """{ "linkId": "q", "type": "text", "text": "<img src=x>", "prefix": "<i>" }""",
            Choice("c", 1, display: "<img src=y>"),
            """{ "linkId": "d", "type": "display", "text": "<img src=z>" }"""
        );
        form.Set("q", [new StringAnswer("</textarea><img src=w>")]);

        var document = await Document(Page(form));

        Assert.Empty(document.QuerySelectorAll("img, i"));
        Assert.Equal("</textarea><img src=w>", document.QuerySelector("textarea")!.TextContent);
    }

    private static async Task<IDocument> Document(QuestionsOptions page) =>
        new HtmlParser().ParseDocument(await Html(page));

    private static StringAnswer Option(int number) => new($"{number}");

    private static string Choice(
        string linkId,
        int options,
        bool repeats = false,
        string type = "choice",
        string display = ""
    ) =>
        $$"""
            { "linkId": "{{linkId}}", "type": "{{type}}", "text": "Which?", "repeats": {{(
                repeats ? "true" : "false"
            )}}, "answerOption": [
              {{string.Join(
                ",",
                Enumerable.Range(1, options).Select(n =>
                    $$"""{ "valueString": "{{display}}{{n}}" }"""
                )
            )}} ] }
            """;
}
