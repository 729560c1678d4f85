namespace Waymark.Documents.Records;

/// <summary>How a document came about, at its end: which questions and rules, and how far they can be relied on.</summary>
internal static class MadeFromBlocks
{
    public static IEnumerable<Block> Of(IReadOnlyList<string> madeFrom, DateTimeOffset madeAt) =>
        [
            new Heading(1, "How this document was made"),
            Paragraph.Of(
                $"Made on {UkTime.Moment(madeAt)} with Waymark, from answers and words that people recorded. All times are clock times in the United Kingdom."
            ),
            .. madeFrom.Count == 0 ? (Block[])[] : [BulletList.Of(madeFrom)],
            Paragraph.Of(
                "Guidance-derived, not panel-validated: the rules behind the concerns and steps come from published guidance and have not been confirmed "
                    + "by a named panel of experts. Those marked “to be checked” have not been seen in a source. They inform judgement and do not replace it.",
                ParagraphRole.Warning
            ),
            Paragraph.Of(
                "This document holds no pictures, videos or links to them. Anyone who comes upon a sexual image of a child does not look further, copy it "
                    + "or send it, and tells the police.",
                ParagraphRole.Note
            ),
        ];
}
