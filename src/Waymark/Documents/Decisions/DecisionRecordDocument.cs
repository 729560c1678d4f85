using Waymark.Documents.Records;

namespace Waymark.Documents.Decisions;

/// <summary>A decision other than to refer, as a document.</summary>
public static class DecisionRecordDocument
{
    /// <summary>The record as a Word file.</summary>
    public static byte[] Build(DecisionRecord record) => Word.WordFile.Write(Compose(record));

    /// <summary>The record's words and structure.</summary>
    public static Document Compose(DecisionRecord record) =>
        new()
        {
            Title = TitleOf(record.Kind),
            MadeAt = record.MadeAt,
            PageHeader = $"Decision record. Confidential.\tChild’s reference: {record.Reference}",
            PageFooter = $"Made {UkTime.Moment(record.MadeAt)} with Waymark.",
            Blocks =
            [
                .. Decision(record),
                .. Asked(record),
                .. Meanwhile(record),
                .. ConcernBlocks.Of(record.Concerns),
                .. ConcernBlocks.Of(record.NotKnown),
                .. JudgementBlocks.Of(record.Formulation),
                .. JudgementBlocks.Of(record.LevelOfConcern),
                .. JudgementBlocks.Of(record.SecondView),
                .. MadeFromBlocks.Of(record.MadeFrom, record.MadeAt),
            ],
        };

    private static string TitleOf(DecisionKind kind) =>
        kind switch
        {
            DecisionKind.DoNotRefer => "Decision not to refer for now",
            DecisionKind.AskForConsultation => "Decision to ask for a consultation",
        };

    private static IEnumerable<Block> Decision(DecisionRecord record) =>
        [
            new KeyValueList([
                new KeyValue("Child’s reference", record.Reference),
                new KeyValue("Decided by", record.DecidedBy.Described),
                new KeyValue("Decided", UkTime.Moment(record.DecidedAt)),
                new KeyValue(
                    "Look again on",
                    $"{UkTime.Date(record.LookAgainOn)}, by {record.LooksAgain.Described}"
                ),
            ]),
            Paragraph.Of(
                "Look again before that day if anything changes. If the child is in danger, ring the police on 999; a decision not to refer never stands in the way.",
                ParagraphRole.Warning
            ),
            new Heading(1, "Reasons"),
            Paragraph.Of(record.Reasons),
        ];

    private static IEnumerable<Block> Asked(DecisionRecord record) =>
        [
            new Heading(
                1,
                record.Kind == DecisionKind.AskForConsultation ? "Who is asked" : "Who was asked"
            ),
            record.Asked.Count == 0
                ? Paragraph.Of("Nobody is recorded as asked.")
                : new Table(
                    "Who was asked, what and when, and what they said",
                    [
                        new Column("Who", 24),
                        new Column("Asked", 28),
                        new Column("When", 16),
                        new Column("What they said", 32),
                    ],
                    [.. record.Asked.Select(RowOf)]
                ),
        ];

    private static IReadOnlyList<Cell> RowOf(PersonAsked asked) =>
        [
            Cell.Of(asked.Who.Described),
            Cell.Of(asked.Question),
            Cell.Of(UkTime.Moment(asked.At)),
            Cell.Of(asked.Answer ?? "No answer yet"),
        ];

    private static IEnumerable<Block> Meanwhile(DecisionRecord record) =>
        [
            new Heading(1, "What is done for the child in the meantime"),
            record.Meanwhile.Count == 0
                ? Paragraph.Of("Nothing is recorded.")
                : BulletList.Of(record.Meanwhile),
        ];
}
