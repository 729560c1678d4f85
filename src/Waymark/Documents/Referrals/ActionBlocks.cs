namespace Waymark.Documents.Referrals;

/// <summary>What has been done and what is still to do.</summary>
internal static class ActionBlocks
{
    public static IEnumerable<Block> Done(IReadOnlyList<ActionDone> actions)
    {
        yield return new Heading(1, "What has been done already");
        if (actions.Count == 0)
        {
            yield return Paragraph.Of("Nothing is recorded as done.");
            yield break;
        }
        yield return new Table(
            "What has been done already, by whom and when",
            [new Column("What", 44), new Column("Who", 32), new Column("When", 24)],
            [.. actions.OrderBy(action => action.At).Select(action => RowOf(action))]
        );
    }

    public static IEnumerable<Block> ToDo(IReadOnlyList<ActionToDo> actions)
    {
        if (actions.Count == 0)
        {
            yield break;
        }
        yield return new Heading(1, "Steps that nobody has marked as done");
        yield return Paragraph.Of(
            "The rules suggest these steps from the answers. They are no promise: ask the referrer which have been taken.",
            ParagraphRole.Note
        );
        yield return new Table(
            "Steps that nobody has marked as done, who would take them and by when",
            [new Column("What", 44), new Column("Who", 32), new Column("By when", 24)],
            [
                .. actions.Select(
                    (
                        IReadOnlyList<Cell> (action) =>
                            [Cell.Of(action.What), Cell.Of(action.Who), Cell.Of(action.ByWhen)]
                    )
                ),
            ]
        );
    }

    private static IReadOnlyList<Cell> RowOf(ActionDone action) =>
        [
            Cell.Of(
                action.Reference is { } reference
                    ? $"{action.What} Reference: {reference}."
                    : action.What
            ),
            Cell.Of(action.By.Described),
            Cell.Of(UkTime.Moment(action.At)),
        ];
}
