using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Waymark.Documents.Word;

/// <summary>
/// Blocks as WordprocessingML. Structure is real (heading styles, lists, header rows), because a screen reader reads the structure
/// and not the look.
/// </summary>
internal sealed class WordBlockWriter(PageLayout layout) : IBlockWriter
{
    private readonly List<OpenXmlElement> _body = [];
    private readonly PageMetrics _page = PageMetrics.Of(layout);

    /// <summary>What was written, in order.</summary>
    public IReadOnlyList<OpenXmlElement> Body => _body;

    /// <summary>How many numbered lists were written: each needs its own numbering so that it starts at 1.</summary>
    public int NumberedLists { get; private set; }

    public void WriteTitle(string title) => _body.Add(Styled("Title", WordText.Run(title)));

    public void Write(Heading heading) =>
        _body.Add(
            Styled(
                string.Create(CultureInfo.InvariantCulture, $"Heading{heading.Level}"),
                WordText.Run(heading.Text)
            )
        );

    public void Write(Paragraph paragraph) => _body.Add(ParagraphOf(paragraph));

    public void Write(BulletList list)
    {
        foreach (var item in list.Items)
        {
            _body.Add(ListItem(item, "ListBullet", WordNumbering.Bullets));
        }
    }

    public void Write(NumberedList list)
    {
        NumberedLists++;
        foreach (var item in list.Items)
        {
            _body.Add(ListItem(item, "ListNumber", WordNumbering.NumberedList(NumberedLists)));
        }
    }

    public void Write(Table table)
    {
        var widths = table
            .Columns.Select(column => _page.TextWidth * column.Percent / 100)
            .ToList();
        var word = new W.Table(
            new TableProperties(
                new TableStyle { Val = "WaymarkTable" },
                new TableWidth { Type = TableWidthUnitValues.Dxa, Width = Number(widths.Sum()) },
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableLook
                {
                    Val = "0020",
                    FirstRow = true,
                    LastRow = false,
                    FirstColumn = false,
                    LastColumn = false,
                    NoHorizontalBand = true,
                    NoVerticalBand = true,
                },
                new TableCaption { Val = WordText.Sanitise(table.Caption) }
            ),
            new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) }))
        );
        word.Append(
            new TableRow(
                (OpenXmlElement[])
                    [
                        new TableRowProperties(new CantSplit(), new TableHeader()),
                        .. table.Columns.Select(
                            (column, i) =>
                                CellOf(
                                    widths[i],
                                    [Styled("TableHeader", WordText.Run(column.Header))]
                                )
                        ),
                    ]
            )
        );
        foreach (var row in table.Rows)
        {
            word.Append(
                new TableRow(
                    (OpenXmlElement[])
                        [
                            new TableRowProperties(new CantSplit()),
                            .. row.Select(
                                (cell, i) =>
                                    CellOf(widths[i], [.. cell.Paragraphs.Select(TableParagraph)])
                            ),
                        ]
                )
            );
        }
        _body.Add(word);
        _body.Add(Styled("AfterTable")); // Word joins two tables that touch, and wants a paragraph at the end of the body
    }

    public void Write(KeyValueList list)
    {
        foreach (var entry in list.Entries)
        {
            _body.Add(
                Styled(
                    "KeyValue",
                    WordText.Run(entry.Key + ":", strong: true),
                    WordText.Run(" " + entry.Value)
                )
            );
        }
    }

    public void Write(QuotedWords quoted)
    {
        _body.Add(Styled("QuoteSource", WordText.Run(quoted.Attribution)));
        _body.Add(Styled("Quote", WordText.Run($"“{quoted.Words}”")));
    }

    public void Write(WriteIn writeIn)
    {
        _body.Add(
            Styled("WriteIn", WordText.Run(writeIn.Label + ":", strong: true), WordText.Run(" \t"))
        );
        for (var line = 1; line < writeIn.Lines; line++)
        {
            _body.Add(Styled("WriteIn", WordText.Run("\t")));
        }
    }

    private static W.Paragraph ParagraphOf(Paragraph paragraph) =>
        paragraph.Role switch
        {
            ParagraphRole.Body => Styled("BodyText", Runs(paragraph)),
            ParagraphRole.Note => Styled("Note", Runs(paragraph)),
            ParagraphRole.Warning => Styled(
                "Warning",
                [WordText.Run("Important: ", strong: true), .. Runs(paragraph)]
            ),
        };

    private static W.Paragraph TableParagraph(Paragraph paragraph) =>
        paragraph.Role == ParagraphRole.Body
            ? Styled("TableText", Runs(paragraph))
            : ParagraphOf(paragraph);

    private static W.Paragraph ListItem(Paragraph item, string style, int numbering)
    {
        var paragraph = Styled(style, Runs(item));
        paragraph.ParagraphProperties!.NumberingProperties = new NumberingProperties(
            new NumberingLevelReference { Val = 0 },
            new NumberingId { Val = numbering }
        );
        return paragraph;
    }

    private static TableCell CellOf(int width, IReadOnlyList<W.Paragraph> paragraphs)
    {
        var cell = new TableCell(
            new TableCellProperties(
                new TableCellWidth { Type = TableWidthUnitValues.Dxa, Width = Number(width) }
            )
        );
        cell.Append(paragraphs.Count == 0 ? [Styled("TableText")] : paragraphs);
        return cell;
    }

    private static Run[] Runs(Paragraph paragraph) =>
        [.. paragraph.Spans.Select(span => WordText.Run(span.Text, span.Strong))];

    private static W.Paragraph Styled(string style, params Run[] runs)
    {
        var paragraph = new W.Paragraph(
            new ParagraphProperties(new ParagraphStyleId { Val = style })
        );
        paragraph.Append(runs);
        return paragraph;
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
