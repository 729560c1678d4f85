using System.Text.Json;
using Waymark.Instruments;

namespace Waymark.Content.Surveys;

/// <summary>Reads the questions of an instrument that can stand in a table of answers, and says which cannot and why.</summary>
public sealed class SurveyReading
{
    private readonly Dictionary<string, SurveyConditions> _conditions = new(StringComparer.Ordinal);
    private readonly List<(string LinkId, string Why)> _problems = [];
    private readonly List<SurveyQuestion> _questions = [];

    private SurveyReading(Instrument instrument)
    {
        using var document = JsonDocument.Parse(
            instrument.Json,
            new JsonDocumentOptions { MaxDepth = 200 }
        );
        ReadConditions(document.RootElement);
        foreach (var item in instrument.All)
        {
            Read(instrument, item);
        }

        LeaveOutWhatDependsOnOthers();
    }

    /// <summary>The questions that can, in document order.</summary>
    public IReadOnlyList<SurveyQuestion> Questions => _questions;

    /// <summary>What cannot, each with the item and a sentence that says what to do; empty for an instrument that may be used as a survey.</summary>
    public IReadOnlyList<(string LinkId, string Why)> Problems => _problems;

    /// <summary>Reads an instrument.</summary>
    /// <param name="instrument">The instrument; of any kind.</param>
    public static SurveyReading Of(Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        return new(instrument);
    }

    private void Read(Instrument instrument, ItemDefinition item)
    {
        if (item is { Type: ItemType.Group, Repeats: true })
        {
            Problem(item, "A group of a survey does not repeat: one respondent is one row.");
        }

        if (!item.IsQuestion)
        {
            return;
        }

        if (Above(item).Any(above => above.IsQuestion))
        {
            Problem(item, "A survey question stands in no other question. Move it out.");
        }
        else if (Above(item).Any(above => above.Repeats))
        {
            return; // The group has been refused.
        }
        else if (item.IsCalculated)
        {
            Problem(item, "A survey question is answered, not calculated.");
        }
        else if (Offered(item) is { } offered && Asked(instrument, item) is { } asked)
        {
            _questions.Add(
                new(item, offered.Answers, offered.Decline?.Code, offered.Decline?.Display, asked)
            );
        }
    }

    private (IReadOnlyList<SurveyAnswer> Answers, CodingAnswer? Decline)? Offered(
        ItemDefinition item
    )
    {
        switch (item.Type)
        {
            case ItemType.Boolean:
                return ([new(1, "true", "Yes"), new(0, "false", "No")], null);
            case ItemType.Integer
                when item
                    is {
                        Repeats: false,
                        MinValue: IntegerAnswer { Value: >= 0 },
                        MaxValue: IntegerAnswer { Value: <= short.MaxValue }
                    }:
                return ([], null);
            case ItemType.Choice when item.Options.Count > 0:
                return Choices(item);
            default:
                Problem(
                    item,
                    "A survey question is a choice, a yes or no, or a whole number between a minValue of 0 or more and a maxValue. Free text has no place in an anonymous survey."
                );
                return null;
        }
    }

    private (IReadOnlyList<SurveyAnswer> Answers, CodingAnswer? Decline)? Choices(
        ItemDefinition item
    )
    {
        var coded = item.Options.Where(option => option.Value is CodingAnswer).ToList();
        var declined = coded
            .Select(option => (CodingAnswer)option.Value)
            .Where(code => code is { System: ContentUrls.AbsentReason, Code: "asked-declined" })
            .ToList();
        var offered = coded
            .Where(option => !declined.Contains((CodingAnswer)option.Value))
            .ToList();
        var codes = coded.Select(option => ((CodingAnswer)option.Value).Code).ToList();
        if (
            coded.Count < item.Options.Count
            || offered.Count == 0
            || declined.Count > 1
            || codes.Distinct(StringComparer.Ordinal).Count() < codes.Count
        )
        {
            Problem(item, "Each answer of a survey question is a coding, with a code of its own.");
            return null;
        }

        var numbers = Numbers(offered);
        if (numbers is null)
        {
            Problem(
                item,
                "Give every answer but \"prefer not to say\" an ordinalValue: a whole number of 0 or more, each another."
            );
            return null;
        }

        return (
            [
                .. offered.Select(
                    (option, i) =>
                        new SurveyAnswer(numbers[i], ((CodingAnswer)option.Value).Code, option.Text)
                ),
            ],
            declined.FirstOrDefault()
        );
    }

