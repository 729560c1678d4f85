using Xunit;

namespace Waymark.Instruments.Tests;

/// <summary>The example in the package's README is this code, so it compiles and does what it says.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Example_InReadme_IsTheCodeBelow()
    {
        var readme = File.ReadAllText(
                Path.Combine(Approved.Root, "src/Waymark.Instruments/README.md")
            )
            .ReplaceLineEndings("\n");
        var source = File.ReadAllText(
                Path.Combine(Approved.Root, "tests/Waymark.Instruments.Tests/ReadmeTests.cs")
            )
            .ReplaceLineEndings("\n");
        var example = readme.Split("```csharp\n")[1].Split("```")[0];
        var code = Flat(
            source.Split("// The example begins.\n")[1].Split("// The example ends.")[0]
        );
        Assert.Equal(Flat(example), code);
    }

    [Fact]
    public void Example_Scores()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "phq-9.json"), Questionnaire);
            var (score, draft) = Run(
                TimeProvider.System,
                name => Path.Combine(folder.FullName, name)
            );
            Assert.Equal([new DecimalAnswer(2)], score);
            Assert.Contains("little-interest", draft, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static (IReadOnlyList<AnswerValue> Score, string Draft) Run(
        TimeProvider clock,
        Func<string, string> place
    )
    {
        var File = new
        {
            ReadAllText = (Func<string, string>)(name => System.IO.File.ReadAllText(place(name))),
        };
        // The example begins.
        var instrument = Instrument.Load(File.ReadAllText("phq-9.json")).Value!;
        var form = Form.Start(instrument, new EvaluationContext(clock.GetLocalNow()));
        var change = form.Set(
            "little-interest",
            [instrument.Find("little-interest")!.Options[2].Value]
        );
        var score = form.Answers("total");
        var draft = form.ToDraftJson();
        // The example ends.
        Assert.Equal(["little-interest", "total"], change.Changed.Select(path => path.ToString()));
        return (score, draft);
    }

    private static string Flat(string code) =>
        string.Concat(code.Where(c => !char.IsWhiteSpace(c)))
            .Replace(",]", "]", StringComparison.Ordinal);

    private const string Questionnaire = """
        {"resourceType":"Questionnaire","url":"http://example.org/phq","version":"1","status":"active","item":[
         {"linkId":"little-interest","type":"choice","answerOption":[
          {"valueCoding":{"system":"s","code":"0","display":"Not at all","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":0}]}},
          {"valueCoding":{"system":"s","code":"1","display":"Several days","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":1}]}},
          {"valueCoding":{"system":"s","code":"2","display":"More than half the days","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":2}]}}]},
         {"linkId":"total","type":"decimal","readOnly":true,"extension":[{"url":"http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression","valueExpression":{"language":"text/fhirpath","expression":"%resource.item.where(linkId='little-interest').answer.weight().sum()"}}]}]}
        """;
}
