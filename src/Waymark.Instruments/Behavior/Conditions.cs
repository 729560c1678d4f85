namespace Waymark.Instruments.Behavior;

/// <summary>FHIR's <c>enableWhen</c>.</summary>
internal static class Conditions
{
    internal static bool Hold(Computation computation, ItemInstance instance, ResponseTree tree)
    {
        var conditions = instance.Definition.EnableWhen;
        if (conditions.Count == 0)
        {
            return true;
        }

        var all = instance.Definition.EnableAll;
        foreach (var condition in conditions)
        {
            if (Holds(condition, instance, tree) != all)
            {
                return !all;
            }
        }

        return all;
    }

    private static bool Holds(EnableWhen condition, ItemInstance instance, ResponseTree tree)
    {
        var source = condition.Source is null ? null : Nearest(condition.Source, instance, tree);
        var answered = source is { Enabled: true, HasAnswer: true };
        if (condition.Operator == EnableOperator.Exists)
        {
            return answered == (condition.Answer is BooleanAnswer { Value: true });
        }

        // "Not equal" holds where no answer is equal, so also where there is none.
        if (condition.Operator == EnableOperator.NotEqual)
        {
            return !answered
                || !source!.Answers.Exists(answer =>
                    answer.Given is { } given
                    && AnswerOrder.AreEqual(given, condition.Answer, tree.Context.Now.Offset)
                );
        }

        if (!answered)
        {
            return false;
        }

        foreach (var answer in source!.Answers)
        {
            if (answer.Given is { } given && Compares(given, condition, tree.Context.Now.Offset))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Compares(AnswerValue given, EnableWhen condition, TimeSpan zone) =>
        condition.Operator switch
        {
            EnableOperator.Equal => AnswerOrder.AreEqual(given, condition.Answer, zone),
            EnableOperator.Greater => AnswerOrder.Compare(given, condition.Answer, zone) > 0,
            EnableOperator.Less => AnswerOrder.Compare(given, condition.Answer, zone) < 0,
            EnableOperator.GreaterOrEqual => AnswerOrder.Compare(given, condition.Answer, zone)
                >= 0,
            EnableOperator.LessOrEqual => AnswerOrder.Compare(given, condition.Answer, zone) <= 0,
            EnableOperator.Exists or EnableOperator.NotEqual => throw new InvalidOperationException(
                "Handled before"
            ),
            _ => throw new InvalidOperationException("Unknown operator"),
        };

    /// <summary>
    /// The occurrence meant: within the innermost repeating item around both; among several there, the nearest before the asking item in
    /// the document, or else the first after it.
    /// </summary>
    internal static ItemInstance? Nearest(
        ItemDefinition source,
        ItemInstance from,
        ResponseTree tree
    )
    {
        var instances = tree.InstancesOf(source);
        if (instances.Count <= 1)
        {
            return instances.Count == 0 ? null : instances[0];
        }

        if (from.Enclosing(source) is { } around)
        {
            return around;
        }

        var shared = Scoping.Shared(from.Definition, source);
        ItemInstance? before = null;
        ItemInstance? after = null;
        foreach (var instance in instances)
        {
            if (shared is not null && !instance.SharesScope(from, shared))
            {
                continue;
            }

            if (source.Index < from.Definition.Index)
            {
                before = instance;
            }
            else
            {
                after ??= instance;
            }
        }

        return before ?? after;
    }
}