    private static List<short>? Numbers(List<AnswerOption> offered)
    {
        if (offered.All(option => option.Weight is null))
        {
            return [.. Enumerable.Range(1, offered.Count).Select(i => (short)i)];
        }

        var numbers = offered
            .Select(option => option.Weight ?? -1)
            .Where(weight =>
                weight is >= 0 and <= short.MaxValue && weight == decimal.Floor(weight)
            )
            .Distinct()
            .Select(weight => (short)weight)
            .ToList();
        return numbers.Count == offered.Count ? numbers : null;
    }

    private List<SurveyConditions>? Asked(Instrument instrument, ItemDefinition item)
    {
        var asked = new List<SurveyConditions>();
        foreach (var around in Above(item).Reverse().Append(item))
        {
            if (!_conditions.TryGetValue(around.LinkId, out var conditions))
            {
                continue;
            }

            if (
                conditions.Conditions.Count == 0
                || conditions.Conditions.Any(condition =>
                    instrument.Find(condition.Question)
                        is not { Type: ItemType.Choice or ItemType.Boolean, Repeats: false }
                )
            )
            {
                Problem(
                    around,
                    "A condition of a survey compares (=, != or exists) with one answer of a choice or a yes or no."
                );
                return null;
            }

            asked.Add(conditions);
        }

        return asked;
    }

    /// <summary>A question that waits for one which has no place in the table has none either.</summary>
    private void LeaveOutWhatDependsOnOthers()
    {
        while (
            _questions.Find(question =>
                question
                    .Asked.SelectMany(set => set.Conditions)
                    .Any(condition => _questions.All(other => other.LinkId != condition.Question))
            )
                is { } question
        )
        {
            _questions.Remove(question);
            Problem(question.Item, "It waits for a question that cannot be one of a survey.");
        }
    }

    private void Problem(ItemDefinition item, string why)
    {
        if (!_problems.Contains((item.LinkId, why)))
        {
            _problems.Add((item.LinkId, why));
        }
    }

    private static IEnumerable<ItemDefinition> Above(ItemDefinition item)
    {
        for (var above = item.Parent; above is not null; above = above.Parent)
        {
            yield return above;
        }
    }

    /// <summary>Reads the conditions of all items; a set without any stands for one that cannot be honoured here.</summary>
    private void ReadConditions(JsonElement parent)
    {
        if (!parent.TryGetProperty("item", out var items))
        {
            return;
        }

        foreach (var item in items.EnumerateArray())
        {
            var linkId = item.GetProperty("linkId").GetString()!;
            if (item.TryGetProperty("enableWhen", out var conditions))
            {
                var read = conditions.EnumerateArray().Select(Condition).ToList();
                _conditions[linkId] = new(
                    !item.TryGetProperty("enableBehavior", out var behavior)
                        || behavior.GetString() == "all",
                    read.Contains(null) ? [] : [.. read.OfType<SurveyCondition>()]
                );
            }

            if (
                item.TryGetProperty("extension", out var extensions)
                && extensions
                    .EnumerateArray()
                    .Any(extension =>
                        extension
                            .GetProperty("url")
                            .GetString()!
                            .EndsWith("-enableWhenExpression", StringComparison.Ordinal)
                    )
            )
            {
                _conditions[linkId] = new(true, []);
            }

            ReadConditions(item);
        }
    }

    private static SurveyCondition? Condition(JsonElement condition)
    {
        var question = condition.GetProperty("question").GetString()!;
        var comparison = condition.GetProperty("operator").GetString();
        var code =
            condition.TryGetProperty("answerCoding", out var coding)
            && coding.TryGetProperty("code", out var ofCoding)
                ? ofCoding.GetString()!
            : condition.TryGetProperty("answerBoolean", out var boolean)
                ? boolean.GetBoolean() ? "true"
                    : "false"
            : null;
        return (comparison, code) switch
        {
            (_, null) => null,
            ("=", _) => new(question, SurveyConditionKind.Is, code),
            ("!=", _) => new(question, SurveyConditionKind.IsNot, code),
            ("exists", "true") => new(question, SurveyConditionKind.Answered, ""),
            ("exists", _) => new(question, SurveyConditionKind.Unanswered, ""),
            _ => null,
        };
    }
}
