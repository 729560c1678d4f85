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
        foreach (
            var kind in Order.Where(kind => statements.Any(statement => statement.Kind == kind))
        )
        {
            var (heading, meaning) = Words(kind);
            yield return new Heading(2, heading);
            yield return Paragraph.Of(meaning, ParagraphRole.Note);
            yield return new Table(
                heading,
                [new Column("What", 52), new Column("Source", 28), new Column("Date", 20)],
                [.. statements.Where(statement => statement.Kind == kind).Select(RowOf)]
            );
        }
        var empty = Order
            .Where(kind => statements.All(statement => statement.Kind != kind))
            .ToList();
        if (empty.Count > 0)
        {
            yield return Paragraph.Of(
                $"Nothing is recorded under: {string.Join(", ", empty.Select(kind => Words(kind).Heading.ToLowerInvariant()))}."
            );
        }
    }

    private static IReadOnlyList<Cell> RowOf(Statement statement) =>
        [
            Cell.Of(statement.Text),
            Cell.Of(statement.Source),
            Cell.Of(statement.Date?.ToString() ?? "Not recorded"),
        ];

    private static (string Heading, string Meaning) Words(StatementKind kind) =>
        kind switch
        {
            StatementKind.Fact => ("Facts", "Established, or in a record that can be shown."),
            StatementKind.Report => ("Reports", "What someone told us."),
            StatementKind.Observation => ("Observations", "What a professional saw or heard."),
            StatementKind.Opinion => ("Opinions", "What a professional thinks. It may be wrong."),
        };
}
