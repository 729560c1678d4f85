using System.Text.Json.Nodes;

namespace Waymark.Instruments.Tests.Scoring;

/// <summary>An instrument with one scale, for tests: items q1, q2, … with the options 0 to 3.</summary>
internal static class ScaleForm
{
    public const string System = "urn:options";

    public static string Part(string url, string value) => $$"""{ "url": "{{url}}", {{value}} }""";

    /// <summary>The extension of a scale over the items, with further parts.</summary>
    public static string Scale(int items, params string[] more) =>
        ScaleWith([
            Part("id", "\"valueString\": \"s\""),
            Part("title", "\"valueString\": \"Scale\""),
            Part("combine", "\"valueCode\": \"sum\""),
            .. Enumerable.Range(1, items).Select(i => Part("item", $"\"valueString\": \"q{i}\"")),
            .. more,
        ]);

    public static string ScaleWith(params string[] parts) =>
        $$"""{ "url": "{{ScaleSet.ExtensionUrl}}", "extension": [ {{string.Join(',', parts)}} ] }""";

    public static Instrument Load(int items, string scale, string moreItems = "") =>
        Apply.Worry.Loaded(Instrument.Load(Questionnaire(items, scale, moreItems)));

    public static string Questionnaire(int items, string scale, string moreItems = "") =>
        $$"""
            { "resourceType": "Questionnaire", "url": "https://waymark.example/fhir/Questionnaire/scale", "version": "1.0.0", "title": "Scale", "status": "active",
              "extension": [ {{scale}} ],
              "item": [ {{string.Join(
                ',',
                Enumerable.Range(1, items).Select(Item)
            )}} {{moreItems}} ] }
            """;

    public static Form Open(Instrument instrument, params int?[] values)
    {
        var form = Form.Start(instrument, new EvaluationContext(DateTimeOffset.UnixEpoch));
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] is { } value)
            {
                Xunit.Assert.Empty(form.Set($"q{i + 1}", [Coding(value)]).Issues);
            }
        }

        return form;
    }

    public static CodingAnswer Coding(int value) => new(System, $"o{value}", null);

    private static string Item(int i) =>
        new JsonObject
        {
            ["linkId"] = $"q{i}",
            ["text"] = $"Question {i}",
            ["type"] = "choice",
            ["answerOption"] = new JsonArray([
                .. Enumerable
                    .Range(0, 4)
                    .Select(option => new JsonObject
                    {
                        ["extension"] = new JsonArray(
                            new JsonObject
                            {
                                ["url"] = "http://hl7.org/fhir/StructureDefinition/ordinalValue",
                                ["valueDecimal"] = option,
                            }
                        ),
                        ["valueCoding"] = new JsonObject
                        {
                            ["system"] = System,
                            ["code"] = $"o{option}",
                            ["display"] = $"{option}",
                        },
                    }),
            ]),
        }.ToJsonString();
}
