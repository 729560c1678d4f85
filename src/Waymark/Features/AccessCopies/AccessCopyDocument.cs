using Waymark.Documents;

namespace Waymark.Features.AccessCopies;

/// <summary>The copy as a document to read: the record in order, what was withheld shown as withheld, and why. Pure.</summary>
public static class AccessCopyDocument
{
    /// <summary>The document's words and structure.</summary>
    public static Document Compose(
        WholeRecord record,
        IReadOnlyList<CopySection> sections,
        Redaction redaction
    ) =>
        new()
        {
            Title = "Copy of the record about you",
            MadeAt = record.Now,
            PageHeader =
                $"Copy of a record. Confidential.\tChild’s reference: {record.Child.Reference}",
            PageFooter = $"Made {UkTime.Moment(record.Now)} with Waymark.",
            Blocks =
            [
                new KeyValueList([
                    new("Reference", record.Child.Reference),
                    new("Record kept by", record.Agency),
                    new("Made", UkTime.Moment(record.Now)),
                ]),
                Paragraph.Of(
                    "This is everything Waymark holds about the child with this reference: what was written, earlier wordings, what was done, and who looked. Times are clock times in the United Kingdom."
                ),
                Paragraph.Of(
                    redaction.Withheld.Count == 0
                        ? "Nothing was withheld."
                        : $"{(redaction.Withheld.Count == 1 ? "One passage was" : $"{redaction.Withheld.Count} passages were")} withheld. Each is marked where it stands, and the reasons are at the end. You may ask {record.Agency} to look at that again."
                ),
                .. sections
                    .Where(s => s.Lines.Count > 0)
                    .SelectMany(section =>
                        new Block[]
                        {
                            new Heading(1, section.Title),
                            new KeyValueList([
                                .. section
                                    .Lines.Select(l => (l.Label, Words: redaction.Shown(l)))
                                    .Where(l => l.Words.Length > 0)
                                    .Select(l => new KeyValue(l.Label, l.Words)),
                            ]),
                        }
                    ),
                .. Reasons(redaction),
            ],
        };

    private static IEnumerable<Block> Reasons(Redaction redaction) =>
        redaction.Withheld.Count == 0
            ? []
            :
            [
                new Heading(1, "What was withheld"),
                new KeyValueList([
                    .. redaction.Withheld.Select(
                        (d, index) =>
                            new KeyValue(
                                $"Withheld {index + 1}",
                                $"{d.Kind.Words()}: {d.Choice.Reason()}"
                            )
                    ),
                ]),
            ];
}
