namespace Waymark.Documents.Chronologies;

/// <summary>A chronology as a document of its own, and as a part of others.</summary>
public static class ChronologyDocument
{
    /// <summary>The chronology as a Word file.</summary>
    public static byte[] Build(Chronology chronology) => Word.WordFile.Write(Compose(chronology));

    /// <summary>The chronology's words and structure.</summary>
    public static Document Compose(Chronology chronology) =>
        new()
        {
            Title = "Chronology of the record",
            MadeAt = chronology.MadeAt,
            PageHeader = $"Chronology. Confidential.\tChild’s reference: {chronology.Reference}",
            PageFooter = $"Made {UkTime.Moment(chronology.MadeAt)} with Waymark.",
            Blocks =
            [
                new KeyValueList([
                    new KeyValue("Child’s reference", chronology.Reference),
                    new KeyValue("Record kept by", chronology.Agency),
                    new KeyValue(
                        "Made",
                        $"{UkTime.Moment(chronology.MadeAt)}. Times are clock times in the United Kingdom"
                    ),
                ]),
                Entries(chronology.Entries),
            ],
        };

    /// <summary>The entries in order of when they happened, then of when they were recorded; what has no date comes last.</summary>
    internal static Block Entries(IReadOnlyList<ChronologyEntry> entries) =>
        entries.Count == 0
            ? Paragraph.Of("Nothing is recorded.")
            : new Table(
                "Chronology, oldest first",
                [
                    new Column("When it happened", 18),
                    new Column("What", 38),
                    new Column("Source", 24),
                    new Column("Recorded", 20),
                ],
                [
                    .. entries
                        .OrderBy(entry => entry.HappenedOn is null)
                        .ThenBy(entry => entry.HappenedOn)
                        .ThenBy(entry => entry.RecordedAt)
                        .ThenBy(entry => entry.What, StringComparer.Ordinal)
                        .Select(RowOf),
                ]
            );

    private static IReadOnlyList<Cell> RowOf(ChronologyEntry entry) =>
        [
            Cell.Of(entry.HappenedOn?.ToString() ?? "Not known"),
            Cell.Of(entry.What),
            Cell.Of(entry.Source),
            Cell.Of(UkTime.Moment(entry.RecordedAt)),
        ];
}
