using System.Text.RegularExpressions;
using Waymark.Instruments;

namespace Waymark.Content.Checks;

/// <summary>Each case study, run through the newest safety check and assessment, gives every essential action and none that is unsafe.</summary>
internal static class CaseStudyChecks
{
    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    internal static IEnumerable<ContentIssue> Check(ContentLibrary library)
    {
        if (library.CaseStudies.Count == 0)
        {
            return [];
        }

        return
            library.Newest("safety", "safety-check") is { Rules: not null } safety
            && library.Newest("assessments", "online-harm") is { Rules: not null } assessment
            ? library.CaseStudies.SelectMany(study =>
                CheckStudy(library, safety, assessment, study)
            )
            :
            [
                new(
                    ContentCodes.FileMissing,
                    "instruments",
                    null,
                    null,
                    "Case studies need the safety check and the online harm assessment with their rules."
                ),
            ];
    }

    /// <summary>The rules that apply to a case study's answers. Where both instruments have a rule, the assessment speaks: it asks again.</summary>
    internal static IReadOnlyList<Rule> Suggested(
        InstrumentFolder safety,
        InstrumentFolder assessment,
        CaseStudy study
    ) =>
        Asked(safety, study.SafetyCheck)
            .Concat(Asked(assessment, study.Assessment))
            .GroupBy(applied => applied.Rule.Id, StringComparer.Ordinal)
            .Select(group => group.Last())
            .Where(applied => applied.Outcome == RuleOutcome.Applies)
            .Select(applied => applied.Rule)
            .ToList();

    private static IReadOnlyList<AppliedRule> Asked(
        InstrumentFolder folder,
        IReadOnlyList<ExampleAnswer> answers
    ) => folder.Rules!.Apply(FormFilling.Fill(folder.Instrument, answers).Form);

    private static IEnumerable<ContentIssue> CheckStudy(
        ContentLibrary library,
        InstrumentFolder safety,
        InstrumentFolder assessment,
        CaseStudy study
    )
    {
        var file = $"case-studies/{study.Id}.json";
        ContentIssue Issue(string code, string? item, string? rule, string text) =>
            new(code, file, item, rule, text);

        foreach (
            var (folder, answers) in new[]
            {
                (safety, study.SafetyCheck),
                (assessment, study.Assessment),
            }
        )
        {
            foreach (var (linkId, why) in FormFilling.Fill(folder.Instrument, answers).Refused)
            {
                yield return Issue(
                    ContentCodes.AnswersRefused,
                    linkId,
                    null,
                    $"{folder.Name}: {why}"
                );
            }
        }

        foreach (
            var factor in study.KeyFactors.Where(factor =>
                assessment.Instrument.Find(factor) is null
            )
        )
        {
            yield return Issue(
                ContentCodes.ItemUnknown,
                factor,
                null,
                "The assessment has no such factor."
            );
        }

        foreach (var issue in ReferenceChecks.Cited(library, file, null, study.Sources))
        {
            yield return issue;
        }

        var suggested = Suggested(safety, assessment, study);
        foreach (
            var issue in CheckEssential(study, suggested, Issue)
                .Concat(CheckUnsafe(study, suggested, Issue))
                .Concat(CheckCalm(study, suggested, Issue))
        )
        {
            yield return issue;
        }
    }

    private static IEnumerable<ContentIssue> CheckEssential(
        CaseStudy study,
        IReadOnlyList<Rule> suggested,
        Func<string, string?, string?, string, ContentIssue> issue
    )
    {
        foreach (var step in study.Essential)
        {
            if (step.Rules.Count == 0)
            {
                yield return issue(
                    ContentCodes.EssentialMissing,
                    null,
                    null,
                    $"\"{step.Text}\" names no rule that says so."
                );
            }

            foreach (var id in step.Rules)
            {
                var rule = suggested.FirstOrDefault(rule => rule.Id == id);
                var urgency = rule is null ? null : RuleFacts.Of(rule)?.Urgency;
                if (urgency != step.Urgency)
                {
                    yield return issue(
                        ContentCodes.EssentialMissing,
                        null,
                        id,
                        rule is null
                            ? $"\"{step.Text}\" is essential, but the rule does not apply to the answers."
                            : $"\"{step.Text}\" is essential {step.Urgency}, but the rule says {urgency}."
                    );
                }
            }
        }

        foreach (
            var (text, id) in study.Acceptable.SelectMany(step =>
                step.Rules.Select(id => (step.Text, id))
            )
        )
        {
            if (suggested.All(rule => rule.Id != id))
            {
                yield return issue(
                    ContentCodes.RuleUnknown,
                    null,
                    id,
                    $"\"{text}\" names it, but it does not apply to the answers."
                );
            }
        }
    }

    private static IEnumerable<ContentIssue> CheckUnsafe(
        CaseStudy study,
        IReadOnlyList<Rule> suggested,
        Func<string, string?, string?, string, ContentIssue> issue
    )
    {
        var actions = suggested.Where(rule => RuleFacts.Of(rule)?.Kind == RuleKind.Action).ToList();
        foreach (var step in study.Unsafe)
        {
            foreach (var text in step.MustNotMatch)
            {
                if (Pattern(text) is not { } pattern)
                {
                    yield return issue(
                        ContentCodes.ValueUnknown,
                        text,
                        null,
                        $"It is no regular expression (of \"{step.Text}\")."
                    );
                    continue;
                }

                foreach (var action in actions.Where(action => Matches(pattern, action)))
                {
                    yield return issue(
                        ContentCodes.UnsafeSuggested,
                        null,
                        action.Id,
                        $"It suggests what is unsafe here: {step.Text}"
                    );
                }
            }

            foreach (var id in step.SaidAsDoNot.Where(id => suggested.All(rule => rule.Id != id)))
            {
                yield return issue(
                    ContentCodes.RuleUnknown,
                    null,
                    id,
                    $"It should warn of \"{step.Text}\", but does not apply to the answers."
                );
            }
        }
    }

    private static bool Matches(Regex pattern, Rule action)
    {
        try
        {
            return pattern.IsMatch(action.Title) || pattern.IsMatch(action.Description ?? "");
        }
        catch (RegexMatchTimeoutException)
        {
            // A pattern that takes this long cannot vouch for anything.
            return true;
        }
    }

    private static Regex? Pattern(string text)
    {
        try
        {
            return new(text, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, PatternTime);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>No harm sign, nothing known: nothing urgent but what is right for everyone, and no concern.</summary>
    private static IEnumerable<ContentIssue> CheckCalm(
        CaseStudy study,
        IReadOnlyList<Rule> suggested,
        Func<string, string?, string?, string, ContentIssue> issue
    ) =>
        !study.EndsCalmly
            ? []
            : suggested
                .Select(rule => (Rule: rule, Facts: RuleFacts.Of(rule)))
                .Where(entry =>
                    entry.Facts is { Kind: RuleKind.Concern, Section: not FactorKind.Protection }
                    || (
                        entry.Facts
                            is { Kind: RuleKind.Action, Urgency: Urgency.Now or Urgency.Today }
                        && entry.Rule.Condition != ExampleChecks.Always
                        && study.Essential.All(step => !step.Rules.Contains(entry.Rule.Id))
                    )
                    || entry.Facts is { Kind: RuleKind.Action, Urgency: Urgency.Now }
                )
                .Select(entry =>
                    issue(
                        ContentCodes.FalseAlarm,
                        null,
                        entry.Rule.Id,
                        "It gives an alarm where there is no reason for one."
                    )
                );
}
