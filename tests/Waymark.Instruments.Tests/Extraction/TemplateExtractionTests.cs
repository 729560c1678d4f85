using System.Text.Json.Nodes;
using Waymark.Instruments.Tests.Apply;
using Xunit;

namespace Waymark.Instruments.Tests.Extraction;

public sealed class TemplateExtractionTests
{
    private const string PatientTemplate = """
        { "resourceType": "Patient", "id": "patient", "active": true,
          "name": [ { "use": "usual",
            "_family": { "extension": [ VALUE(item.where(linkId='family').answer.value) ] },
            "_given": [ { "extension": [ VALUE(item.where(linkId='given').answer.value) ] } ] } ],
          "telecom": [ { "extension": [ CONTEXT(item.where(linkId='phone').answer) ], "system": "phone",
            "_value": { "extension": [ VALUE(value) ] } } ],
          "_birthDate": { "extension": [ VALUE(item.where(linkId='born').answer.value) ] } }
        """;

    private const string PatientItems = """
        { "linkId": "family", "text": "Family name", "type": "string" },
        { "linkId": "given", "text": "Given names", "type": "string", "repeats": true },
        { "linkId": "phone", "text": "Telephone", "type": "string", "repeats": true },
        { "linkId": "born", "text": "Born", "type": "date" }
        """;

    // So that a template in a test reads as one: VALUE(…) and CONTEXT(…) stand for the two extensions.
    private static string Expand(string template)
    {
        foreach (
            var (word, write) in (List<(string, Func<string, string>)>)
                [("VALUE(", Extracting.Value), ("CONTEXT(", Extracting.Context)]
        )
        {
            for (
                var at = template.IndexOf(word, StringComparison.Ordinal);
                at >= 0;
                at = template.IndexOf(word, StringComparison.Ordinal)
            )
            {
                var end = template.IndexOf(") ]", at, StringComparison.Ordinal);
                template =
                    template[..at]
                    + write(template[(at + word.Length)..end])
                    + template[(end + 1)..];
            }
        }

        return template;
    }

    private static Instrument Patient(params string[] more) =>
        Extracting.Instrument(
            Expand(PatientTemplate),
            Extracting.Template("patient", more),
            PatientItems
        );

    private static StringAnswer Text(string text) => new(text);

    [Fact]
    public void Extract_TemplateOfTheRoot_IsFilledInFromTheAnswers()
    {
        var form = Extracting.Open(
            Patient(),
            ("family", [Text("Doe")]),
            ("given", [Text("Jo"), Text("Sam")]),
            ("phone", [Text("1"), Text("2")]),
            ("born", [new DateAnswer(new PartialDate(2012, 5))])
        );

        var entry = Assert.Single(Extracting.Entries(form));

        Extracting.AssertJson(
            """
            { "resourceType": "Patient", "active": true, "name": [ { "use": "usual", "family": "Doe", "given": [ "Jo", "Sam" ] } ],
              "telecom": [ { "system": "phone", "value": "1" }, { "system": "phone", "value": "2" } ], "birthDate": "2012-05" }
            """,
            entry["resource"]
        );
        Extracting.AssertJson("""{ "method": "POST", "url": "Patient" }""", entry["request"]);
        Assert.Equal(
            "urn:uuid:00000001-0000-0000-0000-000000000000",
            entry["fullUrl"]!.GetValue<string>()
        );
    }

    [Fact]
    public void Extract_TemplateOfTheRootWithoutAnswers_IsMadeWithWhatItStates() =>
        Extracting.AssertJson(
            """{ "resourceType": "Patient", "active": true, "name": [ { "use": "usual" } ] }""",
            Assert.Single(Extracting.Entries(Extracting.Open(Patient())))["resource"]
        );

    [Fact]
    public void Extract_WithResourceId_UpdatesAndWithFullUrlIsKnownByIt()
    {
        var form = Extracting.Open(
            Patient(
                Extracting.Part("resourceId", "'p' + %resource.subject.reference.substring(8)"),
                Extracting.Part("fullUrl", "'https://example.org/Patient/p7'"),
                Extracting.Part("ifMatch", "'W/\\\"3\\\"'"),
                Extracting.Part("ifNoneExist", "{}")
            ),
            ("family", [Text("Doe")])
        );

        var entry = Assert.Single(Extracting.Entries(form));

        Assert.Equal("p7", entry["resource"]!["id"]!.GetValue<string>());
        Assert.Equal("https://example.org/Patient/p7", entry["fullUrl"]!.GetValue<string>());
        Extracting.AssertJson(
            """{ "method": "PUT", "url": "Patient/p7", "ifMatch": "W/\"3\"" }""",
            entry["request"]
        );
    }

