using Waymark.Instruments.Tests.Apply;
using Xunit;

namespace Waymark.Instruments.Tests.Extraction;

public sealed class ObservationExtractionTests
{
    private const string Category = """
        { "url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-observation-extract-category",
          "valueCodeableConcept": { "coding": [ { "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey" } ] } }
        """;

    private static string Observed(string value = "\"valueBoolean\": true") =>
        $$"""{ "url": "{{Extracting.Sdc}}observationExtract", {{value}} }""";

    private static string Item(string type, string more = "", string extensions = "") =>
        $$"""
            { "linkId": "q", "text": "Question", "type": "{{type}}", "code": [ { "system": "urn:codes", "code": "c1", "display": "One" }, { "system": "urn:codes", "code": "c2" } ],
              "extension": [ {{Observed()}} {{extensions}} ] {{more}} }
            """;

    [Fact]
    public void Extract_ObservedAnswer_BecomesAnObservation()
    {
        var form = Extracting.Open(
            Extracting.Instrument("", Category, Item("integer")),
            ("q", [new IntegerAnswer(5)])
        );

        var entry = Assert.Single(Extracting.Entries(form));

        Extracting.AssertJson("""{ "method": "POST", "url": "Observation" }""", entry["request"]);
        Extracting.AssertJson(
            """
            { "resourceType": "Observation", "status": "final",
              "category": [ { "coding": [ { "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "survey" } ] } ],
              "code": { "coding": [ { "system": "urn:codes", "code": "c1", "display": "One" }, { "system": "urn:codes", "code": "c2" } ] },
              "subject": { "reference": "Patient/7", "display": "A. Child" }, "effectiveDateTime": "2026-11-24T09:30:00+00:00", "issued": "2026-11-24T09:30:00+00:00",
              "performer": [ { "reference": "Practitioner/3" } ], "valueInteger": 5, "derivedFrom": [ { "reference": "QuestionnaireResponse/9" } ] }
            """,
            entry["resource"]
        );
    }

    public static TheoryData<string, string, AnswerValue, string, string> Values() =>
        new()
        {
            { "boolean", "", new BooleanAnswer(true), "valueBoolean", "true" },
            { "decimal", "", new DecimalAnswer(1.5m), "valueQuantity", """{ "value": 1.5 }""" },
            {
                "integer",
                """{ "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unit", "valueCoding": { "system": "http://unitsofmeasure.org", "code": "kg", "display": "kilogram" } }""",
                new IntegerAnswer(40),
                "valueQuantity",
                """{ "value": 40, "unit": "kilogram", "system": "http://unitsofmeasure.org", "code": "kg" }"""
            },
            { "string", "", new StringAnswer("words"), "valueString", "\"words\"" },
            { "url", "", new UriAnswer("urn:x"), "valueString", "\"urn:x\"" },
            {
                "date",
                "",
                new DateAnswer(new PartialDate(2026, 2)),
                "valueDateTime",
                "\"2026-02\""
            },
            {
                "dateTime",
                "",
                new DateTimeAnswer("2026-02-03T04:05:06Z"),
                "valueDateTime",
                "\"2026-02-03T04:05:06Z\""
            },
            { "time", "", new TimeAnswer(new TimeOnly(16, 50)), "valueTime", "\"16:50:00\"" },
            {
                "quantity",
                "",
                new QuantityAnswer(2, "hours", "http://unitsofmeasure.org", "h"),
                "valueQuantity",
                """{ "value": 2, "unit": "hours", "system": "http://unitsofmeasure.org", "code": "h" }"""
            },
        };

    [Theory]
    [MemberData(nameof(Values))]
    public void Extract_AnswerOfEachType_HasTheValueThatAnObservationCanHold(
        string type,
        string extension,
        AnswerValue answer,
        string name,
        string expected
    )
    {
        var instrument = Extracting.Instrument(
            "",
            "",
            Item(type, "", extension.Length > 0 ? "," + extension : "")
        );

        var observation = Assert.Single(
            Extracting.Entries(Extracting.Open(instrument, ("q", [answer])))
        )["resource"]!;

        Extracting.AssertJson(expected, observation[name]);
    }

    [Fact]
    public void Extract_Choice_BecomesAConcept()
    {
        const string options =
            ", \"answerOption\": [ { \"valueCoding\": { \"system\": \"urn:o\", \"code\": \"a\", \"display\": \"A\" } } ]";
        var form = Extracting.Open(
            Extracting.Instrument("", "", Item("choice", options)),
            ("q", [new CodingAnswer("urn:o", "a", "A")])
        );

        Extracting.AssertJson(
            """{ "coding": [ { "system": "urn:o", "code": "a", "display": "A" } ] }""",
            Assert.Single(Extracting.Entries(form))["resource"]!["valueCodeableConcept"]
        );
    }

    [Fact]
    public void Extract_SeveralAnswers_AreSeveralObservations()
    {
        var form = Extracting.Open(
            Extracting.Instrument("", "", Item("string", ", \"repeats\": true")),
            ("q", [new StringAnswer("a"), new StringAnswer("b")])
        );

        Assert.Equal(
            ["a", "b"],
            Extracting
                .Entries(form)
                .Select(entry => entry["resource"]!["valueString"]!.GetValue<string>())
        );
    }

    [Fact]
    public void Extract_ReferenceAnswer_CannotBeAnObservationsValueAndIsSaid()
    {
        var form = Extracting.Open(
            Extracting.Instrument("", "", Item("reference")),
            ("q", [new ReferenceAnswer("Patient/1", null)])
        );

        var result = Worry
            .Loaded(Extractor.Load(form.Instrument))
            .Extract(form, Extracting.Given());

        Assert.Equal(
            [(IssueCodes.ExtractionValueMismatch, "q")],
            result.Issues.Select(issue => (issue.Code, issue.LinkId))
        );
        Assert.Empty(Extracting.Entries(result));
    }

    [Fact]
    public void Extract_ObservedQuestionnaire_ObservesEveryCodedQuestionButThoseExempted()
    {
        var exempt =
            $$"""{ "linkId": "no", "text": "T", "type": "integer", "code": [ { "code": "c3" } ], "extension": [ {{Observed("\"valueBoolean\": false")}} ] }""";
        var instrument = Extracting.Instrument(
            "",
            Observed(),
            """{ "linkId": "q", "text": "T", "type": "integer", "code": [ { "code": "c1" } ] }, { "linkId": "uncoded", "text": "T", "type": "integer" }, """
                + exempt
        );
        var form = Extracting.Open(
            instrument,
            ("q", [new IntegerAnswer(1)]),
            ("uncoded", [new IntegerAnswer(2)]),
            ("no", [new IntegerAnswer(3)])
        );

        Assert.Equal(
            [1],
            Extracting
                .Entries(form)
                .Select(entry => entry["resource"]!["valueInteger"]!.GetValue<int>())
        );
    }

    [Fact]
    public void Extract_NotAnswered_GivesNothing() =>
        Assert.Empty(
            Extracting.Entries(Extracting.Open(Extracting.Instrument("", "", Item("integer"))))
        );
}
