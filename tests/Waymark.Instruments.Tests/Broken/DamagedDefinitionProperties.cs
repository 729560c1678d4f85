using FsCheck.Xunit;
using Waymark.Instruments.Tests.Apply;
using Waymark.Instruments.Tests.Migration;
using Xunit;

namespace Waymark.Instruments.Tests.Broken;

/// <summary>Whatever is wrong with a definition, it is said and never thrown; what is loaded all the same works.</summary>
public sealed class DamagedDefinitionProperties
{
    private static readonly string Plan = Worry.PlanOf(
        Worry.Action(
            "r1",
            "%resource.repeat(item).where(linkId='a1').answer.exists()",
            """
            "priority": "stat", "documentation": [ { "type": "citation", "label": "S1" } ], "code": [ { "coding": [ { "code": "c" } ] } ],
            "extension": [ { "url": "https://waymark.example/fhir/StructureDefinition/urgency", "valueCode": "now" } ],
            """
        ),
        $$"""{ "title": "Group", "action": [ {{Worry.Action("r2", "%here = 'yes'")}} ] }"""
    );

    private static readonly string Questionnaire = File.ReadAllText(
            Path.Combine(Approved.Root, "docs/rules-and-scores.md")
        )
        .ReplaceLineEndings("\n")
        .Split("```json questionnaire\n")[1]
        .Split("```")[0];

    private static readonly string Extracted = $$"""
        { "resourceType": "Questionnaire", "url": "https://waymark.example/fhir/Questionnaire/extracted", "version": "1.0.0", "title": "T", "status": "active",
          "contained": [ { "resourceType": "Basic", "id": "b", "code": { "_text": { "extension": [ {{Extraction.Extracting.Value(
            "item.answer.value"
        )}} ] }, "coding": [ { "extension": [ {{Extraction.Extracting.Context("item.answer")}} ], "code": "c" } ] } } ],
          "extension": [ {{Extraction.Extracting.Template("b", Extraction.Extracting.Part("fullUrl", "%new"))}}, {{Extraction.Extracting.Allocate("new")}},
            { "url": "{{Extraction.Extracting.Sdc}}definitionExtract", "extension": [ { "url": "definition", "valueCanonical": "http://hl7.org/fhir/StructureDefinition/Patient" } ] },
            { "url": "{{Extraction.Extracting.Sdc}}definitionExtractValue", "extension": [ { "url": "definition", "valueUri": "http://hl7.org/fhir/StructureDefinition/Patient#Patient.active" }, { "url": "fixed-value", "valueBoolean": true } ] } ],
          "item": [ { "linkId": "q", "text": "Q", "type": "string", "code": [ { "code": "c" } ], "definition": "http://hl7.org/fhir/StructureDefinition/Patient#Patient.name.family",
            "extension": [ { "url": "{{Extraction.Extracting.Sdc}}observationExtract", "valueBoolean": true } ] } ] }
        """;

    [Property(MaxTest = 400)]
    public void RuleSet_AnyDamage_IsSaidOrHarmless(int seed, byte wounds)
    {
        var result = RuleSet.Load(JsonDamage.Of(Plan, seed, 1 + wounds % 4), Worry.Instrument);

        AssertSaid(result);
        Assert.All(
            result.Value?.Apply(Worry.Open(("a1", Worry.Code("yes")))) ?? [],
            applied => Assert.NotEmpty(applied.Rule.Id)
        );
    }

    [Property(MaxTest = 400)]
    public void MigrationMap_AnyDamage_IsSaidOrHarmless(int seed, byte wounds)
    {
        var result = MigrationMap.Load(
            JsonDamage.Of(Versions.Map().ToJsonString(), seed, 1 + wounds % 4),
            Versions.One,
            Versions.Two
        );

        AssertSaid(result);
        result.Value?.Migrate(
            Versions.Open(("words", [new StringAnswer("word")])),
            Versions.Context
        );
    }

    [Property(MaxTest = 400)]
    public void ScalesAndKeys_AnyDamage_AreSaidOrHarmless(int seed, byte wounds)
    {
        if (
            Instrument.Load(JsonDamage.Of(Questionnaire, seed, 1 + wounds % 4)).Value
            is not { } instrument
        )
        {
            return;
        }

        var form = Form.Start(instrument, new EvaluationContext(DateTimeOffset.UnixEpoch));
        var scales = ScaleSet.Load(instrument);
        AssertSaid(scales);
        scales.Value?.Score(form);
        var key = AnswerKey.Load(instrument);
        AssertSaid(key);
        key.Value?.Mark(form);
    }

    [Property(MaxTest = 1000)]
    public void Extractor_AnyDamage_IsSaidOrHarmless(int seed, byte wounds)
    {
        if (
            Instrument.Load(JsonDamage.Of(Extracted, seed, 1 + wounds % 4)).Value
            is not { } instrument
        )
        {
            return;
        }

        var extractor = Extractor.Load(instrument);
        AssertSaid(extractor);
        var form = Form.Start(instrument, new EvaluationContext(DateTimeOffset.UnixEpoch));
        form.Set("q", [new StringAnswer("word")]);
        extractor.Value?.Extract(form, Extraction.Extracting.Given());
    }

    [Fact]
    public void Definitions_Undamaged_AreLoadedWhole()
    {
        var instrument = Worry.Loaded(Instrument.Load(Extracted));
        Assert.True(Worry.Loaded(Extractor.Load(instrument)).HasAnything);
        Assert.Equal(2, Worry.Loaded(RuleSet.Load(Plan, Worry.Instrument)).Rules.Count);
    }

    private static void AssertSaid<T>(LoadResult<T> result)
        where T : class =>
        Assert.Equal(
            result.Value is null,
            result.Issues.Any(issue => issue.Severity == IssueSeverity.Error)
        );
}
