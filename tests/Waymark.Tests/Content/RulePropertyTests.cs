using FsCheck.Xunit;
using Waymark.Content;
using Waymark.Instruments;
using Xunit;

namespace Waymark.Tests.Content;

/// <summary>What must hold for the rules of both instruments whatever is answered.</summary>
public sealed class RulePropertyTests
{
    private static readonly string[] Presence =
    [
        "yes",
        "suspected",
        "no",
        "not-known",
        "not-asked",
    ];
    private static readonly InstrumentFolder Safety = ContentFolders.Library.Newest(
        "safety",
        "safety-check"
    )!;
    private static readonly InstrumentFolder Assessment = ContentFolders.Library.Newest(
        "assessments",
        "online-harm"
    )!;

    [Property(MaxTest = 60)]
    public void SafetyCheck_Suspected_StartsWhatYesStarts(int seed) =>
        SuspectedIsAsGoodAsYes(Safety, seed);

    [Property(MaxTest = 60)]
    public void Assessment_Suspected_StartsWhatYesStarts(int seed) =>
        SuspectedIsAsGoodAsYes(Assessment, seed);

    [Property(MaxTest = 60)]
    public void SafetyCheck_MoreHarm_NeverTakesAnUrgentStepAway(int seed) =>
        MoreHarmTakesNothingAway(Safety, seed);

    [Property(MaxTest = 60)]
    public void Assessment_MoreHarm_NeverTakesAnUrgentStepAway(int seed) =>
        MoreHarmTakesNothingAway(Assessment, seed);

    [Property(MaxTest = 60)]
    public void Assessment_WhateverIsAnswered_EveryRuleCanTell(int seed)
    {
        var form = Fill(Assessment, Answers(Assessment, seed));

        Assert.DoesNotContain(
            Assessment.Rules!.Apply(form),
            applied => applied.Outcome == RuleOutcome.CouldNotTell
        );
    }

    /// <summary>A suspicion about harm, risk or vulnerability is acted on like a certainty.</summary>
    private static void SuspectedIsAsGoodAsYes(InstrumentFolder folder, int seed)
    {
        var suspected = Answers(folder, seed)
            .Select(answer =>
                Protects(folder, answer.Key) || answer.Value != "yes"
                    ? answer
                    : new(answer.Key, "suspected")
            )
            .ToList();
        var certain = suspected
            .Select(answer =>
                Protects(folder, answer.Key) || answer.Value != "suspected"
                    ? answer
                    : new(answer.Key, "yes")
            )
            .ToList();

        Assert.Equal(Applying(folder, certain), Applying(folder, suspected));
    }

    /// <summary>Turning one "no" about harm, risk or vulnerability into "yes" leaves every step of urgency now in place.</summary>
    private static void MoreHarmTakesNothingAway(InstrumentFolder folder, int seed)
    {
        var before = Answers(folder, seed);
        var candidates = before
            .Where(answer => answer.Value == "no" && !Protects(folder, answer.Key))
            .ToList();
        if (candidates.Count == 0)
        {
            return;
        }

        var changed = candidates[new Random(seed).Next(candidates.Count)].Key;
        var after = before
            .Select(answer => answer.Key == changed ? new(changed, "yes") : answer)
            .ToList();

        Assert.Subset(UrgentSteps(folder, after), UrgentSteps(folder, before));
    }

    private static HashSet<string> UrgentSteps(
        InstrumentFolder folder,
        IReadOnlyList<KeyValuePair<string, string>> answers
    ) =>
        folder
            .Rules!.Rules.Where(rule => RuleFacts.Of(rule)!.Urgency == Urgency.Now)
            .Select(rule => rule.Id)
            .Intersect(Applying(folder, answers), StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);

    private static bool Protects(InstrumentFolder folder, string linkId) =>
        Factor.Of(folder.Instrument).Single(factor => factor.Id == linkId).Kind
        == FactorKind.Protection;

    private static List<KeyValuePair<string, string>> Answers(InstrumentFolder folder, int seed)
    {
        var random = new Random(seed);
        return Factor
            .Of(folder.Instrument)
            .Select(factor => new KeyValuePair<string, string>(
                factor.Id,
                Presence[random.Next(Presence.Length)]
            ))
            .ToList();
    }

    private static IEnumerable<string> Applying(
        InstrumentFolder folder,
        IReadOnlyList<KeyValuePair<string, string>> answers
    ) =>
        folder
            .Rules!.Apply(Fill(folder, answers))
            .Where(applied => applied.Outcome == RuleOutcome.Applies)
            .Select(applied => applied.Rule.Id);

    /// <summary>The form; an answer to a factor that does not apply, such as the carer's when the child is not in care, is left out.</summary>
    private static Form Fill(
        InstrumentFolder folder,
        IReadOnlyList<KeyValuePair<string, string>> answers
    ) =>
        FormFilling
            .Fill(
                folder.Instrument,
                [
                    .. answers.Select(answer => new ExampleAnswer(
                        answer.Key,
                        new ExampleValue(new ExampleCoding(ContentUrls.Presence, answer.Value))
                    )),
                ]
            )
            .Form;
}
