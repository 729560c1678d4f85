using Waymark.Instruments.Behavior;
using Waymark.Instruments.Expressions;

namespace Waymark.Instruments;

/// <summary>Checks that need the whole definition: references, types that fit, things no answer can reach.</summary>
internal static class DefinitionChecks
{
    private const int MostAtStart = 1_000;

    internal static void Check(InstrumentParts parts, Findings findings)
    {
        foreach (var item in parts.All)
        {
            CheckLeast(item, findings);
            CheckConditions(item, parts, findings);
            CheckContradictions(item, findings);
            CheckProperties(item, findings);
            CheckOptions(item, findings);
            CheckInitial(item, findings);
        }
    }

    // Repeating groups begin with as many instances as they must have; within one another these multiply.
    private static void CheckLeast(ItemDefinition item, Findings findings)
    {
        var instances = 1L;
        for (var above = item; above is not null && instances <= MostAtStart; above = above.Parent)
        {
            instances *= above is { Type: ItemType.Group, Repeats: true, MinOccurs: > 1 }
                ? above.MinOccurs.Value
                : 1;
        }

        if (instances > MostAtStart)
        {
            findings.Error(
                IssueCodes.TooLarge,
                item.LinkId,
                item.JsonPath,
                $"A form would begin with more than {MostAtStart} instances of \"{item.LinkId}\". Lower minOccurs."
            );
        }
    }

    private static void CheckConditions(
        ItemDefinition item,
        InstrumentParts parts,
        Findings findings
    )
    {
        foreach (var condition in item.EnableWhen)
        {
            if (!parts.ByLinkId.TryGetValue(condition.Question, out var source))
            {
                findings.Refuse(
                    IssueCodes.UnknownQuestion,
                    item.LinkId,
                    condition.Path,
                    $"The condition of \"{item.LinkId}\" asks for \"{condition.Question}\", which does not exist."
                );
                continue;
            }

            condition.Source = source;
            if (!source.IsQuestion)
            {
                findings.Refuse(
                    IssueCodes.ConditionTypeMismatch,
                    item.LinkId,
                    condition.Path,
                    $"The condition of \"{item.LinkId}\" asks for the answer of \"{source.LinkId}\", which takes none."
                );
            }
            else if (
                condition.Operator == EnableOperator.Exists
                    ? condition.Answer is not BooleanAnswer
                    : !Compares(source, condition.Answer)
            )
            {
                findings.Refuse(
                    IssueCodes.ConditionTypeMismatch,
                    item.LinkId,
                    condition.Path,
                    condition.Operator == EnableOperator.Exists
                        ? "exists needs answerBoolean."
                        : $"The condition of \"{item.LinkId}\" compares \"{source.LinkId}\" ({ItemTypeNames.ToCode(source.Type)}) with a value of another type."
                );
            }
            else if (
                condition.Operator == EnableOperator.Equal
                && IsImpossible(source, condition.Answer)
            )
            {
                findings.Warn(
                    IssueCodes.Unreachable,
                    item.LinkId,
                    condition.Path,
                    $"The condition of \"{item.LinkId}\" waits for an option that \"{source.LinkId}\" does not offer, so it never holds."
                );
            }
        }
    }

    // Conditions of one item that cannot hold together: two values at once, or a value where there is to be none.
    private static void CheckContradictions(ItemDefinition item, Findings findings)
    {
        if (!item.EnableAll)
        {
            return;
        }

        foreach (
            var same in item
                .EnableWhen.Where(condition => condition.Source is { Repeats: false })
                .GroupBy(condition => condition.Question)
        )
        {
            var wanted = same.Where(condition => condition.Operator == EnableOperator.Equal)
                .Select(condition => condition.Answer)
                .ToList();
            var absent = same.Any(condition =>
                condition
                    is { Operator: EnableOperator.Exists, Answer: BooleanAnswer { Value: false } }
            );
            if (
                (wanted.Count > 0 && absent)
                || wanted.Any(value => !AnswerOrder.AreEqual(value, wanted[0], TimeSpan.Zero))
            )
            {
                findings.Warn(
                    IssueCodes.Unreachable,
                    item.LinkId,
                    item.JsonPath,
                    $"The conditions of \"{item.LinkId}\" on \"{same.Key}\" cannot all hold at once, so it is never enabled."
                );
            }
        }
    }

    private static bool Compares(ItemDefinition source, AnswerValue answer) =>
        (source.Type, answer) switch
        {
            (ItemType.Choice or ItemType.OpenChoice, CodingAnswer) => true,
            (ItemType.Choice, _) => source.Options.Any(option =>
                option.Value.GetType() == answer.GetType()
            ),
            (ItemType.OpenChoice, StringAnswer) => true,
            (ItemType.Quantity, IntegerAnswer or DecimalAnswer) => true,
            (ItemType.Integer, DecimalAnswer) => true,
            (ItemType.Date, DateTimeAnswer) => true,
            _ => CalculatedValues.Fit(source, answer) is not null,
        };

