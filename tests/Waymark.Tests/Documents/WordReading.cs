using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Waymark.Tests.Documents;

/// <summary>Reads a Word file back, so that what is approved is what stands in the file and not what was meant to.</summary>
internal static class WordReading
{
    /// <summary>The file's words in reading order, with the kind of each paragraph where it is not running text.</summary>
    public static string PlainText(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        var main = package.MainDocumentPart!;
        var text = new StringBuilder();
        text.Append("[head] ").Append(Words(main.HeaderParts.Single().Header!)).Append('\n');
        text.Append("[foot] ").Append(Words(main.FooterParts.Single().Footer!)).Append('\n');
        foreach (var element in main.Document!.Body!.Elements())
        {
            switch (element)
            {
                case W.Paragraph paragraph:
                    AppendParagraph(text, paragraph);
                    break;
                case W.Table table:
                    AppendTable(text, table);
                    break;
            }
        }
        return text.ToString();
    }

    /// <summary>The file's words and its SHA-256: what a reviewer approves, and the proof that every build writes the same bytes.</summary>
    public static string ForApproval(byte[] docx) =>
        $"{PlainText(docx)}\n[SHA-256] {Convert.ToHexStringLower(SHA256.HashData(docx))}";

    /// <summary>What Microsoft's validator finds wrong.</summary>
    public static IReadOnlyList<string> Faults(byte[] docx)
    {
        using var package = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return
        [
            .. new OpenXmlValidator(FileFormatVersions.Microsoft365)
                .Validate(package, TestContext.Current.CancellationToken)
                .Select(fault => $"{fault.Part?.Uri} {fault.Path?.XPath}: {fault.Description}"),
        ];
    }

    private static void AppendParagraph(StringBuilder text, W.Paragraph paragraph)
    {
        var style = paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "";
        var words = Words(paragraph);
        var line = style switch
        {
            "Title" => "# " + words,
            "Heading1" => "\n## " + words,
            "Heading2" => "\n### " + words,
            "Heading3" => "\n#### " + words,
            "ListBullet" => "• " + words,
            "ListNumber" => "#. " + words,
            "Quote" => "    " + words.Replace("\n", "\n    ", StringComparison.Ordinal),
            "AfterTable" => "",
            _ => words,
        };
        text.Append(line).Append('\n');
    }

    private static void AppendTable(StringBuilder text, W.Table table)
    {
        foreach (var row in table.Elements<W.TableRow>())
        {
            var cells = row.Elements<W.TableCell>()
                .Select(cell => string.Join("\n    ", cell.Elements<W.Paragraph>().Select(Words)));
            text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");
        }
    }

    private static string Words(OpenXmlElement element)
    {
        var words = new StringBuilder();
        foreach (var part in element.Descendants())
        {
            words.Append(
                part switch
                {
                    W.Text text => text.Text,
                    W.TabChar => "\t",
                    W.Break => "\n",
                    W.SimpleField field => field.Instruction?.Value,
                    _ => "",
                }
            );
        }
        return words.ToString();
    }
}
