using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Waymark.Commands;
using Xunit;

namespace Waymark.Tests.Commands;

/// <summary><c>waymark instrument</c>, as authors and the test suites of others call it.</summary>
public sealed class InstrumentCommandTests : IDisposable
{
    private const string Questionnaire = """
        {"resourceType":"Questionnaire","url":"http://example.org/q","version":"1","status":"active","item":[
         {"linkId":"a","type":"integer"},
         {"linkId":"b","type":"string","required":true,"enableWhen":[{"question":"a","operator":">","answerInteger":3}]},
         {"linkId":"g","type":"group","repeats":true,"item":[{"linkId":"n","type":"integer"}]},
         {"linkId":"sum","type":"integer","readOnly":true,"extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"%resource.item.where(linkId='g').item.where(linkId='n').answer.value.sum()"}}]},
         {"linkId":"day","type":"date","readOnly":true,"extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"today()"}}]}]}
        """;

    private const string Answers = """
        [{"linkId":"a","value":{"valueInteger":5}},{"linkId":"n","values":[{"valueInteger":2}],"at":[["g",0]]},{"linkId":"n","value":{"valueInteger":4},"at":[["g",1]]}]
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly FakeTimeProvider _clock = new(
        new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)
    );

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Check_UsableInstrument_ExitsWithNothingToSay()
    {
        Assert.Equal(InstrumentCommand.Ok, Run("check", Write("q.json", Questionnaire)));
        Assert.Equal("", _output.ToString());
    }

    [Fact]
    public void Check_BrokenInstrument_NamesTheItemAndThePlace()
    {
        var file = Write(
            "q.json",
            Questionnaire.Replace(
                "\"question\":\"a\"",
                "\"question\":\"zz\"",
                StringComparison.Ordinal
            )
        );
        Assert.Equal(InstrumentCommand.Faulty, Run("check", file));
        Assert.Contains("error unknown-question", _output.ToString(), StringComparison.Ordinal);
        Assert.Contains(
            "[b at item[1].enableWhen[0]]",
            _output.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal(InstrumentCommand.Ok, Run("check", file, "--tolerant"));
    }

    [Fact]
    public void Check_MissingFile_SaysSo()
    {
        Assert.Equal(
            InstrumentCommand.Unusable,
            Run("check", Path.Combine(_folder.FullName, "none.json"))
        );
        Assert.Contains("cannot be read", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_Answers_GivesEnabledCalculatedAndIssues()
    {
        Assert.Equal(
            InstrumentCommand.Ok,
            Run(
                "evaluate",
                Write("q.json", Questionnaire),
                "--answers",
                Write("a.json", Answers),
                "--full"
            )
        );
        var result = Results().Single();
        Assert.True(result.GetProperty("enabled").GetProperty("b").GetBoolean());
        Assert.Equal(6, result.GetProperty("calculated").GetProperty("sum")[0].GetInt32());
        Assert.Equal(
            "2026-11-24",
            result.GetProperty("calculated").GetProperty("day")[0].GetString()
        );
        var issue = Assert.Single(result.GetProperty("issues").EnumerateArray());
        Assert.Equal(
            ("required", "error", "b", "b"),
            (
                Text(issue, "code"),
                Text(issue, "severity"),
                Text(issue, "linkId"),
                Text(issue, "path")
            )
        );
        Assert.Equal("QuestionnaireResponse", Text(result.GetProperty("response"), "resourceType"));
    }

    [Fact]
    public void Evaluate_Response_ReadsBackWhatFullWrote()
    {
        var questionnaire = Write("q.json", Questionnaire);
        Run("evaluate", questionnaire, "--answers", Write("a.json", Answers), "--full");
        var response = Write("r.json", Results().Single().GetProperty("response").GetRawText());
        Assert.Equal(
            InstrumentCommand.Ok,
            Run("evaluate", questionnaire, "--response", response, "--at", "2030-01-02T00:00:00Z")
        );
        var result = Results().Last();
        Assert.Equal(6, result.GetProperty("calculated").GetProperty("sum")[0].GetInt32());
        Assert.Equal(
            "2030-01-02",
            result.GetProperty("calculated").GetProperty("day")[0].GetString()
        );
    }

    [Fact]
    public void Evaluate_Batch_PrintsOneResultALine()
    {
        Write("one/questionnaire.json", Questionnaire);
        Write(
            "one/cases.json",
            $$"""{"cases":[{"id":"one#0","answers":[]},{"id":"one#1","answers":{{Answers}}}]}"""
        );
        Write("two/questionnaire.json", "{}");
        Write("two/cases.json", """{"cases":[{"id":"two#0","answers":[]}]}""");
        Write("three/readme.txt", "not a case");
        Assert.Equal(InstrumentCommand.Faulty, Run("evaluate", "--batch", _folder.FullName));
        Assert.Equal(["one#0", "one#1", "two#0"], Results().Select(result => Text(result, "id")));
        Assert.False(Results()[0].GetProperty("enabled").GetProperty("b").GetBoolean());
        Assert.Equal("wrong-resource", Text(Results()[2].GetProperty("issues")[0], "code"));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[{}]")]
    [InlineData("[{\"linkId\":\"n\",\"at\":[7]}]")]
    public void Evaluate_AnswersThatAreNone_SaySo(string answers)
    {
        Assert.Equal(
            InstrumentCommand.Unusable,
            Run("evaluate", Write("q.json", Questionnaire), "--answers", Write("a.json", answers))
        );
        Assert.Contains("is not a list of answers", _error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Evaluate_AnswersAndResponse_AreNotTakenTogether()
    {
        var file = Write("q.json", Questionnaire);
        Assert.Equal(
            InstrumentCommand.Unusable,
            Run("evaluate", file, "--answers", file, "--response", file)
        );
        Assert.Equal(InstrumentCommand.Unusable, Run("evaluate"));
        Assert.Equal(
            InstrumentCommand.Unusable,
            Run("evaluate", "--batch", Path.Combine(_folder.FullName, "none"))
        );
    }

    private int Run(params string[] arguments)
    {
        var root = new RootCommand { InstrumentCommand.Create(_output, _error, _clock) };
        return root.Parse(["instrument", .. arguments]).Invoke();
    }

    private string Write(string name, string text)
    {
        var file = Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    private List<JsonElement> Results() =>
        [
            .. _output
                .ToString()
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => JsonDocument.Parse(line).RootElement),
        ];

    private static string? Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString();
}