    private static bool IsImpossible(ItemDefinition source, AnswerValue answer) =>
        source
            is {
                Type: ItemType.Choice,
                Options.Count: > 0,
                OptionsKnown: true,
                AnswerExpression: null
            }
        && !source.Options.Any(option => AnswerOrder.AreEqual(option.Value, answer, TimeSpan.Zero));

    private static void CheckProperties(ItemDefinition item, Findings findings)
    {
        void Misplaced(string what) =>
            findings.Refuse(
                IssueCodes.MisplacedProperty,
                item.LinkId,
                item.JsonPath,
                $"{what} does not fit item \"{item.LinkId}\" of type {ItemTypeNames.ToCode(item.Type)}."
            );

        if (item.Type == ItemType.Display)
        {
            if (item.Items.Count > 0)
            {
                Misplaced("Holding items");
            }

            if (item.Required)
            {
                Misplaced("required");
            }

            if (item.Repeats)
            {
                Misplaced("repeats");
            }
        }

        if (!item.IsQuestion)
        {
            if (item.Calculated is not null)
            {
                Misplaced("calculatedExpression");
            }

            if (item.Options.Count > 0 || !item.OptionsKnown || item.AnswerExpression is not null)
            {
                Misplaced("Options");
            }

            if (item.Initial.Count > 0)
            {
                Misplaced("initial");
            }
        }

        if (item.MaxOccurs > 1 && !item.Repeats)
        {
            Misplaced($"maxOccurs {item.MaxOccurs} without repeats");
        }

        if (item.MinOccurs > item.MaxOccurs)
        {
            Misplaced($"minOccurs {item.MinOccurs} above maxOccurs {item.MaxOccurs}");
        }

        if (item.Regex is { } pattern && !Patterns.IsValid(pattern))
        {
            findings.Refuse(
                IssueCodes.InvalidRegex,
                item.LinkId,
                item.JsonPath,
                $"The regular expression of \"{item.LinkId}\" cannot be read: {pattern}"
            );
        }

        foreach (
            var (bound, name) in ((AnswerValue?, string)[])
                [(item.MinValue, "minValue"), (item.MaxValue, "maxValue")]
        )
        {
            if (
                bound is not null
                && item.IsQuestion
                && AnswerOrder.Compare(bound, bound, TimeSpan.Zero) is null
            )
            {
                Misplaced(name);
            }
        }
    }

    private static void CheckOptions(ItemDefinition item, Findings findings)
    {
        if (
            item.Type == ItemType.Choice
            && item.Options.Count == 0
            && item.OptionsKnown
            && item.AnswerExpression is null
        )
        {
            findings.Refuse(
                IssueCodes.NoOptions,
                item.LinkId,
                item.JsonPath,
                $"Item \"{item.LinkId}\" is a choice and offers nothing to choose."
            );
        }

        if (item.Options.Count == 0)
        {
            return;
        }

        var seen = new HashSet<AnswerValue>();
        foreach (var option in item.Options)
        {
            if (!seen.Add(option.Value))
            {
                findings.Warn(
                    IssueCodes.DuplicateOption,
                    item.LinkId,
                    item.JsonPath,
                    $"Item \"{item.LinkId}\" offers \"{option.Text}\" twice."
                );
            }

            if (
                item.IsQuestion
                && item.Type is not (ItemType.Choice or ItemType.OpenChoice)
                && CalculatedValues.Fit(item, option.Value) is null
            )
            {
                findings.Refuse(
                    IssueCodes.MisplacedProperty,
                    item.LinkId,
                    item.JsonPath,
                    $"The option \"{option.Text}\" is no answer for item \"{item.LinkId}\"."
                );
            }
        }
    }

    private static void CheckInitial(ItemDefinition item, Findings findings)
    {
        if (item.Initial.Count > 1 && !item.Repeats)
        {
            findings.Refuse(
                IssueCodes.InitialMismatch,
                item.LinkId,
                item.JsonPath,
                $"Item \"{item.LinkId}\" takes one answer and has {item.Initial.Count} initial values."
            );
        }

        foreach (var value in item.Initial)
        {
            if (item.IsQuestion && CalculatedValues.Fit(item, value) is null)
            {
                findings.Refuse(
                    IssueCodes.InitialMismatch,
                    item.LinkId,
                    item.JsonPath,
                    $"An initial value of \"{item.LinkId}\" is of another type than the item."
                );
            }
        }
    }
}
