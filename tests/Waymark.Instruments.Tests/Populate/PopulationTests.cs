using Hl7.Fhir.Model;
using Waymark.Instruments.Tests.Apply;
using Xunit;

namespace Waymark.Instruments.Tests.Populate;

public sealed class PopulationTests
{
    private const string Sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

    private static string Context(
        string name,
        string expression,
        string language = "text/fhirpath"
    ) =>
        $$"""{ "url": "{{Sdc}}itemPopulationContext", "valueExpression": { "name": "{{name}}", "language": "{{language}}", "expression": "{{expression}}" } }""";

    private static string Initial(string expression) =>
        $$"""{ "url": "{{Sdc}}initialExpression", "valueExpression": { "language": "text/fhirpath", "expression": "{{expression}}" } }""";

    private const string Launch = $$"""
        { "url": "{{Sdc}}launchContext", "extension": [ { "url": "name", "valueCoding": { "code": "patient" } }, { "url": "type", "valueCode": "Patient" } ] }
        """;

    private static string Names(string context, string more = "") =>
        $$"""
            { "linkId": "names", "text": "Names", "type": "group", "repeats": true, "extension": [ {{context}} {{more}} ], "item": [
              { "linkId": "family", "text": "Family name", "type": "string", "extension": [ {{Initial(
                "%name.family"
            )}} ] },
              { "linkId": "kind", "text": "Kind", "type": "string", "initial": [ { "valueString": "given to us" } ] },
              { "linkId": "givens", "text": "Given names", "type": "group", "repeats": true, "extension": [ {{Context(
                "given",
                "%name.given"
            )}} ], "item": [
                { "linkId": "given", "text": "Given name", "type": "string", "extension": [ {{Initial(
                "%given + ' ' + %name.family"
            )}} ] } ] } ] }
            """;

    private static LoadResult<Instrument> Load(string items, string extensions = Launch) =>
        Instrument.Load(
            $$"""
            { "resourceType": "Questionnaire", "url": "https://waymark.example/fhir/Questionnaire/populate", "version": "1.0.0", "title": "Populate", "status": "active",
              "extension": [ {{extensions}} ], "item": [ {{items}} ] }
            """
        );

    private static readonly Patient Patient = new()
    {
        Name =
        [
            new HumanName { Family = "Doe", GivenElement = [new("Jo"), new("Sam")] },
            new HumanName { Family = "Roe" },
        ],
    };

    private static Form Start(
        string items,
        IReadOnlyList<Base> handedIn,
        string name = "patient",
        IReadOnlyList<GivenAnswer>? given = null
    ) =>
        Form.Start(
            Worry.Loaded(Load(items)),
            new EvaluationContext(
                DateTimeOffset.UnixEpoch,
                new Dictionary<string, IReadOnlyList<Base>> { [name] = handedIn }
            ),
            given
        );

    private static string Answer(Form form, string path) =>
        string.Join(
            '+',
            form.Answers(ItemPath.Parse(path)).Select(answer => ((StringAnswer)answer).Value)
        );

    [Fact]
    public void Start_ContextOfARepeatingGroup_BeginsWithOneInstancePerElement()
    {
        var form = Start(Names(Context("name", "%patient.name")), [Patient]);

        Assert.Equal(
            ["names[0]", "names[1]"],
            form.AllOccurrences("names").Select(path => path.ToString())
        );
        Assert.Equal("Doe", Answer(form, "names[0]/family"));
        Assert.Equal("Roe", Answer(form, "names[1]/family"));
        Assert.Empty(form.Issues);
    }

    [Fact]
    public void Start_FixedInitialValue_IsInEveryPopulatedInstance()
    {
        var form = Start(Names(Context("name", "%patient.name")), [Patient]);

        Assert.Equal("given to us", Answer(form, "names[0]/kind"));
        Assert.Equal("given to us", Answer(form, "names[1]/kind"));
    }

    [Fact]
    public void Start_ContextWithinAContext_SeesTheElementAroundIt()
    {
        var form = Start(Names(Context("name", "%patient.name")), [Patient]);

        Assert.Equal("Jo Doe", Answer(form, "names[0]/givens[0]/given"));
        Assert.Equal("Sam Doe", Answer(form, "names[0]/givens[1]/given"));
        Assert.Equal("", Answer(form, "names[1]/givens[0]/given"));
        Assert.Equal(3, form.AllOccurrences("given").Count);
    }

    [Fact]
    public void Start_NothingHandedIn_BeginsWithOneEmptyInstance()
    {
        var form = Start(Names(Context("name", "%patient.name")), []);

        Assert.Equal(["names[0]"], form.AllOccurrences("names").Select(path => path.ToString()));
        Assert.Equal("", Answer(form, "names[0]/family"));
    }