    [Fact]
    public void Extract_WhatTheResponseKnowsOfItself_IsAtHand()
    {
        var template = Expand(
            """
            { "resourceType": "Observation", "id": "o", "status": "final", "code": { "text": "Worry" },
              "subject": { "_reference": { "extension": [ VALUE(%resource.subject.reference) ] }, "_display": { "extension": [ VALUE(%resource.subject.display) ] } },
              "_effectiveDateTime": { "extension": [ VALUE(%resource.authored) ] },
              "performer": [ { "_reference": { "extension": [ VALUE(%resource.author.reference) ] } } ],
              "_valueString": { "extension": [ VALUE(%resource.questionnaire) ] } }
            """
        );
        var form = Extracting.Open(
            Extracting.Instrument(template, Extracting.Template("o"), PatientItems)
        );

        Extracting.AssertJson(
            """
            { "resourceType": "Observation", "status": "final", "code": { "text": "Worry" }, "subject": { "reference": "Patient/7", "display": "A. Child" },
              "effectiveDateTime": "2026-11-24T09:30:00Z", "performer": [ { "reference": "Practitioner/3" } ],
              "valueString": "https://waymark.example/fhir/Questionnaire/extract|1.0.0" }
            """,
            Assert.Single(Extracting.Entries(form))["resource"]
        );
    }

    private static readonly string MedicationTemplates = Expand(
        """
        { "resourceType": "Basic", "id": "contact", "code": { "text": "Contact" },
          "identifier": [ { "_value": { "extension": [ VALUE(%contactId) ] } } ],
          "extension": [ { "url": "https://waymark.example/fhir/StructureDefinition/name",
            "_valueString": { "extension": [ VALUE(item.where(linkId='contact.name').answer.value) ] } } ] },
        { "resourceType": "Basic", "id": "whole", "code": { "coding": [ { "extension": [ VALUE(item.where(linkId='kind').answer.value) ] } ] },
          "identifier": [ { "_value": { "extension": [ VALUE(%wholeId) ] } } ] }
        """
    );

    private static Instrument Contacts() =>
        Extracting.Instrument(
            MedicationTemplates,
            Extracting.Template("whole", Extracting.Part("fullUrl", "%wholeId"))
                + ","
                + Extracting.Allocate("wholeId"),
            $$"""
            { "linkId": "kind", "text": "Kind", "type": "choice", "answerOption": [ { "valueCoding": { "system": "urn:kind", "code": "a", "display": "A" } } ] },
            { "linkId": "contacts", "text": "Contacts", "type": "group", "repeats": true,
              "extension": [ {{Extracting.Allocate("contactId")}}, {{Extracting.Template(
                "contact",
                Extracting.Part("fullUrl", "%contactId")
            )}} ],
              "enableWhen": [ { "question": "kind", "operator": "=", "answerCoding": { "system": "urn:kind", "code": "a" } } ],
              "item": [ { "linkId": "contact.name", "text": "Name", "type": "string" } ] }
            """
        );

    [Fact]
    public void Extract_TemplateOfARepeatingGroup_IsMadeOncePerAnsweredInstanceWithItsOwnId()
    {
        var form = Extracting.Open(
            Contacts(),
            ("kind", [new CodingAnswer("urn:kind", "a", "A")]),
            ("contacts[0]/contact.name", [Text("one")])
        );
        form.AddInstance("contacts");
        Assert.Empty(form.Set(ItemPath.Parse("contacts[1]/contact.name"), [Text("two")]).Issues);
        form.AddInstance("contacts");

        var entries = Extracting.Entries(form);

        Assert.Equal(3, entries.Count);
        Assert.Equal(
            ["urn:kind"],
            entries[0]["resource"]!["code"]!["coding"]!
                .AsArray()
                .Select(coding => coding!["system"]!.GetValue<string>())
        );
        Assert.Equal(
            ["one", "two"],
            entries
                .Skip(1)
                .Select(entry =>
                    entry["resource"]!["extension"]![0]!["valueString"]!.GetValue<string>()
                )
        );
        Assert.All(
            entries,
            entry =>
                Assert.Equal(
                    entry["fullUrl"]!.GetValue<string>(),
                    entry["resource"]!["identifier"]![0]!["value"]!.GetValue<string>()
                )
        );
        Assert.Equal(
            3,
            entries.Select(entry => entry["fullUrl"]!.GetValue<string>()).Distinct().Count()
        );
    }

