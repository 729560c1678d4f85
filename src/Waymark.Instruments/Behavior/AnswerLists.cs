namespace Waymark.Instruments.Behavior;

/// <summary>Changes the answers of one occurrence, keeping what is within an answer that stays.</summary>
internal static class AnswerLists
{
    /// <summary>Puts these answers in place of the present ones.</summary>
    /// <returns>Whether anything is different now.</returns>
    internal static bool Replace(
        ResponseTree tree,
        Settling settling,
        ItemInstance question,
        IReadOnlyList<AnswerValue> values
    )
    {
        var answers = question.Answers;
        if (Same(answers, values))
        {
            return false;
        }

        var nested = question.Definition.Items.Count > 0;
        if (!nested)
        {
            while (answers.Count > values.Count)
            {
                answers.RemoveAt(answers.Count - 1);
            }

            for (var i = 0; i < values.Count; i++)
            {
                (i < answers.Count ? answers[i] : tree.AddSlot(question)).Given = values[i];
            }

            return true;
        }

        ReplaceNested(tree, settling, question, values);
        return true;
    }

    private static void ReplaceNested(
        ResponseTree tree,
        Settling settling,
        ItemInstance question,
        IReadOnlyList<AnswerValue> values
    )
    {
        var old = question.Answers.ToList();
        question.Answers.Clear();
        var kept = new AnswerSlot?[values.Count];

        // First each value that stays finds its own answer again, then the others take over what is left.
        for (var i = 0; i < values.Count; i++)
        {
            if (old.Find(slot => values[i].Equals(slot.Given)) is { } same)
            {
                kept[i] = same;
                old.Remove(same);
            }
        }

        for (var i = 0; i < Math.Max(values.Count, 1); i++)
        {
            var slot = i < values.Count ? kept[i] : null;
            if (slot is null && old.Count > 0)
            {
                slot = old[0];
                old.RemoveAt(0);
            }

            if (slot is null)
            {
                slot = tree.AddSlot(question);
                settling.MarkNew(slot.Children);
            }
            else
            {
                question.Answers.Add(slot);
            }

            slot.Given = i < values.Count ? values[i] : null;
        }

        foreach (var slot in old)
        {
            MarkDependentsWithin(settling, slot);
            tree.Forget(slot);
        }

        if (old.Count > 0)
        {
            settling.ForgetIssues(instance => instance.IsGone);
        }

        tree.Reindex();
    }

    private static void MarkDependentsWithin(Settling settling, Container container)
    {
        foreach (var list in container.Children)
        {
            foreach (var item in list)
            {
                settling.MarkDependents(item);

                MarkDependentsWithin(settling, item);
                item.Answers.ForEach(slot => MarkDependentsWithin(settling, slot));
            }
        }
    }

    /// <summary>Marks what read the answers in an occurrence that is about to go.</summary>
    internal static void MarkLeaving(Settling settling, ItemInstance instance)
    {
        settling.MarkDependents(instance);

        MarkDependentsWithin(settling, instance);
        instance.Answers.ForEach(slot => MarkDependentsWithin(settling, slot));
    }

    private static bool Same(List<AnswerSlot> answers, IReadOnlyList<AnswerValue> values)
    {
        var count = 0;
        foreach (var answer in answers)
        {
            if (answer.Given is not { } given)
            {
                continue;
            }

            if (count >= values.Count || !given.Equals(values[count]))
            {
                return false;
            }

            count++;
        }

        return count == values.Count;
    }
}
