using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Waymark.Documents.Word;

/// <summary>
/// The look, as named styles: an agency that wants another look changes the styles in its own copy. Black on white; nothing
/// is said by colour alone, for it will be printed in grey.
/// </summary>
internal static class WordStyles
{
    private const string Font = "Arial";

    public static Styles Part(PageLayout layout)
    {
        var page = PageMetrics.Of(layout);
        var body = page.BodySize;
        var gap = page.ParagraphGap;
        return new Styles(
            new DocDefaults(
                new RunPropertiesDefault(
                    new RunPropertiesBaseStyle(
                        new RunFonts
                        {
                            Ascii = Font,
                            HighAnsi = Font,
                            ComplexScript = Font,
                            EastAsia = Font,
                        },
                        new FontSize { Val = Number(body) },
                        new FontSizeComplexScript { Val = Number(body) },
                        new Languages
                        {
                            Val = "en-GB",
                            EastAsia = "en-GB",
                            Bidi = "ar-SA",
                        }
                    )
                ),
                new ParagraphPropertiesDefault(
                    new ParagraphPropertiesBaseStyle(
                        new SpacingBetweenLines
                        {
                            Before = "0",
                            After = "0",
                            Line = Number(page.LineHeight),
                            LineRule = LineSpacingRuleValues.Auto,
                        }
                    )
                )
            ),
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle())
            {
                Type = StyleValues.Paragraph,
                StyleId = "Normal",
                Default = true,
            },
            new Style(
                new StyleName { Val = "Normal Table" },
                new StyleTableProperties(
                    new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa }
                )
            )
            {
                Type = StyleValues.Table,
                StyleId = "TableNormal",
                Default = true,
            },
            Text("BodyText", "Body Text", after: gap),
            Text("Title", "Title", size: body + 12, bold: true, after: gap, keepNext: true),
            Text(
                "Heading1",
                "heading 1",
                size: body + 6,
                bold: true,
                before: 2 * gap + 40,
                after: gap / 2 + 20,
                keepNext: true,
                outline: 0
            ),
            Text(
                "Heading2",
                "heading 2",
                size: body + 2,
                bold: true,
                before: gap + 60,
                after: gap / 2,
                keepNext: true,
                outline: 1
            ),
            Text(
                "Heading3",
                "heading 3",
                size: body,
                bold: true,
                before: gap + 20,
                after: gap / 2,
                keepNext: true,
                outline: 2
            ),
            Text("ListBullet", "List Bullet", after: gap / 3),
            Text("ListNumber", "List Number", after: gap / 3),
            Text("KeyValue", "Key and value", after: gap / 3),
            Text("Note", "Note", size: page.SmallSize, after: gap),
            Text("Warning", "Warning", before: gap, after: gap, bar: true),
            Text("QuoteSource", "Quote source", before: gap, keepNext: true),
            Text("Quote", "Quote", after: gap, bar: true),
            Text(
                "WriteIn",
                "Write in",
                rightLeader: page.TextWidth,
                exactHeight: page.WriteInHeight
            ),
            Text("TableText", "Table text"),
            Text("TableHeader", "Table header", bold: true, keepNext: true),
            Text("AfterTable", "After table", size: 8, exactHeight: gap + 40),
            Text("Header", "header", size: page.SmallSize, rightTab: page.TextWidth),
            Text("Footer", "footer", size: page.SmallSize, rightTab: page.TextWidth),
            TableLines(page)
        );
    }

    private static Style Text(
        string id,
        string name,
        int? size = null,
        bool bold = false,
        int before = 0,
        int after = 0,
        bool keepNext = false,
        int? outline = null,
        bool bar = false,
        int? rightLeader = null,
        int? rightTab = null,
        int? exactHeight = null
    )
    {
        var paragraph = new StyleParagraphProperties();
        if (keepNext)
        {
            paragraph.KeepNext = new KeepNext();
        }
        if (bar)
        {
            paragraph.ParagraphBorders = new ParagraphBorders(
                new LeftBorder
                {
                    Val = BorderValues.Single,
                    Size = 24,
                    Space = 8,
                    Color = "000000",
                }
            );
        }
        if (rightLeader is { } leader)
        {
            paragraph.Tabs = new Tabs(
                new TabStop
                {
                    Val = TabStopValues.Right,
                    Leader = TabStopLeaderCharValues.Underscore,
                    Position = leader,
                }
            );
        }
        if (rightTab is { } tab)
        {
            paragraph.Tabs = new Tabs(new TabStop { Val = TabStopValues.Right, Position = tab });
        }
        paragraph.SpacingBetweenLines = new SpacingBetweenLines
        {
            Before = Number(before),
            After = Number(after),
        };
        if (exactHeight is { } height)
        {
            paragraph.SpacingBetweenLines.Line = Number(height);
            paragraph.SpacingBetweenLines.LineRule = LineSpacingRuleValues.Exact;
        }
        if (bar)
        {
            paragraph.Indentation = new Indentation { Left = "227" };
        }
        if (outline is { } level)
        {
            paragraph.OutlineLevel = new OutlineLevel { Val = level };
        }
        var style = new Style(
            new StyleName { Val = name },
            new BasedOn { Val = "Normal" },
            new PrimaryStyle(),
            paragraph
        )
        {
            Type = StyleValues.Paragraph,
            StyleId = id,
        };
        if (size is not null || bold)
        {
            var run = new StyleRunProperties();
            if (bold)
            {
                run.Bold = new Bold();
            }
            if (size is { } halfPoints)
            {
                run.FontSize = new FontSize { Val = Number(halfPoints) };
            }
            style.Append(run);
        }
        return style;
    }

    private static Style TableLines(PageMetrics page) =>
        new(
            new StyleName { Val = "Waymark table" },
            new BasedOn { Val = "TableNormal" },
            new StyleTableProperties(
                new TableBorders(
                    new TopBorder
                    {
                        Val = BorderValues.Single,
                        Size = 8,
                        Color = "000000",
                    },
                    new BottomBorder
                    {
                        Val = BorderValues.Single,
                        Size = 8,
                        Color = "000000",
                    },
                    new InsideHorizontalBorder
                    {
                        Val = BorderValues.Single,
                        Size = 4,
                        Color = "7F7F7F",
                    },
                    new InsideVerticalBorder
                    {
                        Val = BorderValues.Single,
                        Size = 4,
                        Color = "BFBFBF",
                    }
                ),
                new TableCellMarginDefault(
                    new TopMargin { Width = Number(page.CellGap), Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 70, Type = TableWidthValues.Dxa },
                    new BottomMargin
                    {
                        Width = Number(page.CellGap),
                        Type = TableWidthUnitValues.Dxa,
                    },
                    new TableCellRightMargin { Width = 70, Type = TableWidthValues.Dxa }
                )
            ),
            new TableStyleProperties(
                new TableStyleConditionalFormattingTableCellProperties(
                    new Shading
                    {
                        Val = ShadingPatternValues.Clear,
                        Color = "auto",
                        Fill = "E6E6E6",
                    }
                )
            )
            {
                Type = TableStyleOverrideValues.FirstRow,
            }
        )
        {
            Type = StyleValues.Table,
            StyleId = "WaymarkTable",
            CustomStyle = true,
        };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