    [Fact]
    public void Extract_DisabledGroup_GivesNothing()
    {
        var form = Extracting.Open(
            Contacts(),
            ("kind", [new CodingAnswer("urn:kind", "a", "A")]),
            ("contacts[0]/contact.name", [Text("one")])
        );
        Assert.Empty(form.Set("kind", []).Issues);

        var result = Worry
            .Loaded(Extractor.Load(form.Instrument))
            .Extract(form, Extracting.Given());

        // The whole is not valid without its coding, which is the only other entry.
        Assert.DoesNotContain("one", result.BundleJson, StringComparison.Ordinal);
    }

    [Fact]
    public void Extract_WhatIsStatedBesideAValue_StaysWhereTheValueHasNothingOfItsOwn()
    {
        var template = Expand(
            """
            { "resourceType": "Basic", "id": "b", "code": { "coding": [ { "extension": [ VALUE(item.where(linkId='kind').answer.value) ],
              "userSelected": true, "display": "not this one" } ] } }
            """
        );
        const string kind = """
            { "linkId": "kind", "text": "Kind", "type": "choice", "answerOption": [ { "valueCoding": { "code": "a", "display": "A" } } ] }
            """;
        var form = Extracting.Open(
            Extracting.Instrument(template, Extracting.Template("b"), kind),
            ("kind", [new CodingAnswer(null, "a", "A")])
        );

        Extracting.AssertJson(
            """{ "resourceType": "Basic", "code": { "coding": [ { "code": "a", "display": "A", "userSelected": true } ] } }""",
            Assert.Single(Extracting.Entries(form))["resource"]
        );
    }

    [Fact]
    public void Extract_BundleTemplate_GivesTheBundleToWhichEntriesAreAdded()
    {
        var contained = Expand(
            """
            { "resourceType": "Bundle", "id": "all", "type": "collection", "entry": [
              { "extension": [ CONTEXT(item.where(linkId='family').answer) ], "fullUrl": "urn:uuid:00000000-0000-0000-0000-0000000000aa",
                "resource": { "resourceType": "Basic", "code": { "_text": { "extension": [ VALUE(value) ] } } } } ] }
            """
        );
        var extension =
            $$"""{ "url": "{{Extracting.Sdc}}templateExtractBundle", "valueReference": { "reference": "#all" } }""";
        var form = Extracting.Open(
            Extracting.Instrument(contained, extension, PatientItems),
            ("family", [Text("Doe")])
        );

        var bundle = JsonNode.Parse(
            Worry
                .Loaded(Extractor.Load(form.Instrument))
                .Extract(form, Extracting.Given())
                .BundleJson
        )!;

        Extracting.AssertJson(
            """
            { "resourceType": "Bundle", "type": "collection", "entry": [ { "fullUrl": "urn:uuid:00000000-0000-0000-0000-0000000000aa",
              "resource": { "resourceType": "Basic", "code": { "text": "Doe" } } } ] }
            """,
            bundle
        );
    }

    [Fact]
    public void Extract_SeveralValuesForOneElement_AreLeftOutAndSaid()
    {
        var template = Expand(
            """{ "resourceType": "Patient", "id": "patient", "active": true, "_birthDate": { "extension": [ VALUE(item.answer.value) ] } }"""
        );
        var form = Extracting.Open(
            Extracting.Instrument(template, Extracting.Template("patient"), PatientItems),
            ("given", [Text("Jo"), Text("Sam")])
        );

        var result = Worry
            .Loaded(Extractor.Load(form.Instrument))
            .Extract(form, Extracting.Given());

        Assert.Equal(
            [(IssueCodes.ExtractionTooManyValues, "contained[0].birthDate")],
            result.Issues.Select(issue => (issue.Code, issue.Path))
        );
        Extracting.AssertJson(
            """{ "resourceType": "Patient", "active": true }""",
            Assert.Single(Extracting.Entries(result))["resource"]
        );
    }

