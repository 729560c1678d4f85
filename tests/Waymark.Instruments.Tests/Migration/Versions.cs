using System.Text.Json.Nodes;
using Waymark.Instruments.Tests.Apply;

namespace Waymark.Instruments.Tests.Migration;

/// <summary>Two versions of one instrument, and the reviewed map between them.</summary>
internal static class Versions
{
    public const string Url = "https://waymark.example/fhir/Questionnaire/story";

    public static readonly Instrument One = Load(
        "1.0.0",
        """
        { "linkId": "who", "text": "Who told you?", "type": "choice", "answerOption": [
          { "valueCoding": { "system": "urn:who", "code": "child", "display": "The child" } },
          { "valueCoding": { "system": "urn:who", "code": "friend", "display": "A friend" } },
          { "valueCoding": { "system": "urn:who", "code": "fax", "display": "A fax" } } ] },
        { "linkId": "who.note", "text": "What did the friend say?", "type": "string",
          "enableWhen": [ { "question": "who", "operator": "=", "answerCoding": { "system": "urn:who", "code": "friend" } } ] },
        { "linkId": "apps", "text": "Apps", "type": "group", "repeats": true, "item": [
          { "linkId": "app.name", "text": "Which app?", "type": "string" },
          { "linkId": "app.hours", "text": "Hours a day", "type": "integer" } ] },
        { "linkId": "words", "text": "The child's own words", "type": "string", "repeats": true },
        { "linkId": "fax", "text": "Fax number", "type": "string" },
        { "linkId": "consent", "text": "Consent?", "type": "boolean", "item": [
          { "linkId": "consent.why", "text": "Why?", "type": "string" } ] }
        """
    );

    public static readonly Instrument Two = Load("2.0.0", TwoItems());

    public static Instrument Load(string version, string items) =>
        Worry.Loaded(
            Instrument.Load(
                $$"""{ "resourceType": "Questionnaire", "url": "{{Url}}", "version": "{{version}}", "title": "Story", "status": "active", "item": [ {{items}} ] }"""
            )
        );

    public static string TwoItems() =>
        """
            { "linkId": "page", "text": "Page", "type": "group", "item": [
              { "linkId": "source", "text": "Who told you about it?", "type": "choice", "answerOption": [
                { "valueCoding": { "system": "urn:who", "code": "child", "display": "The child" } },
                { "valueCoding": { "system": "urn:who", "code": "peer", "display": "Someone of the same age" } } ] },
              { "linkId": "source.note", "text": "What did they say?", "type": "text",
                "enableWhen": [ { "question": "source", "operator": "=", "answerCoding": { "system": "urn:who", "code": "peer" } } ] } ] },
            { "linkId": "apps", "text": "Apps and games", "type": "group", "repeats": true, "item": [
              { "linkId": "app.details", "text": "Details", "type": "group", "item": [
                { "linkId": "app.name", "text": "Which app?", "type": "string" },
                { "linkId": "app.hours", "text": "Hours a day", "type": "integer" } ] } ] },
            { "linkId": "words", "text": "The child's own words", "type": "string", "repeats": true },
            { "linkId": "consent", "text": "Consent?", "type": "boolean", "item": [
              { "linkId": "consent.why", "text": "Why?", "type": "string" } ] },
            { "linkId": "new", "text": "A new question", "type": "string", "initial": [ { "valueString": "untouched" } ] }
            """;

    public static readonly (string From, string? To)[] Items =
    [
        ("who", "source"),
        ("who.note", "source.note"),
        ("apps", "apps"),
        ("app.name", "app.name"),
        ("app.hours", "app.hours"),
        ("words", "words"),
        ("fax", null),
        ("consent", "consent"),
        ("consent.why", "consent.why"),
    ];

    public static readonly (string From, string? To)[] Codes = [("friend", "peer"), ("fax", null)];

    public static JsonObject Map() => Map(Items, Codes);

    public static JsonObject Map(
        (string From, string? To)[] items,
        (string From, string? To)[] codes
    ) =>
        new()
        {
            ["resourceType"] = "ConceptMap",
            ["status"] = "active",
            ["sourceCanonical"] = Url + "|1.0.0",
            ["targetCanonical"] = Url + "|2.0.0",
            ["group"] = new JsonArray(Group(Url, items), Group("urn:who", codes)),
        };

    public static MigrationMap LoadMap(JsonObject map) =>
        Worry.Loaded(MigrationMap.Load(map.ToJsonString(), One, Two));

    public static JsonObject Element(string from, string? to) =>
        new()
        {
            ["code"] = from,
            ["target"] = new JsonArray(
                to is null
                    ? new JsonObject
                    {
                        ["equivalence"] = "unmatched",
                        ["comment"] = "Nobody faxes.",
                    }
                    : new JsonObject
                    {
                        ["code"] = to,
                        ["equivalence"] = from == to ? "equal" : "equivalent",
                    }
            ),
        };

    private static JsonObject Group(string system, (string From, string? To)[] elements) =>
        new()
        {
            ["source"] = system,
            ["target"] = system,
            ["element"] = new JsonArray([
                .. elements.Select(element => Element(element.From, element.To)),
            ]),
        };

    public static EvaluationContext Context { get; } =
        new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    public static CodingAnswer Who(string code) => new("urn:who", code, null);

    public static Form Open(params (string Path, AnswerValue[] Values)[] answers)
    {
        var form = Form.Start(One, Context);
        foreach (var (path, values) in answers)
        {
            Xunit.Assert.Empty(form.Set(ItemPath.Parse(path), values).Issues);
        }

        return form;
    }
}
