using FsCheck.Xunit;
using Waymark.Instruments.Tests.Apply;
using Xunit;

namespace Waymark.Instruments.Tests.Extraction;

/// <summary>What holds of extraction whatever was answered.</summary>
public sealed class ExtractionProperties
{
    private static readonly Instrument Instrument = Extracting.Instrument(
        $$"""
        { "resourceType": "Basic", "id": "all", "code": { "text": "All" }, "extension": [ { "extension": [ {{Extracting.Context(
            "repeat(item).answer"
        )}} ], "url": "https://waymark.example/fhir/StructureDefinition/answer", "_valueString": { "extension": [ {{Extracting.Value(
            "value.toString()"
        )}} ] } } ] }
        """,
        Extracting.Template("all"),
        """
        { "linkId": "show", "text": "Show?", "type": "boolean" },
        { "linkId": "secret", "text": "Secret", "type": "string", "enableWhen": [ { "question": "show", "operator": "=", "answerBoolean": true } ] },
        { "linkId": "open", "text": "Open", "type": "string", "repeats": true },
        { "linkId": "groups", "text": "Groups", "type": "group", "repeats": true,
          "enableWhen": [ { "question": "show", "operator": "=", "answerBoolean": true } ],
          "item": [ { "linkId": "inner", "text": "Inner", "type": "string" } ] }
        """
    );

    private static readonly Extractor Extractor = Worry.Loaded(
        Instruments.Extractor.Load(Instrument)
    );

    [Property]
    public void Extract_AnswersOfDisabledItems_NeverLeak(
        byte secret,
        byte[] open,
        byte inner,
        bool show
    )
    {
        var form = Extracting.Open(
            Instrument,
            ("show", [new BooleanAnswer(true)]),
            ("secret", [new StringAnswer($"secret-{secret}")]),
            ("open", [.. open.Distinct().Select(one => new StringAnswer($"open-{one}"))]),
            ("groups[0]/inner", [new StringAnswer($"inner-{inner}")])
        );
        Assert.Empty(form.Set("show", [new BooleanAnswer(show)]).Issues);

        var result = Extractor.Extract(form, Extracting.Given());

        Assert.Empty(result.Issues);
        Assert.Equal(show, result.BundleJson.Contains("secret-", StringComparison.Ordinal));
        Assert.Equal(show, result.BundleJson.Contains("inner-", StringComparison.Ordinal));
        Assert.All(
            open,
            one => Assert.Contains($"open-{one}\"", result.BundleJson, StringComparison.Ordinal)
        );
    }
}
