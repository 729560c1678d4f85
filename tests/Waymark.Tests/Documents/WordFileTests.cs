using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using FsCheck.Xunit;
using Waymark.Documents;
using Waymark.Documents.Word;
using Xunit;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Waymark.Tests.Documents;

public class WordFileTests
{
    private static readonly Document EveryBlock = new()
    {
        Title = "Every kind of block",
        MadeAt = new DateTimeOffset(2026, 11, 24, 16, 52, 0, TimeSpan.Zero),
        PageHeader = "Head",
        PageFooter = "Foot",
        Blocks =
        [
            new Heading(1, "One"),
            new Heading(2, "Two"),
            new Heading(3, "Three"),
            Paragraph.Labelled("Why", "because\nof this"),
            Paragraph.Of("A note", ParagraphRole.Note),
            Paragraph.Of("A warning", ParagraphRole.Warning),
            BulletList.Of(["first", "second"]),
            new NumberedList([Paragraph.Of("first"), Paragraph.Of("second")]),
            new NumberedList([Paragraph.Of("again first")]),
            new Table(
                "A table",
                [new Column("A", 40), new Column("B", 60)],
                [
                    [Cell.Of("1"), Cell.Blank],
                ]
            ),
            new KeyValueList([new KeyValue("Key", "value")]),
            new QuotedWords("he said <b>stop</b> & I did", "Said to a teacher"),
            new WriteIn("Names", 3),
        ],
    };

    [Fact]
    public void Write_EveryBlock_PassesTheValidator() =>
        Assert.Empty(WordReading.Faults(WordFile.Write(EveryBlock)));

    [Fact]
    public void Write_SameDocumentInAnotherCulture_GivesTheSameBytes()
    {
        var before = CultureInfo.CurrentCulture;
        var first = WordFile.Write(EveryBlock);
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("ar-SA");
            Assert.Equal(first, WordFile.Write(EveryBlock));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Write_AnyDocument_DatesNoEntryByTheClock()
    {
        using var zip = new ZipArchive(new MemoryStream(WordFile.Write(EveryBlock)));

        Assert.Equal("[Content_Types].xml", zip.Entries[0].FullName);
        Assert.All(
            zip.Entries,
            entry => Assert.Equal(new DateTime(1980, 1, 1), entry.LastWriteTime.DateTime)
        );
    }

    [Fact]
    public void Write_AnyDocument_TakesItsPropertiesFromTheDocument()
    {
        using var package = WordprocessingDocument.Open(
            new MemoryStream(WordFile.Write(EveryBlock)),
            isEditable: false
        );

        Assert.Equal(EveryBlock.Title, package.PackageProperties.Title);
        Assert.Equal("en-GB", package.PackageProperties.Language);
        Assert.Equal(
            EveryBlock.MadeAt.UtcDateTime,
            package.PackageProperties.Created?.ToUniversalTime()
        );
        Assert.Equal(
            EveryBlock.MadeAt.UtcDateTime,
            package.PackageProperties.Modified?.ToUniversalTime()
        );
    }

    [Fact]
    public void Write_Table_MarksAndRepeatsItsHeaderRow()
    {
        var table = Assert.Single(BodyOf(EveryBlock).Elements<W.Table>());
        var rows = table.Elements<W.TableRow>().ToList();

        Assert.NotNull(rows[0].TableRowProperties?.GetFirstChild<W.TableHeader>());
        Assert.Null(rows[1].TableRowProperties?.GetFirstChild<W.TableHeader>());
        Assert.Equal("A table", table.GetFirstChild<W.TableProperties>()?.TableCaption?.Val?.Value);
    }

    [Fact]
    public void Write_TwoNumberedLists_EachStartsAtOne()
    {
        var numberings = BodyOf(EveryBlock)
            .Elements<W.Paragraph>()
            .Where(paragraph =>
                paragraph.ParagraphProperties?.ParagraphStyleId?.Val == "ListNumber"
            )
            .Select(paragraph =>
                paragraph.ParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value
            )
            .ToList();

        Assert.Equal(3, numberings.Count);
        Assert.Equal(numberings[0], numberings[1]);
        Assert.NotEqual(numberings[0], numberings[2]);
    }

    [Fact]
    public void Write_EveryStyleUsed_IsDefined()
    {
        using var package = WordprocessingDocument.Open(
            new MemoryStream(WordFile.Write(EveryBlock)),
            isEditable: false
        );
        var main = package.MainDocumentPart!;
        var defined = main.StyleDefinitionsPart!.Styles!.Elements<W.Style>()
            .Select(style => style.StyleId!.Value)
            .ToHashSet();

        var used = main.Document!.Descendants<W.ParagraphStyleId>()
            .Select(id => id.Val!.Value)
            .ToHashSet();

        Assert.Subset(defined, used);
    }

    [Property]
    public bool Write_AnyWords_GivesAValidFile(string? words)
    {
        var said = words ?? "";
        var document = EveryBlock with
        {
            Title = said,
            PageHeader = said,
            Blocks =
            [
                Paragraph.Of(said),
                new QuotedWords(said, said),
                new Table(
                    said,
                    [new Column(said, 100)],
                    [
                        [Cell.Of(said)],
                    ]
                ),
            ],
        };
        return WordReading.Faults(WordFile.Write(document)).Count == 0;
    }

    [Fact]
    public void Write_CharactersXmlCannotHold_LeavesAMark()
    {
        // A lone surrogate cannot stand in an attribute's argument, so the words are put together here.
        var words = "a\u0000b\u0007c " + '\uD83D' + " \uD83D\uDE42";

        var body = BodyOf(EveryBlock with { Blocks = [Paragraph.Of(words)] });

        Assert.Contains(
            "a\uFFFDb\uFFFDc \uFFFD \uD83D\uDE42",
            body.InnerText,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Table_RowOfAnotherWidth_IsABug() =>
        Assert.Throws<ArgumentException>(() =>
            new Table(
                "t",
                [new Column("A", 50), new Column("B", 50)],
                [
                    [Cell.Of("1")],
                ]
            )
        );

    private static W.Body BodyOf(Document document)
    {
        using var package = WordprocessingDocument.Open(
            new MemoryStream(WordFile.Write(document)),
            isEditable: false
        );
        return (W.Body)package.MainDocumentPart!.Document!.Body!.CloneNode(deep: true);
    }
}
