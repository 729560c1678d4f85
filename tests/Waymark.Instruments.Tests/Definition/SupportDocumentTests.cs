using System.Text;
using System.Xml.Linq;
using Xunit;

namespace Waymark.Instruments.Tests.Definition;

/// <summary>The table that the checker uses and the document that people read say the same.</summary>
public sealed class SupportDocumentTests
{
    [Fact]
    public void Document_IsWrittenFromTheTable() => Approved.Check("docs/sdc-support.md", Write());

    [Fact]
    public void Table_NamesEachThingOnce()
    {
        var names = SupportTable
            .Elements.Concat(SupportTable.Extensions)
            .Select(entry => entry.Name)
            .ToList();
        Assert.Equal(names.Distinct().Order(), names.Order());
    }

    [Fact]
    public void Codes_AreUnique()
    {
        var codes = typeof(IssueCodes)
            .GetFields()
            .Select(field => (string)field.GetRawConstantValue()!)
            .ToList();
        Assert.Equal(codes.Distinct().Order(), codes.Order());
        Assert.All(codes, code => Assert.Matches("^[a-z]+(-[a-z]+)*$", code));
    }

    private static string Write()
    {
        var text = new StringBuilder();
        text.Append(
            """
            # What the engine honours, refuses and ignores

            Written by a test from the table in `src/Waymark.Instruments/Definition/SupportTable.cs`, which the checker uses too: the two cannot
            disagree. The standard is FHIR R4's Questionnaire with HL7's Structured Data Capture guide and FHIRPath N1.

            - **honoured**: acted on, as its definition says.
            - **refused**: it changes meaning and cannot be honoured, so an instrument that uses it is not loaded.
            - **ignored**: it cannot change what is asked, what may be answered or what follows.

            Elements that R4 does not have, and extensions under HL7's questionnaire URLs that the engine does not know, are refused. Extensions of
            anyone else do nothing and can be read by the application. In tolerant mode, for trying out instruments of others, what is refused is a
            warning instead and does nothing.


            """.ReplaceLineEndings("\n")
        );
        Table(
            text,
            "Where engines disagree, or the standard leaves room",
            ["point", "here"],
            SupportTable.Choices.Select(choice => (string[])[choice.Point, choice.Choice])
        );
        Table(
            text,
            "Elements",
            ["element", "", "how"],
            SupportTable.Elements.Select(entry =>
                (string[])[$"`{entry.Name}`", Word(entry.Support), entry.Note]
            )
        );
        Table(
            text,
            "Extensions",
            ["extension", "", "how"],
            SupportTable
                .Extensions.OrderBy(entry => entry.Support)
                .ThenBy(entry => entry.Name, StringComparer.Ordinal)
                .Select(entry => (string[])[$"`{entry.Name}`", Word(entry.Support), entry.Note])
        );
        text.Append("## Functions of expressions\n\nEvaluated: ")
            .AppendJoin(", ", SupportTable.Functions.Select(name => $"`{name}()`"))
            .Append(".\n\n");
        Table(
            text,
            null,
            ["refused", "why"],
            SupportTable
                .RefusedFunctions.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                .Select(pair => (string[])[$"`{pair.Key}()`", pair.Value])
        );
        text.Append(
            "Variables: `%resource`, `%rootResource`, `%context`, `%questionnaire`, `%qitem`, `%ucum`, `%sct`, `%loinc`, declared variables, launch contexts and queries.\n"
        );
        text.Append('\n');
        Table(text, "Issues", ["code", "meaning"], Issues());
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static void Table(
        StringBuilder text,
        string? title,
        string[] head,
        IEnumerable<string[]> rows
    )
    {
        if (title is not null)
        {
            text.Append("## ").Append(title).Append("\n\n");
        }

        text.Append("| ")
            .AppendJoin(" | ", head)
            .Append(" |\n")
            .Append('|')
            .AppendJoin("|", head.Select(_ => "---"))
            .Append("|\n");
        foreach (var row in rows)
        {
            text.Append("| ")
                .AppendJoin(
                    " | ",
                    row.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))
                )
                .Append(" |\n");
        }

        text.Append('\n');
    }

    private static string Word(Support support) =>
        support switch
        {
            Support.Honoured => "honoured",
            Support.Refused => "refused",
            Support.Ignored => "ignored",
            _ => throw new ArgumentOutOfRangeException(nameof(support)),
        };

    /// <summary>The codes with their meaning, as the doc comments give it.</summary>
    private static IEnumerable<string[]> Issues()
    {
        var comments = XDocument.Load(
            Path.ChangeExtension(typeof(IssueCodes).Assembly.Location, ".xml")
        );
        var meanings = comments
            .Descendants("member")
            .ToDictionary(
                member => (string)member.Attribute("name")!,
                member => member.Element("summary")!
            );
        return typeof(IssueCodes)
            .GetFields()
            .Select(field =>
                (string[])
                    [
                        $"`{field.GetRawConstantValue()}`",
                        Plain(meanings[$"F:{typeof(IssueCodes).FullName}.{field.Name}"]),
                    ]
            )
            .OrderBy(row => row[0], StringComparer.Ordinal);
    }

    private static string Plain(XElement summary)
    {
        var words = string.Concat(
            summary
                .Nodes()
                .Select(node =>
                    node is XElement { Name.LocalName: "c" } code ? $"`{code.Value}`"
                    : node is XText text ? text.Value
                    : ""
                )
        );
        return string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
