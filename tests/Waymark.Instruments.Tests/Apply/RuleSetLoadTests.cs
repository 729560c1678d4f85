using Xunit;

namespace Waymark.Instruments.Tests.Apply;

public sealed class RuleSetLoadTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1, 2")]
    public void Load_NotJson_IsSaid(string text) =>
        Assert.Equal(
            [IssueCodes.NotJson],
            Worry.Errors(RuleSet.Load(text, Worry.Instrument)).Select(error => error.Code)
        );

    [Theory]
    [InlineData("""{ "resourceType": "Questionnaire" }""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Load_AnotherResource_IsSaid(string text) =>
        Assert.Equal(
            [IssueCodes.WrongResource],
            Worry.Errors(RuleSet.Load(text, Worry.Instrument)).Select(error => error.Code)
        );

    [Fact]
    public void Load_EverythingARuleCanCarry_IsRead()
    {
        var plan = """
            { "resourceType": "PlanDefinition", "url": "https://waymark.example/fhir/PlanDefinition/worry", "version": "1.0.0", "title": "Worry", "status": "active",
              "date": "2026-11-24", "publisher": "Waymark", "action": [
              { "id": "call", "prefix": "1.", "title": "Call the police", "description": "A child is in danger.", "priority": "stat",
                "groupingBehavior": "logical-group", "selectionBehavior": "any",
                "code": [ { "coding": [ { "system": "urn:kind", "code": "action", "display": "Action" } ] } ],
                "documentation": [ { "type": "citation", "label": "S1", "display": "A source", "citation": "Author (2020)", "url": "https://example.org/s1" } ],
                "extension": [
                  { "url": "https://waymark.example/fhir/StructureDefinition/do-not", "valueString": "Do not alert the person." },
                  { "url": "https://waymark.example/fhir/StructureDefinition/do-not", "valueMarkdown": "Do not promise secrecy." },
                  { "url": "https://waymark.example/fhir/StructureDefinition/urgency", "valueCode": "now" },
                  { "url": "https://waymark.example/fhir/StructureDefinition/checked", "valueBoolean": true },
                  { "url": "https://waymark.example/fhir/StructureDefinition/order", "valueInteger": 3 } ],
                "condition": [ { "kind": "applicability", "expression": { "language": "text/fhirpath", "expression": "%resource.item.where(linkId='a1').answer.exists()" } } ] } ] }
            """;

        var rules = Worry.Loaded(RuleSet.Load(plan, Worry.Instrument));

        Assert.Equal("https://waymark.example/fhir/PlanDefinition/worry", rules.Url);
        Assert.Equal("1.0.0", rules.Version);
        Assert.Equal("Worry", rules.Title);
        var rule = Assert.Single(rules.Rules);
        Assert.Equal(
            ("call", "Call the police", "A child is in danger.", "1."),
            (rule.Id, rule.Title, rule.Description, rule.Prefix)
        );
        Assert.Equal(RulePriority.Stat, rule.Priority);
        Assert.Equal("%resource.item.where(linkId='a1').answer.exists()", rule.Condition);
        Assert.Equal([new CodingAnswer("urn:kind", "action", null)], rule.Codes);
        Assert.Equal(
            [
                new Citation(
                    "citation",
                    "S1",
                    "A source",
                    "Author (2020)",
                    "https://example.org/s1",
                    null
                ),
            ],
            rule.Documentation
        );
        Assert.Equal(
            ["Do not alert the person.", "Do not promise secrecy."],
            rule.ExtensionStrings("https://waymark.example/fhir/StructureDefinition/do-not")
        );
        Assert.Equal(
            "now",
            rule.ExtensionString("https://waymark.example/fhir/StructureDefinition/urgency")
        );
        Assert.Equal(
            "true",
            rule.ExtensionString("https://waymark.example/fhir/StructureDefinition/checked")
        );
        Assert.Equal(
            "3",
            rule.ExtensionString("https://waymark.example/fhir/StructureDefinition/order")
        );
        Assert.Null(rule.ExtensionString("https://waymark.example/fhir/StructureDefinition/other"));
        Assert.Equal(["a1"], rule.Reads.Select(item => item.LinkId));
    }

    [Theory]
    [InlineData(
        "%resource.repeat(item).where(linkId='b9').answer.exists()",
        IssueCodes.ExpressionUnknownLinkId
    )]
    [InlineData("%resource.repeat(item).where(linkId='a1'", IssueCodes.ExpressionSyntax)]
    [InlineData("%resource.frobnicate()", IssueCodes.ExpressionUnknownFunction)]
    [InlineData("%nowhere = 1", IssueCodes.ExpressionUnknownVariable)]
    public void Load_ConditionThatCannotBeHonoured_IsRefusedWithItsPlace(
        string condition,
        string code
    ) =>
        Assert.Equal(
            [(code, "action[1].condition[0].expression")],
            Worry.Errors(RuleSet.Load(Worry.Plan("true", condition), Worry.Instrument))
        );

    [Theory]
    [InlineData("\"trigger\": [],", "trigger")]
    [InlineData("\"input\": [],", "input")]
    [InlineData("\"output\": [],", "output")]
    [InlineData("\"relatedAction\": [],", "relatedAction")]
    [InlineData("\"timingDateTime\": \"2026-01-01\",", "timingDateTime")]
    [InlineData("\"participant\": [],", "participant")]
    [InlineData("\"type\": {},", "type")]
    [InlineData("\"requiredBehavior\": \"must\",", "requiredBehavior")]
    [InlineData("\"precheckBehavior\": \"yes\",", "precheckBehavior")]
    [InlineData("\"cardinalityBehavior\": \"single\",", "cardinalityBehavior")]
    [InlineData("\"definitionCanonical\": \"x\",", "definitionCanonical")]
    [InlineData("\"transform\": \"x\",", "transform")]
    [InlineData("\"dynamicValue\": [],", "dynamicValue")]
    [InlineData("\"goalId\": [],", "goalId")]
    [InlineData("\"subjectReference\": {},", "subjectReference")]
    [InlineData("\"modifierExtension\": [],", "modifierExtension")]
    [InlineData("\"selectionBehavior\": \"exactly-one\",", "selectionBehavior")]
    public void Load_ActionFeatureThatWouldBeLost_IsRefusedNotSkipped(
        string element,
        string name
    ) =>
        Assert.Equal(
            [(IssueCodes.NotSupported, "action[0]." + name)],
            Worry.Errors(
                RuleSet.Load(Worry.PlanOf(Worry.Action("r1", "true", element)), Worry.Instrument)
            )
        );

    [Theory]
    [InlineData("library", "[\"x\"]")]
    [InlineData("goal", "[]")]
    [InlineData("contained", "[]")]
    [InlineData("implicitRules", "\"x\"")]
    [InlineData("modifierExtension", "[]")]
    public void Load_PlanFeatureThatWouldBeLost_IsRefusedNotSkipped(string name, string value)
    {
        var plan =
            $$"""{ "resourceType": "PlanDefinition", "status": "active", "{{name}}": {{value}}, "action": [{{Worry.Action("r1", "true")}}] }""";

        Assert.Equal(
            [(IssueCodes.NotSupported, name)],
            Worry.Errors(RuleSet.Load(plan, Worry.Instrument))
        );
    }

    [Fact]
    public void Load_ElementThatFhirDoesNotHave_IsRefused() =>
        Assert.Equal(
            [(IssueCodes.UnknownElement, "action[0].titel")],
            Worry.Errors(
                RuleSet.Load(
                    Worry.PlanOf(Worry.Action("r1", "true", "\"titel\": \"x\",")),
                    Worry.Instrument
                )
            )
        );

    [Theory]
    [InlineData("\"title\": 7", "action[0].title")]
    [InlineData("\"title\": \"\"", "action[0].title")]
    [InlineData("\"title\": \"T\", \"priority\": \"soon\"", "action[0].priority")]
    [InlineData("\"title\": \"T\", \"documentation\": {}", "action[0].documentation")]
    [InlineData("\"title\": \"T\", \"documentation\": [7]", "action[0].documentation[0]")]
    public void Load_ElementOfTheWrongShape_IsRefusedWithItsPlace(string elements, string path)
    {
        var plan = Worry.PlanOf(
            $$"""{ "id": "r1", {{elements}}, "condition": [ { "kind": "applicability", "expression": { "language": "text/fhirpath", "expression": "true" } } ] }"""
        );

        Assert.Equal(
            [(IssueCodes.InvalidElement, path)],
            Worry.Errors(RuleSet.Load(plan, Worry.Instrument))
        );
    }

    [Fact]
    public void Load_TwoRulesOfOneId_IsRefusedEvenAcrossGroups() =>
        Assert.Equal(
            [(IssueCodes.DuplicateRuleId, "action[1].action[0].id")],
            Worry.Errors(
                RuleSet.Load(
                    Worry.PlanOf(
                        Worry.Action("r1", "true"),
                        $$"""{ "action": [{{Worry.Action("r1", "true")}}] }"""
                    ),
                    Worry.Instrument
                )
            )
        );

    [Fact]
    public void Load_RuleWithoutCondition_IsRefused() =>
        Assert.Equal(
            [(IssueCodes.RuleWithoutCondition, "action[0]")],
            Worry.Errors(
                RuleSet.Load(Worry.PlanOf("""{ "id": "r1", "title": "T" }"""), Worry.Instrument)
            )
        );

    [Theory]
    [InlineData(
        """{ "title": "T", "condition": [ { "kind": "applicability", "expression": { "language": "text/fhirpath", "expression": "true" } } ] }""",
        "action[0].id"
    )]
    [InlineData(
        """{ "id": "r", "condition": [ { "kind": "applicability", "expression": { "language": "text/fhirpath", "expression": "true" } } ] }""",
        "action[0].title"
    )]
    public void Load_RuleWithoutIdOrTitle_IsRefused(string action, string path) =>
        Assert.Equal(
            [(IssueCodes.MissingElement, path)],
            Worry.Errors(RuleSet.Load(Worry.PlanOf(action), Worry.Instrument))
        );

    [Theory]
    [InlineData(
        """{ "kind": "start", "expression": { "language": "text/fhirpath", "expression": "true" } }""",
        IssueCodes.NotSupported,
        "kind"
    )]
    [InlineData(
        """{ "expression": { "language": "text/fhirpath", "expression": "true" } }""",
        IssueCodes.NotSupported,
        "kind"
    )]
    [InlineData("""{ "kind": "applicability" }""", IssueCodes.MissingElement, "expression")]
    [InlineData(
        """{ "kind": "applicability", "expression": { "language": "text/cql", "expression": "true" } }""",
        IssueCodes.ExpressionLanguage,
        "expression.language"
    )]
    [InlineData(
        """{ "kind": "applicability", "expression": { "language": "text/fhirpath" } }""",
        IssueCodes.MissingElement,
        "expression.expression"
    )]
    public void Load_ConditionThatIsNotFhirPathApplicability_IsRefused(
        string condition,
        string code,
        string path
    )
    {
        var plan = Worry.PlanOf(
            $$"""{ "id": "r1", "title": "T", "condition": [ {{condition}} ] }"""
        );

        Assert.Contains(
            (code, "action[0].condition[0]." + path),
            Worry.Errors(RuleSet.Load(plan, Worry.Instrument))
        );
    }

    [Theory]
    [InlineData("documentation")]
    [InlineData("extension")]
    [InlineData("code")]
    public void Load_GroupWithWhatOnlyARuleCanCarry_IsRefused(string name) =>
        Assert.Equal(
            [(IssueCodes.RulePropertyOnGroup, "action[0]." + name)],
            Worry.Errors(
                RuleSet.Load(
                    Worry.PlanOf(
                        $$"""{ "{{name}}": [], "action": [{{Worry.Action("r1", "true")}}] }"""
                    ),
                    Worry.Instrument
                )
            )
        );

    [Theory]
    [InlineData(
        """{ "url": "http://hl7.org/fhir/StructureDefinition/cqf-expression", "valueString": "x" }"""
    )]
    [InlineData(
        """{ "url": "https://waymark.example/fhir/StructureDefinition/x", "extension": [] }"""
    )]
    public void Load_ExtensionThatCannotBeCarried_IsRefused(string extension) =>
        Assert.Equal(
            [(IssueCodes.NotSupported, "action[0].extension[0]")],
            Worry.Errors(
                RuleSet.Load(
                    Worry.PlanOf(Worry.Action("r1", "true", $"\"extension\": [ {extension} ],")),
                    Worry.Instrument
                )
            )
        );

    [Fact]
    public void Load_NoRules_IsRefused() =>
        Assert.Equal(
            [(IssueCodes.MissingElement, "action")],
            Worry.Errors(RuleSet.Load(Worry.PlanOf(), Worry.Instrument))
        );

    [Theory]
    [InlineData("", IssueCodes.MissingElement)]
    [InlineData("\"status\": \"published\",", IssueCodes.InvalidElement)]
    public void Load_NoPublicationStatus_IsRefused(string status, string code)
    {
        var plan =
            $$"""{ "resourceType": "PlanDefinition", {{status}} "action": [{{Worry.Action("r1", "true")}}] }""";

        Assert.Equal([(code, "status")], Worry.Errors(RuleSet.Load(plan, Worry.Instrument)));
    }

    [Theory]
    [InlineData("1 = 1", IssueCodes.RuleReadsNothing)]
    [InlineData("%resource.descendants().count() > 5", IssueCodes.RuleNotAnalysable)]
    public void Load_ConditionWhoseBasisCannotBeShown_IsWarnedOf(string condition, string code)
    {
        var result = RuleSet.Load(Worry.Plan(condition), Worry.Instrument);

        Assert.NotNull(result.Value);
        Assert.Equal(code, Assert.Single(result.Issues).Code);
        Assert.Equal(IssueSeverity.Warning, result.Issues[0].Severity);
    }

    [Fact]
    public void Load_SeveralMistakes_ReportsThemAll()
    {
        var plan = Worry.PlanOf(
            """{ "id": "r1" }""",
            Worry.Action("r2", "%resource.repeat(item).where(linkId='zz').exists()")
        );

        Assert.Equal(
            [
                IssueCodes.RuleWithoutCondition,
                IssueCodes.MissingElement,
                IssueCodes.ExpressionUnknownLinkId,
            ],
            Worry.Errors(RuleSet.Load(plan, Worry.Instrument)).Select(error => error.Code)
        );
    }
}
