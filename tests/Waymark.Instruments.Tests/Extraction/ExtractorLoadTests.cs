using Waymark.Instruments.Tests.Apply;
using Xunit;

namespace Waymark.Instruments.Tests.Extraction;

public sealed class ExtractorLoadTests
{
    private const string Items = """{ "linkId": "q", "text": "T", "type": "string" }""";
    private const string Patient = """{ "resourceType": "Patient", "id": "p", "active": true }""";

    private static string PatientWith(string extension) =>
        $$"""{ "resourceType": "Patient", "id": "p", "_birthDate": { "extension": [ {{extension}} ] } }""";

    public static TheoryData<string, string, string, string> Broken() =>
        new()
        {
            { IssueCodes.TemplateNotFound, Patient, Extracting.Template("other"), Items },
            {
                IssueCodes.TemplateNotFound,
                Patient,
                $$"""{ "url": "{{Extracting.Sdc}}templateExtract", "extension": [] }""",
                Items
            },
            {
                IssueCodes.TemplateNotFound,
                Patient,
                $$"""{ "url": "{{Extracting.Sdc}}templateExtractBundle", "valueReference": { "reference": "#p" } }""",
                Items
            },
            {
                IssueCodes.TemplateNotFound,
                """{ "id": "p", "active": true }""",
                Extracting.Template("p"),
                Items
            },
            {
                IssueCodes.TemplateNotFound,
                """{ "resourceType": 7, "id": "p", "active": true }""",
                Extracting.Template("p"),
                Items
            },
            {
                IssueCodes.UnknownExtension,
                Patient,
                Extracting.Template("p", Extracting.Part("colour", "'red'")),
                Items
            },
            {
                IssueCodes.ExpressionSyntax,
                PatientWith(Extracting.Value("item.where(")),
                Extracting.Template("p"),
                Items
            },
            {
                IssueCodes.ExpressionUnknownVariable,
                PatientWith(Extracting.Value("%nowhere")),
                Extracting.Template("p"),
                Items
            },
            {
                IssueCodes.ExpressionUnknownFunction,
                PatientWith(Extracting.Context("frobnicate()")),
                Extracting.Template("p"),
                Items
            },
            {
                IssueCodes.ExpressionSyntax,
                Patient,
                Extracting.Template("p", Extracting.Part("fullUrl", "((")),
                Items
            },
            {
                IssueCodes.ExpressionLanguage,
                PatientWith(
                    $$"""{ "url": "{{Extracting.Sdc}}templateExtractValue", "valueExpression": { "language": "text/cql", "expression": "1" } }"""
                ),
                Extracting.Template("p"),
                Items
            },
            {
                IssueCodes.MissingElement,
                PatientWith($$"""{ "url": "{{Extracting.Sdc}}templateExtractValue" }"""),
                Extracting.Template("p"),
                Items
            },
            {
                IssueCodes.InvalidElement,
                PatientWith(Extracting.Value("1") + "," + Extracting.Value("2")),
                Extracting.Template("p"),
                Items
            },
            {
                IssueCodes.DuplicateAllocatedId,
                Patient,
                Extracting.Allocate("a") + "," + Extracting.Allocate("a"),
                Items
            },
            {
                IssueCodes.DuplicateAllocatedId,
                Patient,
                Extracting.Allocate("a"),
                $$"""{ "linkId": "g", "text": "T", "type": "group", "extension": [ {{Extracting.Allocate("a")}} ], "item": [ {{Items}} ] }"""
            },
            {
                IssueCodes.ExtractionMisplaced,
                Patient,
                "",
                $$"""{ "linkId": "q", "text": "T", "type": "string", "repeats": true, "extension": [ {{Extracting.Template("p")}} ] }"""
            },
            {
                IssueCodes.ExtractionMisplaced,
                Patient,
                "",
                $$"""{ "linkId": "q", "text": "T", "type": "string", "extension": [ { "url": "{{Extracting.Sdc}}observationExtract", "valueBoolean": true } ] }"""
            },
            {
                IssueCodes.NotSupported,
                Patient,
                "",
                $$"""{ "linkId": "q", "text": "T", "type": "string", "code": [ { "code": "c" } ], "extension": [ { "url": "{{Extracting.Sdc}}observationExtract", "valueCode": "component" } ] }"""
            },
        };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Load_ExtractionThatCannotBeHonoured_IsRefused(
        string code,
        string contained,
        string extensions,
        string items
    ) =>
        Assert.Equal(
            [code],
            Worry
                .Errors(Extractor.Load(Extracting.Instrument(contained, extensions, items)))
                .Select(error => error.Code)
        );

    [Fact]
    public void Load_AllocatedId_IsKnownOnlyWithinItsItem()
    {
        var items = $$"""
            { "linkId": "g", "text": "T", "type": "group", "extension": [ {{Extracting.Allocate(
                "mine"
            )}} ], "item": [ {{Items}} ] }
            """;

        Assert.Equal(
            [IssueCodes.ExpressionUnknownVariable],
            Worry
                .Errors(
                    Extractor.Load(
                        Extracting.Instrument(
                            PatientWith(Extracting.Value("%mine")),
                            Extracting.Template("p"),
                            items
                        )
                    )
                )
                .Select(error => error.Code)
        );
    }
}
