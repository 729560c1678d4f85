using System.Globalization;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Waymark.Documents.Word;

/// <summary>
/// A document as a Word file (.docx: ECMA-376 Office Open XML). Equal documents give equal bytes, on every machine: the file's
/// SHA-256 can be kept beside the record it was made from. The package is laid out here rather than by the SDK, which dates its
/// entries and compresses by platform.
/// </summary>
public static class WordFile
{
    /// <summary>The media type to send the file with.</summary>
    public const string MediaType =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string Office =
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private const string Package = "http://schemas.openxmlformats.org/package/2006/";

    private static readonly (string Id, string Name)[] WordParts =
    [
        ("rId1", "styles"),
        ("rId2", "numbering"),
        ("rId3", "settings"),
        ("rId4", "header"),
        ("rId5", "footer"),
    ];

    /// <summary>The file's bytes.</summary>
    public static byte[] Write(Document document)
    {
        var writer = new WordBlockWriter(document.Layout);
        writer.WriteTitle(document.Title);
        foreach (var block in document.Blocks)
        {
            block.WriteTo(writer);
        }
        return StoredZip.Write([
            ("[Content_Types].xml", Bytes(ContentTypes())),
            ("_rels/.rels", Bytes(PackageRelations())),
            ("docProps/core.xml", Bytes(CoreProperties(document))),
            ("docProps/app.xml", Bytes(ApplicationProperties())),
            ("word/_rels/document.xml.rels", Bytes(DocumentRelations())),
            ("word/document.xml", Bytes(Body(document, writer))),
            ("word/styles.xml", Bytes(WordStyles.Part(document.Layout))),
            ("word/numbering.xml", Bytes(WordNumbering.Part(writer.NumberedLists))),
            ("word/settings.xml", Bytes(Settings())),
            ("word/header.xml", Bytes(new Header(HeaderLine(document.PageHeader)))),
            ("word/footer.xml", Bytes(new Footer(FooterLine(document.PageFooter)))),
        ]);
    }

    private static W.Document Body(Document document, WordBlockWriter writer)
    {
        var margin = PageMetrics.Of(document.Layout).Margin;
        var body = new Body(writer.Body);
        body.Append(
            new SectionProperties(
                new HeaderReference { Type = HeaderFooterValues.Default, Id = "rId4" },
                new FooterReference { Type = HeaderFooterValues.Default, Id = "rId5" },
                new PageSize { Width = PageMetrics.PageWidth, Height = PageMetrics.PageHeight },
                new PageMargin
                {
                    Top = margin,
                    Bottom = margin,
                    Left = (uint)margin,
                    Right = (uint)margin,
                    Header = 425,
                    Footer = 425,
                    Gutter = 0,
                }
            )
        );
        return new W.Document(body);
    }

    private static W.Paragraph HeaderLine(string text) =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = "Header" }), WordText.Run(text));

    private static W.Paragraph FooterLine(string text) =>
        new(
            new ParagraphProperties(new ParagraphStyleId { Val = "Footer" }),
            WordText.Run(text + "\tPage "),
            new SimpleField(WordText.Run("1")) { Instruction = " PAGE " },
            WordText.Run(" of "),
            new SimpleField(WordText.Run("1")) { Instruction = " NUMPAGES " }
        );

    private static Settings Settings() =>
        new(
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            ),
            new ThemeFontLanguages { Val = "en-GB" }
        );

    private static XElement ContentTypes()
    {
        XNamespace types = Package + "content-types";
        XElement Part(string name, string type) =>
            new(
                types + "Override",
                new XAttribute("PartName", name),
                new XAttribute("ContentType", type)
            );
        return new XElement(
            types + "Types",
            new XElement(
                types + "Default",
                new XAttribute("Extension", "rels"),
                new XAttribute(
                    "ContentType",
                    "application/vnd.openxmlformats-package.relationships+xml"
                )
            ),
            new XElement(
                types + "Default",
                new XAttribute("Extension", "xml"),
                new XAttribute("ContentType", "application/xml")
            ),
            Part(
                "/docProps/core.xml",
                "application/vnd.openxmlformats-package.core-properties+xml"
            ),
            Part(
                "/docProps/app.xml",
                "application/vnd.openxmlformats-officedocument.extended-properties+xml"
            ),
            Part("/word/document.xml", Word + "document.main+xml"),
            WordParts.Select(part => Part($"/word/{part.Name}.xml", $"{Word}{part.Name}+xml"))
        );
    }

    private static XElement PackageRelations() =>
        Relations(
            ("rId1", Office + "officeDocument", "word/document.xml"),
            ("rId2", Package + "relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", Office + "extended-properties", "docProps/app.xml")
        );

    private static XElement DocumentRelations() =>
        Relations([.. WordParts.Select(part => (part.Id, Office + part.Name, part.Name + ".xml"))]);

    private static XElement Relations(params (string Id, string Type, string Target)[] relations)
    {
        XNamespace space = Package + "relationships";
        return new XElement(
            space + "Relationships",
            relations.Select(relation => new XElement(
                space + "Relationship",
                new XAttribute("Id", relation.Id),
                new XAttribute("Type", relation.Type),
                new XAttribute("Target", relation.Target)
            ))
        );
    }

    private static XElement CoreProperties(Document document)
    {
        XNamespace core = Package + "metadata/core-properties";
        XNamespace dc = "http://purl.org/dc/elements/1.1/";
        XNamespace terms = "http://purl.org/dc/terms/";
        XNamespace xsi = "http://www.w3.org/2001/XMLSchema-instance";
        var time = document.MadeAt.UtcDateTime.ToString(
            "yyyy-MM-dd'T'HH:mm:ss'Z'",
            CultureInfo.InvariantCulture
        );
        XElement Time(string name) =>
            new(terms + name, new XAttribute(xsi + "type", "dcterms:W3CDTF"), time);
        return new XElement(
            core + "coreProperties",
            new XAttribute(XNamespace.Xmlns + "cp", core.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dc", dc.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "dcterms", terms.NamespaceName),
            new XAttribute(XNamespace.Xmlns + "xsi", xsi.NamespaceName),
            new XElement(dc + "title", WordText.Sanitise(document.Title)),
            new XElement(dc + "creator", "Waymark"),
            new XElement(dc + "language", "en-GB"),
            Time("created"),
            Time("modified")
        );
    }

    private static XElement ApplicationProperties()
    {
        XNamespace space =
            "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
        return new XElement(space + "Properties", new XElement(space + "Application", "Waymark"));
    }

    private static byte[] Bytes(OpenXmlElement root) => Bytes(root.OuterXml);

    private static byte[] Bytes(XElement root) =>
        Bytes(root.ToString(SaveOptions.DisableFormatting));

    private static byte[] Bytes(string xml) =>
        Encoding.UTF8.GetBytes(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml
        );
}
