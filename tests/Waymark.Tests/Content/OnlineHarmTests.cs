using Waymark.Content;
using Waymark.Instruments;
using Xunit;

namespace Waymark.Tests.Content;

/// <summary>What the project promises of its two first instruments.</summary>
public sealed class OnlineHarmTests
{
    private static readonly InstrumentFolder Safety = ContentFolders.Library.Newest(
        "safety",
        "safety-check"
    )!;
    private static readonly InstrumentFolder Assessment = ContentFolders.Library.Newest(
        "assessments",
        "online-harm"
    )!;

    [Fact]
    public void SafetyCheck_EightQuestions_OneToAPage()
    {
        var pages = Safety.Instrument.Items.Where(item => item.Type == ItemType.Group).ToList();

        Assert.Equal(8, pages.Count);
        Assert.All(pages, page => Assert.Single(page.Items, Factor.IsPresence));
    }

    [Fact]
    public void Assessment_FiftyThreeFactors_InSixDomains()
    {
        var byDomain = Factor
            .Of(Assessment.Instrument)
            .GroupBy(factor => factor.Id[0])
            .ToDictionary(group => group.Key, group => group.Count());

        Assert.Equal(53, byDomain.Values.Sum());
        Assert.Equal(
            (8, 12, 6, 12, 9, 6),
            (
                byDomain['a'],
                byDomain['b'],
                byDomain['c'],
                byDomain['d'],
                byDomain['e'],
                byDomain['f']
            )
        );
    }

    [Fact]
    public void Assessment_APage_HoldsAtMostFourFactors() =>
        Assert.All(
            Assessment.Instrument.All.Where(item =>
                item.LinkId.StartsWith("page.", StringComparison.Ordinal)
            ),
            page =>
                Assert.InRange(
                    page.Items.Count(item =>
                        item.LinkId.StartsWith("factor.", StringComparison.Ordinal)
                    ),
                    0,
                    4
                )
        );

    [Fact]
    public void SafetyCheck_EachQuestion_IsWordForWordThatOfTheAssessment()
    {
        var asked = Factor
            .Of(Assessment.Instrument)
            .ToDictionary(factor => factor.Id, factor => factor.Question, StringComparer.Ordinal);

        Assert.All(
            Factor.Of(Safety.Instrument),
            factor => Assert.Equal(factor.Question, asked[factor.Id])
        );
    }

    [Fact]
    public void BothInstruments_NothingIsRequired_BecauseNotKnownIsAnAnswer() =>
        Assert.All(
            Safety.Instrument.All.Concat(Assessment.Instrument.All),
            item => Assert.False(item.Required, item.LinkId)
        );

    [Fact]
    public void BothInstruments_EveryPresenceQuestion_OffersTheFiveAnswersInOneOrder() =>
        Assert.All(
            Safety.Instrument.All.Concat(Assessment.Instrument.All).Where(Factor.IsPresence),
            item =>
                Assert.Equal(
                    ["yes", "suspected", "no", "not-known", "not-asked"],
                    item.Options.Select(option => ((CodingAnswer)option.Value).Code)
                )
        );

    [Fact]
    public void Assessment_EveryFactor_OffersToTalkItOver() =>
        Assert.All(
            Factor.Of(Assessment.Instrument),
            factor => Assert.NotNull(Assessment.Instrument.Find(factor.Id + ".talk-over"))
        );

    [Fact]
    public void Assessment_TheChildsWords_AreMarkedWordForWord() =>
        Assert.All(
            new[] { "voice.words", "voice.wants", "voice.fears" },
            linkId =>
                Assert.Equal(
                    "true",
                    Assessment.Instrument.Find(linkId)!.ExtensionString(ContentUrls.Verbatim)
                )
        );

    [Fact]
    public void Assessment_EveryFactor_HasAConcernOrStrengthOfItsOwnKind()
    {
        var facts = Assessment.Rules!.Rules.ToDictionary(
            rule => rule.Id,
            rule => RuleFacts.Of(rule)!,
            StringComparer.Ordinal
        );

        Assert.All(
            Factor.Of(Assessment.Instrument),
            factor =>
                Assert.Equal(
                    factor.Kind,
                    facts[
                        (factor.Kind == FactorKind.Protection ? "strength." : "concern.")
                            + factor.Id
                    ].Section
                )
        );
    }

    [Fact]
    public void SafetyCheck_EveryQuestionYes_FitsTwoPages()
    {
        // Two A4 pages at 11 point hold about 1,100 words beside tables and lines to write on.
        var answers = Factor.Of(Safety.Instrument).Select(factor => Yes(factor.Id)).ToList();
        var words = Safety
            .Rules!.Apply(FormFilling.Fill(Safety.Instrument, answers).Form)
            .Where(applied => applied.Outcome == RuleOutcome.Applies)
            .SelectMany(applied => Wording.Spoken(applied.Rule))
            .Sum(text => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length);

        Assert.InRange(words, 300, 1100);
    }

    [Fact]
    public void SafetyCheck_Danger_ComesFirst()
    {
        var actions = Safety
            .Rules!.Rules.Where(rule => RuleFacts.Of(rule)!.Kind == RuleKind.Action)
            .ToList();

        Assert.Equal("act.call-999", actions[0].Id);
        Assert.Equal(
            actions.Select(rule => RuleFacts.Of(rule)!.Urgency).Order(),
            actions.Select(rule => RuleFacts.Of(rule)!.Urgency)
        );
    }

    [Fact]
    public void Rules_RestingOnTheUncheckedReasonsToRefer_SayToBeChecked() =>
        Assert.Equal(
            RuleStatus.ToBeChecked,
            RuleFacts
                .Of(Assessment.Rules!.Rules.Single(rule => rule.Id == "act.ukcis-criteria"))!
                .Status
        );

    [Fact]
    public void Assessment_WhateverIsKnownOfParents_NeverSaysBothToTellAndToHoldBack()
    {
        string[] answers = ["yes", "suspected", "no", "not-known", "not-asked"];
        var cases =
            from access in answers
            from unsafeToTell in answers
            from role in new[] { "parent", "family-friend" }
            select Suggested(
                Presence("a4", access),
                Presence("b7", "yes"),
                Presence("c3", "yes"),
                Role(role),
                Presence("e4", unsafeToTell)
            );

        var all = cases.ToList();

        Assert.DoesNotContain(
            all,
            suggested => suggested.IsSupersetOf(["act.parents", "act.hold-parents"])
        );
        Assert.Contains(all, suggested => suggested.Contains("act.parents"));
        Assert.Contains(all, suggested => suggested.Contains("act.hold-parents"));
    }

    private static HashSet<string> Suggested(params ExampleAnswer[] answers)
    {
        var (form, refused) = FormFilling.Fill(Assessment.Instrument, answers);
        Assert.Empty(refused);
        return Assessment
            .Rules!.Apply(form)
            .Where(applied => applied.Outcome == RuleOutcome.Applies)
            .Select(applied => applied.Rule.Id)
            .ToHashSet(StringComparer.Ordinal);
    }

    private static ExampleAnswer Role(string code) =>
        new(
            "c3.role",
            Values:
            [
                new(new ExampleCoding("https://waymark.example/fhir/CodeSystem/c3.role", code)),
            ]
        );

    private static ExampleAnswer Presence(string linkId, string code) =>
        new(linkId, new ExampleValue(new ExampleCoding(ContentUrls.Presence, code)));

    private static ExampleAnswer Yes(string linkId) => Presence(linkId, "yes");
}
