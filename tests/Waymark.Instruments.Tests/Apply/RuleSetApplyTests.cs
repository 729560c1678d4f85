using Xunit;

namespace Waymark.Instruments.Tests.Apply;

public sealed class RuleSetApplyTests
{
    private const string InDanger =
        "%resource.repeat(item).where(linkId='a1').answer.value.code in ('yes' | 'suspected')";

    [Theory]
    [InlineData("yes", RuleOutcome.Applies)]
    [InlineData("suspected", RuleOutcome.Applies)]
    [InlineData("no", RuleOutcome.DoesNotApply)]
    public void Apply_ConditionOnAnAnswer_FollowsTheAnswer(string code, RuleOutcome expected)
    {
        var applied = Worry.Rules(InDanger).Apply(Worry.Open(("a1", Worry.Code(code))));

        Assert.Equal(expected, Assert.Single(applied).Outcome);
    }

    [Fact]
    public void Apply_NothingAnswered_DoesNotApplyAndNamesWhatIsNotKnown()
    {
        var applied = Assert.Single(Worry.Rules(InDanger).Apply(Worry.Open()));

        Assert.Equal(RuleOutcome.DoesNotApply, applied.Outcome);
        Assert.Empty(applied.RestsOn);
        Assert.Equal(["a1"], applied.Unanswered.Select(path => path.ToString()));
    }

    [Fact]
    public void Apply_RuleThatApplies_CarriesTheAnswersItRestsOn()
    {
        var applied = Assert.Single(
            Worry
                .Rules(InDanger)
                .Apply(Worry.Open(("a1", Worry.Code("yes")), ("age", new IntegerAnswer(12))))
        );

        var answer = Assert.Single(applied.RestsOn);
        Assert.Equal("a1", answer.Path.ToString());
        Assert.Equal([Worry.Code("yes")], answer.Values);
        Assert.Empty(applied.Unanswered);
    }

    [Fact]
    public void Apply_ConditionOnSeveralItems_RestsOnThemInTheInstrumentsOrder()
    {
        var rules = Worry.Rules(
            "%resource.repeat(item).where(linkId='age').answer.value < 16 and %resource.repeat(item).where(linkId='a1').answer.value.code = 'yes'"
        );
        var applied = Assert.Single(
            rules.Apply(Worry.Open(("age", new IntegerAnswer(12)), ("a1", Worry.Code("yes"))))
        );

        Assert.Equal(RuleOutcome.Applies, applied.Outcome);
        Assert.Equal(["a1", "age"], applied.RestsOn.Select(answer => answer.Path.ToString()));
    }

    [Fact]
    public void Apply_ConditionThroughAVariable_RestsOnWhatTheVariableReads()
    {
        var applied = Assert.Single(
            Worry.Rules("%here = 'yes'").Apply(Worry.Open(("a1", Worry.Code("yes"))))
        );

        Assert.Equal(RuleOutcome.Applies, applied.Outcome);
        Assert.Equal(["a1"], applied.RestsOn.Select(answer => answer.Path.ToString()));
    }

    [Fact]
    public void Apply_AnswerOfADisabledItem_IsNotSeenNorRestedOn()
    {
        var form = Worry.Open(
            ("a1", Worry.Code("yes")),
            ("a1.date", new DateAnswer(new PartialDate(2026, 1, 1)))
        );
        Assert.Empty(form.Set("a1", [Worry.Code("no")]).Issues);

        var applied = Assert.Single(
            Worry
                .Rules("%resource.repeat(item).where(linkId='a1.date').answer.exists()")
                .Apply(form)
        );

        Assert.Equal(RuleOutcome.DoesNotApply, applied.Outcome);
        Assert.Empty(applied.RestsOn);
        Assert.Empty(applied.Unanswered);
    }

    [Fact]
    public void Apply_RepeatingGroup_RestsOnEveryOccurrence()
    {
        var rules = Worry.Rules(
            "%resource.repeat(item).where(linkId='contacts.known').answer.value.where($this = false).exists()"
        );
        var applied = Assert.Single(
            rules.Apply(
                Worry.Open(
                    ("contacts[0]/contacts.known", new BooleanAnswer(true)),
                    ("contacts[1]/contacts.known", new BooleanAnswer(false))
                )
            )
        );

        Assert.Equal(RuleOutcome.Applies, applied.Outcome);
        Assert.Equal(
            ["contacts[0]/contacts.known", "contacts[1]/contacts.known"],
            applied.RestsOn.Select(answer => answer.Path.ToString())
        );
    }

    [Fact]
    public void Apply_ConditionTrue_AppliesToEveryForm()
    {
        var result = RuleSet.Load(Worry.Plan("true"), Worry.Instrument);

        Assert.Empty(result.Issues);
        Assert.Equal(RuleOutcome.Applies, Assert.Single(result.Value!.Apply(Worry.Open())).Outcome);
    }

