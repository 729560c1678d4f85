using Xunit;

namespace Waymark.Instruments.Tests.Behavior;

/// <summary>Instruments of others that break a rule are tried out as far as they go, and always come to an end.</summary>
public sealed class TolerantTests
{
    private static readonly EvaluationContext Context = new(
        new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)
    );

    [Fact]
    public void EnableWhen_InACircle_IsAWarningAndSettles()
    {
        const string Items = """
            {"linkId":"a","type":"boolean","enableWhen":[{"question":"c","operator":"!=","answerBoolean":true}],"initial":[{"valueBoolean":false}]},
            {"linkId":"b","type":"boolean","enableWhen":[{"question":"c","operator":"!=","answerBoolean":true}],"initial":[{"valueBoolean":false}]},
            {"linkId":"c","type":"boolean","enableBehavior":"all","enableWhen":[{"question":"a","operator":"!=","answerBoolean":true},{"question":"b","operator":"!=","answerBoolean":true}],"initial":[{"valueBoolean":false}]}
            """;
        Assert.Null(Instrument.Load(Questionnaire(Items)).Value);
        var loaded = Instrument.Load(Questionnaire(Items), LoadMode.Tolerant);
        Assert.Contains(
            loaded.Issues,
            issue => issue is { Code: IssueCodes.Cycle, Severity: IssueSeverity.Warning }
        );
        var form = Form.Start(loaded.Value!, Context);
        Assert.Equal(
            (true, true, true),
            (form.IsEnabled("a"), form.IsEnabled("b"), form.IsEnabled("c"))
        );
        form.Set("a", [new BooleanAnswer(true)]);
        Assert.Equal(
            (true, true, false),
            (form.IsEnabled("a"), form.IsEnabled("b"), form.IsEnabled("c"))
        );
    }

    [Fact]
    public void EnableWhen_ThatNeverRests_EndsAndSaysSo()
    {
        const string Items = """
            {"linkId":"a","type":"boolean","enableWhen":[{"question":"b","operator":"exists","answerBoolean":false}],"initial":[{"valueBoolean":true}]},
            {"linkId":"b","type":"boolean","enableWhen":[{"question":"a","operator":"exists","answerBoolean":true}],"initial":[{"valueBoolean":true}]}
            """;
        var form = Form.Start(
            Instrument.Load(Questionnaire(Items), LoadMode.Tolerant).Value!,
            Context
        );
        Assert.Contains(form.Issues, issue => issue.Code == IssueCodes.DidNotSettle);
    }

    [Theory]
    [InlineData("%resource.nonsense(", IssueCodes.ExpressionFailed)]
    [InlineData("%nobody + 1", IssueCodes.ExpressionFailed)]
    [InlineData("%resource.item.where(linkId='zz').answer.value", null)]
    public void Calculation_ThatCannotBe_GivesNothing(string expression, string? issue)
    {
        var items = $$$"""
            {"linkId":"a","type":"integer","extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"{{{expression}}}"}}]},
            {"linkId":"b","type":"string"}
            """;
        Assert.Null(Instrument.Load(Questionnaire(items)).Value);
        var form = Form.Start(
            Instrument.Load(Questionnaire(items), LoadMode.Tolerant).Value!,
            Context
        );
        Assert.Empty(form.Answers("a"));
        Assert.True(form.Set("b", [new StringAnswer("x")]).Accepted);
        Assert.Equal(issue, form.Issues.Select(found => found.Code).SingleOrDefault());
    }

    private static string Questionnaire(string items) =>
        $$"""{"resourceType":"Questionnaire","url":"http://example.org/q","version":"1","status":"active","item":[{{items}}]}""";
}
