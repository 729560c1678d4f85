using Xunit;

namespace Waymark.Instruments.Tests.Behavior;

/// <summary>What does not fit a case file: limits, and judging responses of others.</summary>
public sealed class FormTests
{
    private static readonly EvaluationContext Context = new(
        new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)
    );

    [Fact]
    public void Check_ResponseOfAnother_FindsEverything()
    {
        var instrument = Load(
            """
            {"linkId":"a","type":"boolean"},
            {"linkId":"b","type":"string","required":true,"enableWhen":[{"question":"a","operator":"=","answerBoolean":true}]},
            {"linkId":"c","type":"integer","required":true}
            """
        );
        string Response(string status, string items) =>
            $$"""{"resourceType":"QuestionnaireResponse","status":"{{status}}","item":[{{items}}]}""";
        string Codes(string response) =>
            string.Join(
                " ",
                ResponseCheck.Check(instrument, response, Context).Select(issue => issue.Code)
            );
        Assert.Equal(
            "",
            Codes(Response("completed", """{"linkId":"c","answer":[{"valueInteger":1}]}"""))
        );
        Assert.Equal("required", Codes(Response("completed", "")));
        Assert.Equal("", Codes(Response("in-progress", "")));
        Assert.Equal(
            "required required",
            Codes(Response("completed", """{"linkId":"a","answer":[{"valueBoolean":true}]}"""))
        );
        Assert.Equal(
            "unknown-item disabled-answered",
            Codes(
                Response(
                    "in-progress",
                    """{"linkId":"zz"},{"linkId":"b","answer":[{"valueString":"x"}]}"""
                )
            )
        );
        Assert.Equal("not-json", Codes("{"));
        Assert.Equal("wrong-resource", Codes("[]"));
        Assert.All(
            ResponseCheck.Check(instrument, Response("completed", """{"linkId":"zz"}"""), Context),
            issue => Assert.Equal(IssueSeverity.Error, issue.Severity)
        );
    }

    [Fact]
    public void Load_InstancesThatMultiply_AreRefused()
    {
        const string Least =
            """ "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/questionnaire-minOccurs","valueInteger":100}] """;
        var loaded = Instrument.Load(
            Questionnaire(
                $$"""{"linkId":"a","type":"group","repeats":true,{{Least}},"item":[{"linkId":"b","type":"group","repeats":true,{{Least}},"item":[{"linkId":"c","type":"string"}]}]}"""
            )
        );
        Assert.Contains(
            loaded.Issues,
            issue => issue is { Code: IssueCodes.TooLarge, LinkId: "b" }
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[1,2]")]
    [InlineData("{\"resourceType\":\"Patient\"}")]
    [InlineData(
        "{\"resourceType\":\"Questionnaire\",\"item\":[7,null,{\"linkId\":1},{\"linkId\":\"a\"},{\"linkId\":\"b\",\"type\":\"group\",\"item\":{}}]}"
    )]
    public void Load_WhatIsNoQuestionnaire_GivesErrors(string json)
    {
        var loaded = Instrument.Load(json);
        Assert.Null(loaded.Value);
        Assert.NotEmpty(loaded.Issues);
    }

    [Theory]
    [InlineData(
        "(1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21|22|23|24|25|26|27|28|29|30).aggregate($total & $total, 'aaaaaaaaaa')"
    )]
    [InlineData(
        "(1|2|3|4|5|6|7|8|9|10|11|12|13|14|15|16|17|18|19|20|21|22|23|24|25|26|27|28|29|30).aggregate($total.combine($total), 1).count()"
    )]
    [InlineData("'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'.matches('((a{100}){100}){100}')")]
    [InlineData(
        "(1|2|3|4|5|6|7|8|9|10).aggregate($total.encode('hex').encode('hex').encode('hex').encode('hex'), 'a')"
    )]
    [InlineData(
        "(1|2|3|4|5|6|7|8|9|10).aggregate($total.replaceMatches('.', '$0$0$0$0$0$0$0$0$0$0'), 'aaaa')"
    )]
    public void Evaluate_WhatWouldGrowWithoutEnd_StopsAndSaysSo(string expression)
    {
        var instrument = Load("""{"linkId":"a","type":"string"}""");
        var compiled = CompiledExpression.Compile(expression, instrument).Value!;
        var result = compiled.Evaluate(Form.Start(instrument, Context));
        Assert.NotNull(result.Issue);
    }

    [Fact]
    public void Set_ByApplication_ReachesWhatPeopleCannotChange()
    {
        var instrument = Load(
            """{"linkId":"band","type":"integer","readOnly":true},{"linkId":"d","type":"decimal"}"""
        );
        var form = Form.Start(instrument, Context);
        Assert.Equal(
            IssueCodes.ReadOnly,
            Assert.Single(form.Set("band", [new IntegerAnswer(1)]).Issues).Code
        );
        Assert.True(form.SetByApplication("band", [new IntegerAnswer(1)]).Accepted);
        Assert.True(form.Set("d", [new IntegerAnswer(2)]).Accepted);
        Assert.Equal([new DecimalAnswer(2)], form.Answers("d"));
    }

    [Fact]
    public void HalfACharacter_IsNeverWritten()
    {
        var instrument = Load(
            """
            {"linkId":"s","type":"string"},
            {"linkId":"first","type":"string","extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"%resource.item.where(linkId='s').answer.value.substring(0, 1)"}}]},
            {"linkId":"r","type":"reference"}
            """
        );
        var form = Form.Start(instrument, Context);
        Assert.True(form.Set("s", [new StringAnswer("😀")]).Accepted);
        Assert.Empty(form.Answers("first"));
        Assert.Equal(IssueCodes.CalculatedTypeMismatch, Assert.Single(form.Issues).Code);
        Assert.Equal(
            IssueCodes.WrongType,
            Assert.Single(form.Set("s", [new StringAnswer("a\ud83d")]).Issues).Code
        );
        Assert.True(form.Set("r", [new ReferenceAnswer("Patient/\ud83d", null)]).Accepted);
        Assert.Empty(Form.Resume(instrument, form.ToDraftJson(), Context).Issues);
    }

    [Fact]
    public void Set_InstanceBeyondTheNext_ChangesNothing()
    {
        var instrument = Load(
            """{"linkId":"g","type":"group","repeats":true,"item":[{"linkId":"n","type":"integer"}]}"""
        );
        var form = Form.Start(instrument, Context);
        Assert.Equal(
            IssueCodes.UnknownOccurrence,
            Assert.Single(form.Set(ItemPath.Parse("g[2]/n"), [new IntegerAnswer(1)]).Issues).Code
        );
        Assert.Equal(
            IssueCodes.WrongType,
            Assert.Single(form.Set(ItemPath.Parse("g[1]/n"), [new StringAnswer("x")]).Issues).Code
        );
        Assert.Single(form.Occurrences("g"));
        Assert.True(form.Set(ItemPath.Parse("g[1]/n"), [new IntegerAnswer(1)]).Accepted);
        Assert.Equal(2, form.Occurrences("g").Count);
    }

    [Fact]
    public void Change_CostsTheSame_HoweverLongTheForm()
    {
        long Cost(int sections)
        {
            var instrument = Load(string.Join(",", Enumerable.Range(0, sections).Select(Section)));
            var form = Form.Start(instrument, Context);
            form.Set("a7", [new IntegerAnswer(1)]);
            var before = form.Settling.Work;
            Assert.Equal(
                ["a7", "b7", "c7", "d7"],
                form.Set("a7", [new IntegerAnswer(2)]).Changed.Select(path => path.ToString())
            );
            return form.Settling.Work - before;
        }

        Assert.Equal(3, Cost(10));
        Assert.Equal(3, Cost(500));
    }

    [Fact]
    public void Instrument_UsedFromManyThreads_GivesEachTheSame()
    {
        var instrument = Load(
            string.Join(",", Enumerable.Range(0, 50).Select(Section))
                + """,{"linkId":"t","type":"string","extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"%questionnaire.item.count().toString()"}}]}"""
        );
        var drafts = new string[64];
        Parallel.For(
            0,
            drafts.Length,
            i =>
            {
                var form = Form.Start(instrument, Context);
                for (var k = 0; k < 50; k++)
                {
                    form.Set($"a{k}", [new IntegerAnswer(k)]);
                }

                drafts[i] = form.ToDraftJson() + instrument.Hash;
            }
        );
        Assert.Single(drafts.Distinct());
    }

    [Fact]
    public void Load_RepeatOverItemsThatOccurSeveralTimes_IsSaid()
    {
        var instrument = Load(
            """{"linkId":"g","type":"group","repeats":true,"item":[{"linkId":"n","type":"integer"}]},{"linkId":"once","type":"integer","repeats":true}"""
        );
        string Codes(string expression) =>
            string.Join(
                " ",
                CompiledExpression
                    .Compile(expression, instrument)
                    .Issues.Select(issue => issue.Code)
            );
        Assert.Equal(
            "expression-repeat-drops-equal",
            Codes("%resource.repeat(item).where(linkId='n').answer.value.sum()")
        );
        Assert.Equal(
            "expression-repeat-drops-equal",
            Codes("%resource.repeat(item).where(linkId='g').count()")
        );
        Assert.Equal("", Codes("%resource.repeat(item).where(linkId='once').answer.value.sum()"));
        Assert.Equal(
            "",
            Codes("%resource.item.where(linkId='g').item.where(linkId='n').answer.value.sum()")
        );
        Assert.NotNull(
            CompiledExpression.Compile("%resource.repeat(item).where(linkId='n')", instrument).Value
        );
    }

    [Fact]
    public void Load_ConditionsThatCannotHoldTogether_AreSaid()
    {
        var loaded = Instrument.Load(
            Questionnaire(
                """
                {"linkId":"a","type":"integer"},{"linkId":"r","type":"integer","repeats":true},
                {"linkId":"two","type":"string","enableBehavior":"all","enableWhen":[{"question":"a","operator":"=","answerInteger":1},{"question":"a","operator":"=","answerInteger":2}]},
                {"linkId":"none","type":"string","enableBehavior":"all","enableWhen":[{"question":"a","operator":"=","answerInteger":1},{"question":"a","operator":"exists","answerBoolean":false}]},
                {"linkId":"any","type":"string","enableBehavior":"any","enableWhen":[{"question":"a","operator":"=","answerInteger":1},{"question":"a","operator":"=","answerInteger":2}]},
                {"linkId":"both","type":"string","enableBehavior":"all","enableWhen":[{"question":"r","operator":"=","answerInteger":1},{"question":"r","operator":"=","answerInteger":2}]}
                """
            )
        );
        Assert.Equal(
            ["two", "none"],
            loaded
                .Issues.Where(issue => issue.Code == IssueCodes.Unreachable)
                .Select(issue => issue.LinkId)
        );
    }

    // Four items: an answer, a sum of it, a question that the sum enables, and what its enablement shows.
    private static string Section(int i) =>
        $$$$"""
            {"linkId":"a{{{{i}}}}","type":"integer"},
            {"linkId":"b{{{{i}}}}","type":"integer","readOnly":true,"extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"%resource.item.where(linkId='a{{{{i}}}}').answer.value * 10"}}]},
            {"linkId":"c{{{{i}}}}","type":"string","enableWhen":[{"question":"b{{{{i}}}}","operator":">","answerInteger":15}]},
            {"linkId":"d{{{{i}}}}","type":"integer","readOnly":true,"extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"%resource.repeat(item).where(linkId='b{{{{i}}}}').answer.value + 1"}}]}
            """;

    [Fact]
    public void Hash_IsOfTheMeaningNotOfTheWriting()
    {
        var one = Load("""{"linkId":"a","type":"string"}""");
        var other = Load("""{ "type" : "string", "linkId":"a" }""");
        Assert.Equal(one.Hash, other.Hash);
        Assert.NotEqual(one.Hash, Load("""{"linkId":"b","type":"string"}""").Hash);
        Assert.Matches("^[0-9a-f]{64}$", one.Hash);
    }

    private static string Questionnaire(string items) =>
        $$"""{"resourceType":"Questionnaire","url":"http://example.org/q","version":"1","status":"active","item":[{{items}}]}""";

    private static Instrument Load(string items)
    {
        var loaded = Instrument.Load(Questionnaire(items));
        Assert.True(loaded.Value is not null, string.Join("\n", loaded.Issues));
        return loaded.Value;
    }
}
