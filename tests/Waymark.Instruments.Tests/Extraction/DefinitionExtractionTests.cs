using Waymark.Instruments.Tests.Apply;
using Xunit;

namespace Waymark.Instruments.Tests.Extraction;

public sealed class DefinitionExtractionTests
{
    private const string Fhir = "http://hl7.org/fhir/StructureDefinition/";

    private static string Extract(string type, params string[] more) =>
        $$"""{ "url": "{{Extracting.Sdc}}definitionExtract", "extension": [ { "url": "definition", "valueCanonical": "{{Fhir}}{{type}}" } {{string.Concat(more.Select(part => "," + part))}} ] }""";

    private static string Value(string path, string value) =>
        $$"""{ "url": "{{Extracting.Sdc}}definitionExtractValue", "extension": [ { "url": "definition", "valueUri": "{{Fhir}}{{path}}" }, {{value}} ] }""";

    private static string Fixed(string value) => $$"""{ "url": "fixed-value", {{value}} }""";

    private static string Expression(string text) =>
        $$"""{ "url": "expression", "valueExpression": { "language": "text/fhirpath", "expression": "{{text}}" } }""";

    private static string Item(
        string linkId,
        string type,
        string? path,
        string more = "",
        string extensions = ""
    ) =>
        $$"""{ "linkId": "{{linkId}}", "text": "T", "type": "{{type}}" {{(path is null ? "" : $", \"definition\": \"{Fhir}{path}\"")}}, "extension": [ {{extensions}} ] {{(more.Length > 0 ? "," + more : "")}} }""";

    private static string Within(params string[] items) =>
        $"\"item\": [ {string.Join(',', items)} ]";

    private static StringAnswer Text(string text) => new(text);

    private const string Gender =
        "\"answerOption\": [ { \"valueCoding\": { \"system\": \"http://hl7.org/fhir/administrative-gender\", \"code\": \"female\", \"display\": \"Female\" } } ]";

    private static Instrument Patient(params string[] more) =>
        Extracting.Instrument(
            "",
            Extract("Patient", more),
            string.Join(
                ',',
                Item("family", "string", "Patient#Patient.name.family"),
                Item("given", "string", "Patient#Patient.name.given", "\"repeats\": true"),
                Item("born", "date", "Patient#Patient.birthDate"),
                Item("gender", "choice", "Patient#Patient.gender", Gender),
                Item("dead", "boolean", "Patient#Patient.deceased[x]"),
                Item(
                    "page",
                    "group",
                    null,
                    Within(Item("language", "string", "Patient#Patient.communication.language"))
                ),
                Item(
                    "contact",
                    "group",
                    "Patient#Patient.contact",
                    "\"repeats\": true,"
                        + Within(
                            Item("contact.name", "string", "Patient#Patient.contact.name.text"),
                            Item(
                                "contact.phone",
                                "string",
                                "Patient#Patient.contact.telecom.value",
                                "\"repeats\": true"
                            )
                        )
                ),
                Item("note", "string", "Observation#Observation.note")
            )
        );

    [Fact]
    public void Extract_ItemsThatStandForElements_MakeTheResource()
    {
        var form = Extracting.Open(
            Patient(),
            ("family", [Text("Doe")]),
            ("given", [Text("Jo"), Text("Sam")]),
            ("born", [new DateAnswer(new PartialDate(2012))]),
            (
                "gender",
                [new CodingAnswer("http://hl7.org/fhir/administrative-gender", "female", "Female")]
            ),
            ("dead", [new BooleanAnswer(false)]),
            ("language", [Text("Welsh")]),
            ("contact[0]/contact.name", [Text("Aunt")]),
            ("contact[1]/contact.name", [Text("Coach")]),
            ("contact[1]/contact.phone", [Text("1")]),
            ("note", [Text("not of a patient")])
        );

        var entry = Assert.Single(Extracting.Entries(form));

        Extracting.AssertJson(
            """
            { "resourceType": "Patient", "name": [ { "family": "Doe", "given": [ "Jo", "Sam" ] } ], "birthDate": "2012", "gender": "female", "deceasedBoolean": false,
              "communication": [ { "language": { "text": "Welsh" } } ],
              "contact": [ { "name": { "text": "Aunt" } }, { "name": { "text": "Coach" }, "telecom": [ { "value": "1" } ] } ] }
            """,
            entry["resource"]
        );
        Extracting.AssertJson("""{ "method": "POST", "url": "Patient" }""", entry["request"]);
    }

    [Fact]
    public void Extract_ResourceWithNothingInIt_IsNotMade() =>
        Assert.Empty(Extracting.Entries(Extracting.Open(Patient())));

