namespace Waymark.Documents.Referrals;

/// <summary>Facts, reports, observations and opinions, each kind in a table of its own.</summary>
internal static class StatementBlocks
{
    private static readonly StatementKind[] Order =
    [
        StatementKind.Fact,
        StatementKind.Report,
        StatementKind.Observation,
        StatementKind.Opinion,
    ];

    public static IEnumerable<Block> Of(IReadOnlyList<Statement> statements)
    {
        yield return new Heading(1, "What is known, and how we know it");
        foreach (var kind in Order)
        {
            var (heading, meaning) = Words(kind);
            yield return new Heading(2, heading);
            yield return Paragraph.Of(meaning, ParagraphRole.Note);
            var ofKind = statements.Where(statement => statement.Kind == kind).ToList();
            yield return ofKind.Count == 0
                ? Paragraph.Of("None recorded.")
                : new Table(
                    heading,
                    [new Column("What", 52), new Column("Source", 28), new Column("Date", 20)],
                    [
                        .. ofKind.Select(
                            (
                                IReadOnlyList<Cell> (one) =>
                                    [
                                        Cell.Of(one.Text),
                                        Cell.Of(one.Source),
                                        Cell.Of(one.Date?.ToString() ?? "Not recorded"),
                                    ]
                            )
                        ),
                    ]
                );
        }
    }

    private static (string Heading, string Meaning) Words(StatementKind kind) =>
        kind switch
        {
            StatementKind.Fact => ("Facts", "Established, or in a record that can be shown."),
            StatementKind.Report => ("Reports", "What someone told us."),
            StatementKind.Observation => ("Observations", "What a professional saw or heard."),
            StatementKind.Opinion => ("Opinions", "What a professional thinks. It may be wrong."),
        };
}
