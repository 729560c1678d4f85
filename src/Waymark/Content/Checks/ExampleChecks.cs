using Waymark.Instruments;

namespace Waymark.Content.Checks;

/// <summary>Each rule has examples in which it applies and in which it does not, and they come out as they say.</summary>
internal static class ExampleChecks
{
    /// <summary>The condition of a rule that always applies; it needs no failing example.</summary>
    internal const string Always = "true";

    internal static IEnumerable<ContentIssue> Check(InstrumentFolder folder)
    {
        if (folder.Rules is not { } rules)
        {
            yield break;
        }

        foreach (var group in folder.Examples.GroupBy(entry => entry.Id, StringComparer.Ordinal))
        {
            if (rules.Rules.All(rule => rule.Id != group.Key))
            {
                yield return new(
                    ContentCodes.RuleUnknown,
                    folder.ExamplesFile,
                    null,
                    group.Key,
                    "There are examples for it, but rules.json has no such rule."
                );
            }
            else if (group.Count() > 1)
            {
                yield return new(
                    ContentCodes.DuplicateId,
                    folder.ExamplesFile,
                    null,
                    group.Key,
                    "Its examples stand in two places. Put them together."
                );
            }
        }

        foreach (var rule in rules.Rules)
        {
            var examples = folder.Examples.FirstOrDefault(entry => entry.Id == rule.Id);
            if (examples is null || examples.Passing.Count == 0)
            {
                yield return new(
                    ContentCodes.ExamplePassingMissing,
                    folder.ExamplesFile,
                    null,
                    rule.Id,
                    "Give at least one set of answers for which it applies."
                );
            }

            if (rule.Condition != Always && (examples is null || examples.Failing.Count == 0))
            {
                yield return new(
                    ContentCodes.ExampleFailingMissing,
                    folder.ExamplesFile,
                    null,
                    rule.Id,
                    "Give at least one set of answers for which it does not apply."
                );
            }

            foreach (var issue in examples is null ? [] : Behave(folder, rules, rule, examples))
            {
                yield return issue;
            }
        }
    }

    private static IEnumerable<ContentIssue> Behave(
        InstrumentFolder folder,
        RuleSet rules,
        Rule rule,
        RuleExamples examples
    )
    {
        var all = examples
            .Passing.Select(example => (example, RuleOutcome.Applies))
            .Concat(examples.Failing.Select(example => (example, RuleOutcome.DoesNotApply)));
        foreach (var (example, expected) in all)
        {
            var (form, refused) = FormFilling.Fill(folder.Instrument, example.Answers);
            foreach (var (linkId, why) in refused)
            {
                yield return new(
                    ContentCodes.AnswersRefused,
                    folder.ExamplesFile,
                    linkId,
                    rule.Id,
                    $"Example \"{example.Name}\": {why}"
                );
            }

            var outcome = rules.Apply(form).First(applied => applied.Rule.Id == rule.Id).Outcome;
            if (refused.Count == 0 && outcome != expected)
            {
                yield return new(
                    ContentCodes.ExampleMisbehaves,
                    folder.ExamplesFile,
                    null,
                    rule.Id,
                    $"Example \"{example.Name}\" should give {expected} but gives {outcome}. Correct the condition or the example."
                );
            }
        }
    }
}