    [Theory]
    [InlineData("item.where(linkId='family')")]
    [InlineData("item.where(linkId='kind').answer.value")]
    public void Extract_ValueThatTheElementCannotHold_IsLeftOutAndSaid(string expression)
    {
        var template = Expand(
            $$"""{ "resourceType": "Patient", "id": "p", "active": true, "_birthDate": { "extension": [ VALUE({{expression}}) ] } }"""
        );
        const string kind = """
            , { "linkId": "kind", "text": "Kind", "type": "choice", "answerOption": [ { "valueCoding": { "code": "a", "display": "A" } } ] }
            """;
        var form = Extracting.Open(
            Extracting.Instrument(template, Extracting.Template("p"), PatientItems + kind),
            ("family", [Text("Doe")]),
            ("kind", [new CodingAnswer(null, "a", "A")])
        );

        var result = Worry
            .Loaded(Extractor.Load(form.Instrument))
            .Extract(form, Extracting.Given());

        Assert.Equal(
            [IssueCodes.ExtractionValueMismatch],
            result.Issues.Select(issue => issue.Code)
        );
        Extracting.AssertJson(
            """{ "resourceType": "Patient", "active": true }""",
            Assert.Single(Extracting.Entries(result))["resource"]
        );
    }

    [Fact]
    public void Extract_ResourceThatWouldNotBeValid_IsLeftOutWithAnError()
    {
        var template = Expand(
            """{ "resourceType": "Patient", "id": "p", "_birthDate": { "extension": [ VALUE(item.where(linkId='family').answer.value) ] } }"""
        );
        var form = Extracting.Open(
            Extracting.Instrument(template, Extracting.Template("p"), PatientItems),
            ("family", [Text("Doe")])
        );

        var result = Worry
            .Loaded(Extractor.Load(form.Instrument))
            .Extract(form, Extracting.Given());

        var issue = Assert.Single(result.Issues);
        Assert.Equal(
            (IssueCodes.ExtractedResourceInvalid, IssueSeverity.Error),
            (issue.Code, issue.Severity)
        );
        Assert.Empty(Extracting.Entries(result));
    }

    [Fact]
    public void Extract_ExpressionThatFails_IsSaidAndTheRestIsMade()
    {
        var template = Expand(
            """{ "resourceType": "Patient", "id": "p", "active": true, "_birthDate": { "extension": [ VALUE(item.where(linkId='given').answer.value.single()) ] } }"""
        );
        var form = Extracting.Open(
            Extracting.Instrument(template, Extracting.Template("p"), PatientItems),
            ("given", [Text("Jo"), Text("Sam")])
        );

        var result = Worry
            .Loaded(Extractor.Load(form.Instrument))
            .Extract(form, Extracting.Given());

        Assert.Equal([IssueCodes.ExpressionFailed], result.Issues.Select(issue => issue.Code));
        Assert.Single(Extracting.Entries(result));
    }

    [Fact]
    public void Extract_Twice_GivesTheSameAndLeavesTheFormAlone()
    {
        var form = Extracting.Open(Patient(), ("family", [Text("Doe")]));
        var before = form.ToDraftJson();
        var extractor = Worry.Loaded(Extractor.Load(form.Instrument));

        Assert.Equal(
            extractor.Extract(form, Extracting.Given()).BundleJson,
            extractor.Extract(form, Extracting.Given()).BundleJson
        );
        Assert.Equal(before, form.ToDraftJson());
    }

    [Fact]
    public void Extract_InstrumentThatSaysNothing_GivesAnEmptyBundle()
    {
        var extractor = Worry.Loaded(Extractor.Load(Worry.Instrument));

        Assert.False(extractor.HasAnything);
        Extracting.AssertJson(
            """{ "resourceType": "Bundle", "type": "transaction" }""",
            JsonNode.Parse(extractor.Extract(Worry.Open(), Extracting.Given()).BundleJson)
        );
    }
}