    [Fact]
    public void Extract_GroupThatGivesItsElementNothing_LeavesNoEmptyElement()
    {
        var instrument = Extracting.Instrument(
            "",
            Extract("Patient")
                + ","
                + Value("Patient#Patient.active", Fixed("\"valueBoolean\": true")),
            Item(
                "contact",
                "group",
                "Patient#Patient.contact",
                Within(Item("other", "string", null))
            )
        );

        Extracting.AssertJson(
            """{ "resourceType": "Patient", "active": true }""",
            Assert.Single(
                Extracting.Entries(
                    Extracting.Open(instrument, ("other", [Text("for people only")]))
                )
            )["resource"]
        );
    }

    [Fact]
    public void Extract_StatedValues_AreFixedOrWorkedOut()
    {
        var instrument = Extracting.Instrument(
            "",
            Extract("Observation", Extracting.Part("fullUrl", "'urn:uuid:' + %resource.id"))
                + ","
                + Value("Observation#Observation.status", Fixed("\"valueCode\": \"final\""))
                + ","
                + Value(
                    "Observation#Observation.code",
                    Fixed("\"valueCodeableConcept\": { \"text\": \"Hours online\" }")
                )
                + ","
                + Value(
                    "Observation#Observation.category",
                    Fixed("\"valueCoding\": { \"code\": \"survey\" }")
                )
                + ","
                + Value("Observation#Observation.subject", Expression("%resource.subject"))
                + ","
                + Value("Observation#Observation.effective[x]", Expression("%resource.authored"))
                + ","
                + Value(
                    "Observation#Observation.value[x]",
                    Expression("%resource.item.where(linkId='hours').answer.value")
                ),
            Item("hours", "integer", null)
        );
        var form = Extracting.Open(instrument, ("hours", [new IntegerAnswer(6)]));

        var entry = Assert.Single(Extracting.Entries(form));

        Extracting.AssertJson(
            """
            { "resourceType": "Observation", "status": "final", "code": { "text": "Hours online" }, "category": [ { "coding": [ { "code": "survey" } ] } ],
              "subject": { "reference": "Patient/7", "display": "A. Child" }, "effectiveDateTime": "2026-11-24T09:30:00Z", "valueInteger": 6 }
            """,
            entry["resource"]
        );
        Assert.Equal("urn:uuid:9", entry["fullUrl"]!.GetValue<string>());
    }

    [Fact]
    public void Extract_ResourceOfARepeatingGroup_IsMadeOncePerAnsweredInstance()
    {
        var medication = Item(
            "meds",
            "group",
            null,
            "\"repeats\": true," + Within(Item("drug", "string", "Basic#Basic.code")),
            Extract("Basic")
                + ","
                + Extracting.Allocate("id")
                + ","
                + Value("Basic#Basic.identifier.value", Expression("%id"))
        );
        var form = Extracting.Open(
            Extracting.Instrument("", "", medication),
            ("meds[0]/drug", [Text("one")]),
            ("meds[1]/drug", [Text("two")])
        );
        form.AddInstance("meds");

        var entries = Extracting.Entries(form);

        Assert.Equal(
            ["one", "two"],
            entries.Select(entry => entry["resource"]!["code"]!["text"]!.GetValue<string>())
        );
        Assert.Equal(
            2,
            entries
                .Select(entry => entry["resource"]!["identifier"]![0]!["value"]!.GetValue<string>())
                .Distinct()
                .Count()
        );
    }

    [Fact]
    public void Extract_ItemExtractionContext_IsTheOlderWordForTheSame()
    {
        var old =
            $$"""{ "url": "{{Extracting.Sdc}}itemExtractionContext", "valueCode": "Patient" }""";
        var form = Extracting.Open(
            Extracting.Instrument("", old, Item("family", "string", "Patient#Patient.name.family")),
            ("family", [Text("Doe")])
        );

        Extracting.AssertJson(
            """{ "resourceType": "Patient", "name": [ { "family": "Doe" } ] }""",
            Assert.Single(Extracting.Entries(form))["resource"]
        );
    }

    [Fact]
    public void Extract_NumberWithAUnit_BecomesAQuantity()
    {
        const string unit =
            """{ "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-unit", "valueCoding": { "system": "http://unitsofmeasure.org", "code": "kg", "display": "kilogram" } }""";
        var instrument = Extracting.Instrument(
            "",
            Extract("Observation")
                + ","
                + Value("Observation#Observation.status", Fixed("\"valueCode\": \"final\""))
                + ","
                + Value("Observation#Observation.code", Fixed("\"valueString\": \"Weight\"")),
            Item("weight", "decimal", "Observation#Observation.value[x]", "", unit)
        );

        var resource = Assert.Single(
            Extracting.Entries(Extracting.Open(instrument, ("weight", [new DecimalAnswer(40.5m)])))
        )["resource"]!;

        Extracting.AssertJson(
            """{ "value": 40.5, "unit": "kilogram", "system": "http://unitsofmeasure.org", "code": "kg" }""",
            resource["valueQuantity"]
        );
    }

