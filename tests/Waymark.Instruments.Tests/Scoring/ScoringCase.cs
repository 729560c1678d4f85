using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace Waymark.Instruments.Tests.Scoring;

/// <summary>One case of <c>Scoring/Published/NAME/cases.json</c>: answers, and what should follow.</summary>
public sealed record ScoringCase(string Folder, string Id)
{
    private static readonly string Root = Path.Combine(
        AppContext.BaseDirectory,
        "Scoring",
        "Published"
    );

    public static TheoryData<ScoringCase> All()
    {
        var cases = new TheoryData<ScoringCase>();
        foreach (var folder in Directory.EnumerateDirectories(Root).Order(StringComparer.Ordinal))
        {
            foreach (var entry in Read(folder))
            {
                cases.Add(
                    new ScoringCase(Path.GetFileName(folder), entry!["id"]!.GetValue<string>())
                );
            }
        }

        return cases;
    }

    public override string ToString() => $"{Folder}/{Id}";

    public static Instrument LoadInstrument(string folder)
    {
        var result = Instrument.Load(
            File.ReadAllText(Path.Combine(Root, folder, "questionnaire.json"))
        );
        Assert.Empty(result.Issues);
        return result.Value!;
    }

    public JsonNode Content() =>
        Read(Path.Combine(Root, Folder)).Single(entry => entry!["id"]!.GetValue<string>() == Id)!;

    public Form Open(Instrument instrument)
    {
        var form = Form.Start(
            instrument,
            new EvaluationContext(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero))
        );
        foreach (var answer in Content()["answers"]!.AsArray())
        {
            Assert.Empty(
                form.Set(
                    answer!["linkId"]!.GetValue<string>(),
                    [Value(answer["value"]!.AsObject())]
                ).Issues
            );
        }

        return form;
    }

    public static AnswerValue Value(JsonObject value)
    {
        var (name, json) = value.Single();
        return name switch
        {
            "valueInteger" => new IntegerAnswer(json!.GetValue<int>()),
            "valueBoolean" => new BooleanAnswer(json!.GetValue<bool>()),
            "valueString" => new StringAnswer(json!.GetValue<string>()),
            "valueCoding" => new CodingAnswer(
                json!["system"]!.GetValue<string>(),
                json["code"]!.GetValue<string>(),
                json["display"]?.GetValue<string>()
            ),
            _ => throw new JsonException($"A case cannot have a {name}."),
        };
    }

    private static JsonArray Read(string folder) =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(folder, "cases.json")))!.AsArray();
}
