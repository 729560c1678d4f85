namespace Waymark.Documents.Referrals;

/// <summary>What the child said, wants and fears: before anyone else's account.</summary>
internal static class ChildsWordsBlocks
{
    public static IEnumerable<Block> Of(
        IReadOnlyList<ChildsWords> words,
        string? wants,
        string? fears
    )
    {
        yield return new Heading(1, "The child’s own words");
        if (words.Count == 0)
        {
            yield return Paragraph.Of(
                "No exact words of the child are recorded. That says nothing about what happened."
            );
        }
        else
        {
            yield return Paragraph.Of(
                "Written down word for word. Please do not ask the child to say it again before the police and children’s social care have agreed how.",
                ParagraphRole.Note
            );
        }
        foreach (var said in words)
        {
            yield return new QuotedWords(said.Words, Attribution(said));
        }
        yield return Paragraph.Labelled("What the child wants", wants ?? "not recorded.");
        yield return Paragraph.Labelled("What the child is afraid of", fears ?? "not recorded.");
    }

    private static string Attribution(ChildsWords said)
    {
        var date = said.SaidOn is { } day ? $", on {day}" : ", date not recorded";
        return said.Circumstances is { } how
            ? $"The child said to {said.SaidTo}{date} ({how}):"
            : $"The child said to {said.SaidTo}{date}:";
    }
}
