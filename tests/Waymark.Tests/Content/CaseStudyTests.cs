using Waymark.Content;
using Waymark.Content.Checks;
using Waymark.Instruments;
using Xunit;

namespace Waymark.Tests.Content;

/// <summary>The case studies, through engine and rules.</summary>
public sealed class CaseStudyTests
{
    private static readonly ContentLibrary Library = ContentFolders.Library;

    public static TheoryData<string> Ids => [.. Library.CaseStudies.Select(study => study.Id)];

    private static CaseStudy Study(string id) =>
        Library.CaseStudies.Single(study => study.Id == id);

    private static IReadOnlyList<Rule> Suggested(CaseStudy study) =>
        CaseStudyChecks.Suggested(
            Library.Newest("safety", "safety-check")!,
            Library.Newest("assessments", "online-harm")!,
            study
        );

    [Fact]
    public void CaseStudies_TenAndOneWithoutAlarm_AreThere() =>
        Assert.Equal(Enumerable.Range(0, 11), Library.CaseStudies.Select(study => study.Number));

    [Theory]
    [MemberData(nameof(Ids))]
    public void CaseStudy_SaysThatItIsInventedAndNotValidated(string id) =>
        Assert.Equal(["composite", "invented", "not validated"], Study(id).Marks);

    [Theory]
    [MemberData(nameof(Ids))]
    public void CaseStudy_EveryEssentialAction_ComesOutWithItsUrgency(string id)
    {
        var study = Study(id);
        var suggested = Suggested(study).ToDictionary(rule => rule.Id, StringComparer.Ordinal);

        Assert.NotEmpty(study.Essential);
        Assert.All(
            study.Essential,
            step =>
            {
                Assert.NotEmpty(step.Rules);
                Assert.All(
                    step.Rules,
                    rule => Assert.Equal(step.Urgency, RuleFacts.Of(suggested[rule])!.Urgency)
                );
            }
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void CaseStudy_NothingUnsafe_IsSuggested(string id)
    {
        var study = Study(id);
        var actions = Suggested(study)
            .Where(rule => RuleFacts.Of(rule)!.Kind == RuleKind.Action)
            .ToList();

        Assert.NotEmpty(study.Unsafe);
        Assert.All(
            study.Unsafe.SelectMany(step => step.MustNotMatch),
            pattern =>
                Assert.DoesNotContain(
                    actions,
                    rule =>
                        System.Text.RegularExpressions.Regex.IsMatch(
                            rule.Title + "\n" + rule.Description,
                            pattern,
                            System.Text.RegularExpressions.RegexOptions.IgnoreCase
                                | System.Text.RegularExpressions.RegexOptions.Multiline
                        )
                )
        );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void CaseStudy_TheLead_IsToldCalmlyOrAtOnceButNeverBoth(string id) =>
        Assert.Single(
            Suggested(Study(id)),
            rule => rule.Id is "act.tell-lead" or "act.tell-lead-now"
        );

    [Fact]
    public void BenignCase_EndsWithoutAlarm_InTheSafetyCheckAndInTheAssessment()
    {
        var suggested = Suggested(Study("v00-benign"));
        var actions = suggested
            .Where(rule => RuleFacts.Of(rule)!.Kind == RuleKind.Action)
            .Select(rule => rule.Id);

        Assert.Equal(["act.tell-lead", "act.write-down"], actions);
        Assert.DoesNotContain(
            suggested,
            rule =>
                RuleFacts.Of(rule) is { Kind: RuleKind.Concern, Section: not FactorKind.Protection }
        );
    }

    [Fact]
    public void SafetyCheck_NothingKnown_AsksToFindOutAndGivesNoAlarm()
    {
        var safety = Library.Newest("safety", "safety-check")!;
        var answers = Factor
            .Of(safety.Instrument)
            .Select(factor => new ExampleAnswer(
                factor.Id,
                new ExampleValue(new ExampleCoding(ContentUrls.Presence, "not-known"))
            ))
            .ToList();

        var (form, refused) = FormFilling.Fill(safety.Instrument, answers);
        var actions = safety
            .Rules!.Apply(form)
            .Where(applied =>
                applied.Outcome == RuleOutcome.Applies
                && RuleFacts.Of(applied.Rule)!.Kind == RuleKind.Action
            )
            .Select(applied => applied.Rule)
            .ToList();

        Assert.Empty(refused);
        Assert.Equal(
            ["act.tell-lead", "act.write-down", "act.find-out"],
            actions.Select(rule => rule.Id)
        );
        Assert.DoesNotContain(actions, rule => RuleFacts.Of(rule)!.Urgency == Urgency.Now);
    }
}
