namespace Waymark.Documents.Records;

/// <summary>Concerns and what is not known, as they stand in every document.</summary>
internal static class ConcernBlocks
{
    private static readonly FactorKind[] Order =
    [
        FactorKind.HarmSign,
        FactorKind.Risk,
        FactorKind.Vulnerability,
        FactorKind.Protection,
    ];

    /// <summary>The concerns under the four kinds, each kind named even where it is empty: an empty section is a finding too.</summary>
    public static IEnumerable<Block> Of(IReadOnlyList<RecordedConcern> concerns)
    {
        yield return new Heading(1, "Concerns and protections, and what they rest on");
        yield return Paragraph.Of(
            "The four kinds of fact below are different things. They are not added up, and no number or colour stands for them."
        );
        foreach (var kind in Order)
        {
            yield return new Heading(2, HeadingOf(kind));
            var ofKind = concerns.Where(concern => concern.Kind == kind).ToList();
            if (ofKind.Count == 0)
            {
                yield return Paragraph.Of("None recorded.");
            }
            foreach (var block in ofKind.SelectMany(Of))
            {
                yield return block;
            }
        }
    }

    /// <summary>The list of what to find out.</summary>
    public static IEnumerable<Block> Of(IReadOnlyList<NotKnown> unknowns)
    {
        yield return new Heading(1, "What is not known");
        if (unknowns.Count == 0)
        {
            yield return Paragraph.Of("Nothing is recorded as not known.");
            yield break;
        }
        yield return BulletList.Of(
            unknowns.Select(unknown =>
                unknown.WhoMayKnow is { } who
                    ? $"{unknown.Question} Who may know: {who}."
                    : unknown.Question
            )
        );
    }

    private static string HeadingOf(FactorKind kind) =>
        kind switch
        {
            FactorKind.HarmSign => "Signs that harm has happened or is happening",
            FactorKind.Risk => "Risk that comes from a person",
            FactorKind.Vulnerability => "What makes the child more vulnerable",
            FactorKind.Protection => "What protects the child",
        };

    private static IEnumerable<Block> Of(RecordedConcern concern)
    {
        yield return new Heading(3, concern.Sentence);
        yield return Paragraph.Labelled("Why it matters", concern.Reason);
        yield return new Table(
            "The answers this rests on: " + concern.Sentence,
            [
                new Column("Question", 32),
                new Column("Answer", 32),
                new Column("Who says so", 18),
                new Column("Date", 18),
            ],
            [.. concern.RestsOn.Select(RowOf)]
        );
        yield return Paragraph.Labelled(
            "What speaks against it",
            Joined(concern.SpeaksAgainst, "nothing is recorded.")
        );
        yield return Paragraph.Labelled(
            "Not known",
            Joined(concern.NotKnown, "nothing is recorded as not known here.")
        );
        yield return Paragraph.Labelled(
            "Guidance",
            Joined(concern.Guidance, "none is named."),
            ParagraphRole.Note
        );
        yield return Paragraph.Labelled(
            "Status",
            GuidanceStatusWords.Sentence(concern.Status),
            ParagraphRole.Note
        );
    }

    private static IReadOnlyList<Cell> RowOf(RecordedAnswer answer) =>
        [
            Cell.Of(answer.Question),
            Cell.Of(answer.Answer),
            Cell.Of(answer.Source ?? "Not recorded"),
            Cell.Of(answer.Date?.ToString() ?? "Not recorded"),
        ];

    private static string Joined(IReadOnlyList<string> sentences, string none) =>
        sentences.Count == 0 ? none : string.Join(" ", sentences);
}
