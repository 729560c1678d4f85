using System.Text.Json.Nodes;
using Waymark.Instruments.Tests.Apply;

namespace Waymark.Instruments.Tests.Extraction;

/// <summary>Instruments with something to extract, and what comes of it.</summary>
internal static class Extracting
{
    public const string Sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

    public static string Value(string expression) =>
        $$"""{ "url": "{{Sdc}}templateExtractValue", "valueString": "{{expression}}" }""";

    public static string Context(string expression) =>
        $$"""{ "url": "{{Sdc}}templateExtractContext", "valueString": "{{expression}}" }""";

    public static string Template(string id, params string[] more) =>
        $$"""{ "url": "{{Sdc}}templateExtract", "extension": [ { "url": "template", "valueReference": { "reference": "#{{id}}" } } {{string.Concat(more.Select(part => "," + part))}} ] }""";

    public static string Part(string url, string expression) =>
        $$"""{ "url": "{{url}}", "valueString": "{{expression}}" }""";

    public static string Allocate(string name) =>
        $$"""{ "url": "{{Sdc}}extractAllocateId", "valueString": "{{name}}" }""";

    public static Instrument Instrument(string contained, string extensions, string items) =>
        Worry.Loaded(
            Instruments.Instrument.Load(
                $$"""
                { "resourceType": "Questionnaire", "url": "https://waymark.example/fhir/Questionnaire/extract", "version": "1.0.0", "title": "Extract", "status": "active",
                  "contained": [ {{contained}} ], "extension": [ {{extensions}} ], "item": [ {{items}} ] }
                """
            )
        );

    public static ExtractionContext Given()
    {
        var next = 0;
        return new ExtractionContext(
            new DateTimeOffset(2026, 11, 24, 9, 30, 0, TimeSpan.Zero),
            () => new Guid(++next, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0])
        )
        {
            Subject = new ReferenceAnswer("Patient/7", "A. Child"),
            Author = new ReferenceAnswer("Practitioner/3", null),
            Response = "QuestionnaireResponse/9",
        };
    }

    public static Form Open(
        Instrument instrument,
        params (string Path, AnswerValue[] Values)[] answers
    )
    {
        var form = Form.Start(
            instrument,
            new EvaluationContext(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero))
        );
        foreach (var (path, values) in answers)
        {
            Xunit.Assert.Empty(form.Set(ItemPath.Parse(path), values).Issues);
        }

        return form;
    }

    /// <summary>Extracts, and expects no issue.</summary>
    public static List<JsonObject> Entries(Form form)
    {
        var result = Worry.Loaded(Extractor.Load(form.Instrument)).Extract(form, Given());
        Xunit.Assert.Empty(result.Issues);
        return Entries(result);
    }

    public static List<JsonObject> Entries(ExtractionResult result) =>
        [
            .. JsonNode
                .Parse(result.BundleJson)!["entry"]
                ?.AsArray()
                .Select(entry => entry!.AsObject())
                ?? [],
        ];

    public static void AssertJson(string expected, JsonNode? actual)
    {
        var parsed = JsonNode.Parse(expected);
        Xunit.Assert.True(
            JsonNode.DeepEquals(parsed, actual),
            $"Expected {parsed?.ToJsonString()}\nbut was  {actual?.ToJsonString()}"
        );
    }
}
