using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Waymark.Documents.Html;

/// <summary>A document as part of a page, to read on screen and to print: the same words as its Word file.</summary>
public static class DocumentHtml
{
    /// <summary>The document's title and blocks, encoded, in govuk-frontend's classes; the page brings the rest.</summary>
    public static IHtmlContent Render(Document document)
    {
        var writer = new HtmlBlockWriter();
        writer.Open(document.Layout);
        writer.WriteTitle(document.Title);
        foreach (var block in document.Blocks)
        {
            block.WriteTo(writer);
        }
        writer.Close();
        return new HtmlString(writer.ToString());
    }

    /// <summary>Writes one block after another; every word passes through the encoder.</summary>
    private sealed class HtmlBlockWriter : IBlockWriter
    {
        private static readonly string[] HeadingClasses = ["l", "m", "s"];

        private readonly StringBuilder _html = new();

        public void Open(PageLayout layout) =>
            Line(
                layout switch
                {
                    PageLayout.Standard => "<div class=\"wm-document\">",
                    PageLayout.Compact => "<div class=\"wm-document wm-document--compact\">",
                    PageLayout.Dense =>
                        "<div class=\"wm-document wm-document--compact wm-document--dense\">",
                }
            );

        public void Close() => Line("</div>");

        public void WriteTitle(string title) =>
            Line($"<h1 class=\"govuk-heading-xl\">{Encode(title)}</h1>");

        public void Write(Heading heading)
        {
            var level = heading.Level + 1;
            Line(
                $"<h{level} class=\"govuk-heading-{HeadingClasses[heading.Level - 1]}\">{Encode(heading.Text)}</h{level}>"
            );
        }

        public void Write(Paragraph paragraph)
        {
            var (opening, closing) = paragraph.Role switch
            {
                ParagraphRole.Body => ("<p class=\"govuk-body\">", "</p>"),
                ParagraphRole.Note => ("<p class=\"govuk-body-s\">", "</p>"),
                ParagraphRole.Warning => (
                    "<div class=\"govuk-inset-text\"><strong>Important:</strong> ",
                    "</div>"
                ),
            };
            Line(opening + Spans(paragraph) + closing);
        }

        public void Write(BulletList list) => List("ul", "bullet", list.Items);

        public void Write(NumberedList list) => List("ol", "number", list.Items);

        public void Write(Table table)
        {
            // The roles: a phone shows a row as one block, and an element shown as a block is no longer a row without them.
            Line("<table class=\"govuk-table\" role=\"table\">");
            Line($"<caption class=\"govuk-visually-hidden\">{Encode(table.Caption)}</caption>");
            Line(
                "<thead class=\"govuk-table__head\" role=\"rowgroup\"><tr class=\"govuk-table__row\" role=\"row\">"
            );
            foreach (var column in table.Columns)
            {
                Line(
                    $"<th scope=\"col\" role=\"columnheader\" class=\"govuk-table__header wm-width-{column.Percent}\">{Encode(column.Header)}</th>"
                );
            }
            Line("</tr></thead>");
            Line("<tbody class=\"govuk-table__body\" role=\"rowgroup\">");
            foreach (var row in table.Rows)
            {
                Line("<tr class=\"govuk-table__row\" role=\"row\">");
                foreach (var cell in row)
                {
                    Line("<td class=\"govuk-table__cell\" role=\"cell\">");
                    foreach (var paragraph in cell.Paragraphs)
                    {
                        Write(paragraph);
                    }
                    Line("</td>");
                }
                Line("</tr>");
            }
            Line("</tbody></table>");
        }

        public void Write(KeyValueList list)
        {
            Line("<dl class=\"govuk-summary-list\">");
            foreach (var entry in list.Entries)
            {
                Line(
                    $"<div class=\"govuk-summary-list__row\"><dt class=\"govuk-summary-list__key\">{Encode(entry.Key)}</dt>"
                        + $"<dd class=\"govuk-summary-list__value\">{Encode(entry.Value)}</dd></div>"
                );
            }
            Line("</dl>");
        }

        public void Write(QuotedWords quoted) =>
            Line(
                $"<figure class=\"wm-quote\"><figcaption class=\"govuk-body-s\">{Encode(quoted.Attribution)}</figcaption>"
                    + $"<blockquote class=\"govuk-inset-text\">“{Encode(quoted.Words)}”</blockquote></figure>"
            );

        public void Write(WriteIn writeIn)
        {
            Line(
                $"<p class=\"govuk-body wm-write-in\"><strong>{Encode(writeIn.Label)}:</strong></p>"
            );
            for (var line = 1; line < writeIn.Lines; line++)
            {
                Line("<p class=\"govuk-body wm-write-in\" aria-hidden=\"true\"></p>");
            }
        }

        public override string ToString() => _html.ToString();

        private void List(string element, string modifier, IReadOnlyList<Paragraph> items)
        {
            Line($"<{element} class=\"govuk-list govuk-list--{modifier}\">");
            foreach (var item in items)
            {
                Line($"<li>{Spans(item)}</li>");
            }
            Line($"</{element}>");
        }

        private static string Spans(Paragraph paragraph) =>
            string.Concat(
                paragraph.Spans.Select(span =>
                    span.Strong ? $"<strong>{Encode(span.Text)}</strong>" : Encode(span.Text)
                )
            );

        /// <summary>Encoded, with line feeds kept as line breaks.</summary>
        private static string Encode(string text) =>
            string.Join(
                "<br>",
                text.ReplaceLineEndings("\n").Split('\n').Select(HtmlEncoder.Default.Encode)
            );

        private void Line(string html) => _html.Append(html).Append('\n');
    }
}