    [Fact]
    public void Extract_TwoValuesForOneElement_KeepsTheFirstAndSaysSo()
    {
        var instrument = Extracting.Instrument(
            "",
            Extract("Patient"),
            Item("a", "date", "Patient#Patient.birthDate")
                + ","
                + Item("b", "date", "Patient#Patient.birthDate")
        );
        var form = Extracting.Open(
            instrument,
            ("a", [new DateAnswer(new PartialDate(2012))]),
            ("b", [new DateAnswer(new PartialDate(2013))])
        );

        var result = Worry.Loaded(Extractor.Load(instrument)).Extract(form, Extracting.Given());

        Assert.Equal(
            [(IssueCodes.ExtractionTooManyValues, "b")],
            result.Issues.Select(issue => (issue.Code, issue.LinkId))
        );
        Assert.Equal(
            "2012",
            Assert.Single(Extracting.Entries(result))["resource"]!["birthDate"]!.GetValue<string>()
        );
    }

    [Fact]
    public void Extract_AnswerThatTheElementCannotHold_IsLeftOutAndSaid()
    {
        var instrument = Extracting.Instrument(
            "",
            Extract("Patient")
                + ","
                + Value("Patient#Patient.active", Fixed("\"valueBoolean\": true")),
            Item("n", "integer", "Patient#Patient.telecom.rank")
        );

        var result = Worry
            .Loaded(Extractor.Load(instrument))
            .Extract(
                Extracting.Open(instrument, ("n", [new IntegerAnswer(0)])),
                Extracting.Given()
            );

        Assert.Equal(
            [(IssueCodes.ExtractionValueMismatch, "n")],
            result.Issues.Select(issue => (issue.Code, issue.LinkId))
        );
        Extracting.AssertJson(
            """{ "resourceType": "Patient", "active": true }""",
            Assert.Single(Extracting.Entries(result))["resource"]
        );
    }

    public static TheoryData<string, string, string> Broken() =>
        new()
        {
            { IssueCodes.ExtractionProfile, Extract("SomeProfile"), Item("q", "string", null) },
            {
                IssueCodes.ExtractionProfile,
                $$"""{ "url": "{{Extracting.Sdc}}itemExtractionContext", "valueExpression": { "language": "application/x-fhir-query", "expression": "Patient?x" } }""",
                Item("q", "string", null)
            },
            {
                IssueCodes.ExtractionMisplaced,
                "",
                Item("q", "string", null, "", Extract("Patient"))
            },
            {
                IssueCodes.UnknownExtension,
                Extract("Patient", Extracting.Part("colour", "1")),
                Item("q", "string", null)
            },
            {
                IssueCodes.ExtractionElement,
                Extract("Patient"),
                Item("q", "string", "Patient#Patient.nome")
            },
            {
                IssueCodes.ExtractionElement,
                Extract("Patient"),
                Item("q", "string", "Patient#Patient.identifier:nhs.value")
            },
            {
                IssueCodes.ExtractionElement,
                Extract("Patient"),
                Item("q", "boolean", "Patient#Patient.birthDate")
            },
            {
                IssueCodes.ExtractionElement,
                Extract("Patient"),
                Item(
                    "g",
                    "group",
                    "Patient#Patient.contact",
                    Within(Item("q", "string", "Patient#Patient.name.text"))
                )
            },
            {
                IssueCodes.ExtractionMisplaced,
                Value("Patient#Patient.active", Fixed("\"valueBoolean\": true")),
                Item("q", "string", null)
            },
            {
                IssueCodes.ExtractionElement,
                Extract("Patient")
                    + ","
                    + Value("Patient#Patient.active", Fixed("\"valueInteger\": 1")),
                Item("q", "string", null)
            },
            {
                IssueCodes.ExpressionUnknownVariable,
                Extract("Patient") + "," + Value("Patient#Patient.active", Expression("%nowhere")),
                Item("q", "string", null)
            },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Load_DefinitionThatCannotBeHonoured_IsRefused(
        string code,
        string extensions,
        string items
    ) =>
        Assert.Equal(
            [code],
            Worry
                .Errors(Extractor.Load(Extracting.Instrument("", extensions, items)))
                .Select(error => error.Code)
        );
}