    [Fact]
    public void Start_ContextThatIsAQuery_TakesWhatTheApplicationFound()
    {
        var form = Start(
            Names(Context("name", "Patient?x={{%patient.id}}", "application/x-fhir-query")),
            [.. Patient.Name],
            "name"
        );

        Assert.Equal(
            ["Doe", "Roe"],
            form.AllOccurrences("family").Select(path => Answer(form, path.ToString()))
        );
    }

    [Fact]
    public void Start_ContextThroughAVariable_IsWorkedOutFirst()
    {
        const string variable = """
            { "url": "http://hl7.org/fhir/StructureDefinition/variable", "valueExpression": { "name": "all", "language": "text/fhirpath", "expression": "%patient.name.where(family = 'Roe')" } }
            """;
        var form = Form.Start(
            Worry.Loaded(Load(Names(Context("name", "%all")), Launch + "," + variable)),
            new EvaluationContext(
                DateTimeOffset.UnixEpoch,
                new Dictionary<string, IReadOnlyList<Base>> { ["patient"] = [Patient] }
            )
        );

        Assert.Equal(
            ["Roe"],
            form.AllOccurrences("family").Select(path => Answer(form, path.ToString()))
        );
    }

    [Fact]
    public void Start_MoreThanTheGroupTakes_LeavesTheOthersOutAndSaysSo()
    {
        const string one =
            """, { "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-maxOccurs", "valueInteger": 1 }""";
        var form = Start(Names(Context("name", "%patient.name"), one), [Patient]);

        Assert.Single(form.AllOccurrences("names"));
        Assert.Equal(
            [(IssueCodes.TooManyOccurrences, "names")],
            form.Issues.Select(issue => (issue.Code, issue.LinkId))
        );
    }

    [Fact]
    public void Start_GivenAnswersInTheGroup_AreNotAddedTo()
    {
        var form = Start(
            Names(Context("name", "%patient.name")),
            [Patient],
            given: [new GivenAnswer(ItemPath.Parse("names[0]/family"), [new StringAnswer("Poe")])]
        );

        Assert.Equal(
            ["Poe"],
            form.AllOccurrences("family").Select(path => Answer(form, path.ToString()))
        );
    }

    [Fact]
    public void Start_ContextOfASingleGroup_IsTheWholeCollection()
    {
        var items = $$"""
            { "linkId": "all", "text": "All", "type": "group", "extension": [ {{Context(
                "name",
                "%patient.name"
            )}} ], "item": [
              { "linkId": "count", "text": "How many", "type": "integer", "extension": [ {{Initial(
                "%name.count()"
            )}} ] } ] }
            """;

        Assert.Equal([new IntegerAnswer(2)], Start(items, [Patient]).Answers("count"));
    }

    [Fact]
    public void Start_ContextThatFails_IsSaidAndTheGroupIsEmpty()
    {
        var form = Start(Names(Context("name", "%patient.name.single()")), [Patient]);

        Assert.Single(form.AllOccurrences("names"));
        Assert.Equal([IssueCodes.ExpressionFailed], form.Issues.Select(issue => issue.Code));
    }

    [Fact]
    public void Start_PopulatedAnswer_CanBeChangedAndIsKeptOnReopening()
    {
        var form = Start(Names(Context("name", "%patient.name")), [Patient]);
        Assert.Empty(form.Set(ItemPath.Parse("names[1]/family"), [new StringAnswer("Poe")]).Issues);

        var reopened = Worry.Loaded(Form.Resume(form.Instrument, form.ToDraftJson(), form.Context));

        Assert.Equal(
            ["Doe", "Poe"],
            reopened.AllOccurrences("family").Select(path => Answer(reopened, path.ToString()))
        );
    }

    [Theory]
    [InlineData("%nowhere.name", IssueCodes.ExpressionUnknownVariable)]
    [InlineData("%patient.name(", IssueCodes.ExpressionSyntax)]
    public void Load_ContextThatCannotBeHonoured_IsRefused(string expression, string code) =>
        Assert.Equal(
            [code],
            Worry.Errors(Load(Names(Context("name", expression)))).Select(error => error.Code)
        );

    [Fact]
    public void Load_ContextWithoutAName_IsRefused()
    {
        var nameless =
            $$"""{ "url": "{{Sdc}}itemPopulationContext", "valueExpression": { "language": "text/fhirpath", "expression": "%patient.name" } }""";
        var items =
            $$"""{ "linkId": "g", "text": "G", "type": "group", "extension": [ {{nameless}} ], "item": [ { "linkId": "q", "text": "Q", "type": "string" } ] }""";

        Assert.Equal(
            [IssueCodes.MissingElement],
            Worry.Errors(Load(items)).Select(error => error.Code)
        );
    }
}