    [Theory]
    [InlineData("%resource.repeat(item).where(linkId='age').answer.value")]
    [InlineData("%resource.repeat(item).where(linkId='age')")]
    public void Apply_ConditionThatIsNeitherYesNorNo_CouldNotTell(string condition)
    {
        var applied = Assert.Single(
            Worry.Rules(condition).Apply(Worry.Open(("age", new IntegerAnswer(12))))
        );

        Assert.Equal(RuleOutcome.CouldNotTell, applied.Outcome);
        Assert.Equal(IssueCodes.ConditionNotBoolean, applied.Issue!.Code);
        Assert.Contains("r1", applied.Issue.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Apply_ConditionThatFails_CouldNotTellAndSaysWhy()
    {
        var rules = Worry.Rules(
            "%resource.repeat(item).where(linkId='contacts.known').answer.value.single() = true"
        );
        var applied = Assert.Single(
            rules.Apply(
                Worry.Open(
                    ("contacts[0]/contacts.known", new BooleanAnswer(true)),
                    ("contacts[1]/contacts.known", new BooleanAnswer(false))
                )
            )
        );

        Assert.Equal(RuleOutcome.CouldNotTell, applied.Outcome);
        Assert.Equal(IssueCodes.ExpressionFailed, applied.Issue!.Code);
    }

    [Fact]
    public void Apply_BudgetUsedUp_CouldNotTell()
    {
        var form = Form.Start(
            Worry.Instrument,
            new EvaluationContext(DateTimeOffset.UnixEpoch, StepBudget: 40)
        );
        var rules = Worry.Rules(
            "(1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9).select((1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9)).count() > %resource.repeat(item).where(linkId='age').count()"
        );

        var applied = Assert.Single(rules.Apply(form));

        Assert.Equal(RuleOutcome.CouldNotTell, applied.Outcome);
        Assert.Equal(IssueCodes.BudgetExceeded, applied.Issue!.Code);
    }

    [Fact]
    public void Apply_OneConditionOfSeveralFails_AFalseOneStillDecides()
    {
        const string failing =
            "%resource.repeat(item).where(linkId='contacts.known').answer.value.single()";
        var plan = Worry.PlanOf(
            $$"""
            { "title": "Group", "condition": [ { "kind": "applicability", "expression": { "language": "text/fhirpath", "expression": "{{failing}}" } } ],
              "action": [ {{Worry.Action("r1", InDanger)}} ] }
            """
        );
        var form = Worry.Open(
            ("a1", Worry.Code("no")),
            ("contacts[0]/contacts.known", new BooleanAnswer(true)),
            ("contacts[1]/contacts.known", new BooleanAnswer(false))
        );
        var rules = Worry.Loaded(RuleSet.Load(plan, Worry.Instrument));

        Assert.Equal(RuleOutcome.DoesNotApply, Assert.Single(rules.Apply(form)).Outcome);
        Assert.Empty(form.Set("a1", [Worry.Code("yes")]).Issues);
        Assert.Equal(RuleOutcome.CouldNotTell, Assert.Single(rules.Apply(form)).Outcome);
    }

    [Fact]
    public void Apply_NestedActions_NeedEveryConditionAroundThem()
    {
        var plan = Worry.PlanOf(
            $$"""
            { "title": "Danger", "condition": [ { "kind": "applicability", "expression": { "language": "text/fhirpath", "expression": "{{InDanger}}" } } ],
              "action": [ {{Worry.Action(
                "young",
                "%resource.repeat(item).where(linkId='age').answer.value < 13"
            )}}, {{Worry.Action("any", "true")}} ] }
            """,
            Worry.Action("last", "true")
        );
        var rules = Worry.Loaded(RuleSet.Load(plan, Worry.Instrument));

        Assert.Equal(["young", "any", "last"], rules.Rules.Select(rule => rule.Id));
        Assert.Equal(["Danger"], rules.Rules[0].Groups);
        Assert.Equal(
            $"({InDanger}) and (%resource.repeat(item).where(linkId='age').answer.value < 13)",
            rules.Rules[0].Condition
        );
        Assert.Equal(
            [RuleOutcome.DoesNotApply, RuleOutcome.Applies, RuleOutcome.Applies],
            rules
                .Apply(Worry.Open(("a1", Worry.Code("yes")), ("age", new IntegerAnswer(13))))
                .Select(rule => rule.Outcome)
        );
        Assert.Equal(
            [RuleOutcome.DoesNotApply, RuleOutcome.DoesNotApply, RuleOutcome.Applies],
            rules
                .Apply(Worry.Open(("a1", Worry.Code("no")), ("age", new IntegerAnswer(12))))
                .Select(rule => rule.Outcome)
        );
    }

    [Fact]
    public void Apply_FormOfAnotherInstrument_IsABug()
    {
        var other = Worry.Loaded(
            Instrument.Load(
                """{ "resourceType": "Questionnaire", "url": "https://waymark.example/fhir/Questionnaire/other", "version": "1.0.0", "status": "active", "item": [ { "linkId": "a1", "type": "boolean" } ] }"""
            )
        );
        var form = Form.Start(other, new EvaluationContext(DateTimeOffset.UnixEpoch));

        Assert.Throws<ArgumentException>(() => Worry.Rules("true").Apply(form));
    }
}
