using System.Text.Json;
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

        var tried = new TriedAnswers(folder, rules);
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

            foreach (var issue in examples is null ? [] : Unseen(folder, rule, examples))
            {
                yield return issue;
            }

            foreach (var issue in examples is null ? [] : Behave(tried, rule, examples))
            {
                yield return issue;
            }
        }
    }

    private static IEnumerable<ContentIssue> Unseen(
        InstrumentFolder folder,
        Rule rule,
        RuleExamples examples
    )
    {
        var answered = examples
            .Passing.Concat(examples.Failing)
            .SelectMany(example => example.Answers.Select(answer => answer.LinkId))
            .ToHashSet(StringComparer.Ordinal);
        return rule
            .Reads.Where(item => !answered.Contains(item.LinkId))
            .Select(item => new ContentIssue(
                ContentCodes.ExampleItemUnseen,
                folder.ExamplesFile,
                item.LinkId,
                rule.Id,
                "Its condition reads this item, but no example answers it. Add one that does."
            ));
    }

    private static IEnumerable<ContentIssue> Behave(
        TriedAnswers tried,
        Rule rule,
        RuleExamples examples
    )
    {
        var all = examples
            .Passing.Select(example => (example, RuleOutcome.Applies))
            .Concat(examples.Failing.Select(example => (example, RuleOutcome.DoesNotApply)));
        foreach (var (example, expected) in all)
        {
            var (outcomes, refused) = tried.Try(example.Answers);
            foreach (var (linkId, why) in refused)
            {
                yield return new(
                    ContentCodes.AnswersRefused,
                    tried.ExamplesFile,
                    linkId,
                    rule.Id,
                    $"Example \"{example.Name}\": {why}"
                );
            }

            if (refused.Count == 0 && outcomes[rule.Id] != expected)
            {
                yield return new(
                    ContentCodes.ExampleMisbehaves,
                    tried.ExamplesFile,
                    null,
                    rule.Id,
                    $"Example \"{example.Name}\" should give {expected} but gives {outcomes[rule.Id]}. Correct the condition or the example."
                );
            }
        }
    }

    /// <summary>What all rules say of a set of answers. Many rules share an example, so each set is tried once.</summary>
    private sealed class TriedAnswers(InstrumentFolder folder, RuleSet rules)
    {
        private readonly Dictionary<string, Tried> _tried = new(StringComparer.Ordinal);

        internal string ExamplesFile => folder.ExamplesFile;

        internal Tried Try(IReadOnlyList<ExampleAnswer> answers)
        {
            var key = JsonSerializer.Serialize(answers, ContentJson.Options);
            if (_tried.TryGetValue(key, out var known))
            {
                return known;
            }

            var (form, refused) = FormFilling.Fill(folder.Instrument, answers);
            var outcomes = rules
                .Apply(form)
                .ToDictionary(
                    applied => applied.Rule.Id,
                    applied => applied.Outcome,
                    StringComparer.Ordinal
                );
            return _tried[key] = new(outcomes, refused);
        }
    }

    private sealed record Tried(
        IReadOnlyDictionary<string, RuleOutcome> Outcomes,
        IReadOnlyList<(string LinkId, string Why)> Refused
    );
}
