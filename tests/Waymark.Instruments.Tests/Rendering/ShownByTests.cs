using Xunit;

namespace Waymark.Instruments.Tests.Rendering;

public sealed class ShownByTests
{
    private const string AIsTrue = """{"question":"a","operator":"=","answerBoolean":true}""";
    private const string AIsFalse = """{"question":"a","operator":"=","answerBoolean":false}""";
    private const string BIsTrue = """{"question":"b","operator":"=","answerBoolean":true}""";

    [Fact]
    public void ShownBy_OneEquality_NamesTheQuestionAndTheAnswer()
    {
        var shownBy = Of($"\"enableWhen\":[{AIsTrue}]");

        Assert.Equal("a", shownBy?.LinkId);
        Assert.Equal([new BooleanAnswer(true)], shownBy!.Answers);
    }

    [Fact]
    public void ShownBy_AnyOfSeveralAnswersToOneQuestion_NamesThemAll()
    {
        var shownBy = Of($"\"enableBehavior\":\"any\",\"enableWhen\":[{AIsTrue},{AIsFalse}]");

        Assert.Equal([new BooleanAnswer(true), new BooleanAnswer(false)], shownBy?.Answers);
    }

    [Theory]
    [InlineData("\"required\":false")]
    [InlineData($"\"enableBehavior\":\"all\",\"enableWhen\":[{AIsTrue},{AIsFalse}]")]
    [InlineData($"\"enableBehavior\":\"any\",\"enableWhen\":[{AIsTrue},{BIsTrue}]")]
    [InlineData(
        """
            "enableWhen":[{"question":"a","operator":"!=","answerBoolean":true}]
            """
    )]
    [InlineData(
        """
            "enableWhen":[{"question":"a","operator":"exists","answerBoolean":true}]
            """
    )]
    [InlineData(
        """
            "extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression",
              "valueExpression":{"language":"text/fhirpath","expression":"%resource.item.where(linkId='a').answer.value = true"}}]
            """
    )]
    public void ShownBy_AnythingElse_IsNull(string condition) => Assert.Null(Of(condition));

    private static ShownBy? Of(string condition)
    {
        var loaded = Instrument.Load(
            $$"""
            {
              "resourceType": "Questionnaire", "status": "draft", "version": "1",
              "url": "https://waymark.example/fhir/Questionnaire/test", "title": "Test",
              "item": [
                {"linkId":"a","type":"boolean","text":"A"},
                {"linkId":"b","type":"boolean","text":"B"},
                {"linkId":"c","type":"string","text":"C",{{condition}}}
              ]
            }
            """
        );
        return loaded.Value!.Find("c")!.ShownBy;
    }
}
