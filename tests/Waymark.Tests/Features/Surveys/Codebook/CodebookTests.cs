using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Waymark.Features.Surveys.Codebook;
using Waymark.Features.Surveys.Export;
using Waymark.Instruments;
using Waymark.Tests.Content;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Codebook;

/// <summary>Every file that describes the variables keeps to the limits of those who read it.</summary>
public sealed class CodebookTests
{
    public static TheoryData<string> Surveys =>
        [
            .. ContentFolders
                .Library.Instruments.Where(folder => folder.Kind == "surveys")
                .Select(folder => folder.Name),
        ];

    [Theory]
    [MemberData(nameof(Surveys))]
    public void Variables_AreNamesThatSpssTakes(string name) =>
        Assert.All(
            Of(name).Variables,
            variable =>
            {
                Assert.Matches("^[a-z][a-z0-9_]*[a-z0-9]$", variable.Name);
                Assert.InRange(Encoding.UTF8.GetByteCount(variable.Name), 1, 64);
                Assert.Equal(variable.Label, variable.Label.Trim());
            }
        );

    [Theory]
    [MemberData(nameof(Surveys))]
    public void Variables_NamesAreUnique(string name) =>
        Assert.Distinct(Of(name).Variables.Select(variable => variable.Name));

    [Fact]
    public void Waves_OfOneInstrument_ShareTheirVariables()
    {
        var columns = Columns("workforce-bridge-2014");

        var codebook = SurveyCodebook.Of("Two waves", [columns, columns], LeadingVariables.All);

        Assert.Equal(columns.Count + LeadingVariables.All.Count, codebook.Variables.Count);
        Assert.Single(codebook.Instruments);
    }

    [Fact]
    public void Waves_OfTwoInstruments_SayWhichAskedWhat()
    {
        var codebook = SurveyCodebook.Of(
            "Two waves",
            [Columns("workforce-bridge-2014"), Columns("workforce-practice-impact")],
            LeadingVariables.All
        );

        Assert.Equal(
            ["workforce-bridge-2014 1.0.0", "workforce-practice-impact 1.0.0"],
            codebook.Variables.Single(variable => variable.Name == "confident_assess").AskedIn
        );
    }

    [Fact]
    public void Waves_WhoseWordsDiffer_HaveAVariableEach()
    {
        var bridge = ContentFolders.Library.Newest("surveys", "workforce-bridge-2014")!;
        var later = Instrument
            .Load(
                bridge
                    .Instrument.Json.Replace("\"1.0.0\"", "\"2.0.0\"", StringComparison.Ordinal)
                    .Replace(
                        "Which is closest to your role?",
                        "What is your role?",
                        StringComparison.Ordinal
                    )
            )
            .Value!;

        var codebook = SurveyCodebook.Of(
            "Two versions",
            [SurveyColumns.Of(bridge.Instrument), SurveyColumns.Of(later)],
            []
        );

        Assert.Equal(
            ["role", "role_2_0_0"],
            codebook
                .Variables.Where(variable => variable.Topic == "role")
                .Select(variable => variable.Name)
        );
        // All but the role are the same question, and stand in the same place.
        Assert.Single(
            codebook
                .PlacesOf(0)
                .Select(p => p.Place)
                .Except(codebook.PlacesOf(1).Select(p => p.Place))
        );
    }

    [Fact]
    public void HiddenQuestions_AreNoVariables() =>
        Assert.DoesNotContain(
            Of("workforce-practice-impact").Variables,
            variable => variable.Name == "answered_by"
        );

    [Fact]
    public void SeveralAnswers_AreAFlagEach()
    {
        var flags = Of("workforce-practice-impact")
            .Variables.Where(variable => variable.Topic == "in-the-way")
            .ToList();

        Assert.Equal(6, flags.Count);
        Assert.Equal("in_the_way_no_time", flags[0].Name);
        Assert.EndsWith("Not enough time", flags[0].Label, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Surveys))]
    public void Csv_OneLineForEachNumberOfEachVariable(string name)
    {
        var codebook = Of(name);
        var lines = Rfc4180
            .Rows(Encoding.UTF8.GetString(CodebookCsv.Write(codebook)).TrimStart('\uFEFF'))
            .Select(line => (line["variable"], line["code_label"]));

        Assert.Equal(
            codebook.Variables.SelectMany(variable =>
                variable
                    .Values.Concat(variable.Missing)
                    .Select(value => value.Label)
                    .DefaultIfEmpty("")
                    .Select(label => (variable.Name, label))
            ),
            lines
        );
    }

    [Property]
    public void CsvCell_AnyText_ReadsBackAsItWas(NonNull<string> text)
    {
        var line = Assert.Single(
            Rfc4180.Read(new StringBuilder().Line(text.Get, "end").ToString())
        );

        Assert.Equal(2, line.Count);
        Assert.Contains(line[0], (string[])[text.Get, "'" + text.Get]);
        Assert.Equal("end", line[1]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+44 20")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1+1")]
    [InlineData("  =1+1")]
    [InlineData("＝1+1")]
    [InlineData("=cmd|' /C calc'!A0")]
    public void CsvCell_WhatASpreadsheetWouldRun_BeginsWithAnApostrophe(string text) =>
        Assert.StartsWith("'", CsvText.Cell(text).TrimStart('"'), StringComparison.Ordinal);

    [Theory]
    [InlineData("-1")]
    [InlineData("-0.5")]
    [InlineData("12")]
    [InlineData("Yes")]
    public void CsvCell_NumbersAndWords_StayAsTheyAre(string text) =>
        Assert.Equal(text, CsvText.Cell(text));

    [Property]
    public void SpssQuote_AnyText_IsOneStringWithinTheLimit(NonNull<string> text)
    {
        var quoted = SpssSyntax.Quote(text.Get, SpssSyntax.LongestValueLabel);

        Assert.Matches("^'(?:[^']|'')*'$", quoted);
        Assert.DoesNotContain('\n', quoted);
        Assert.DoesNotContain('\r', quoted);
        Assert.InRange(
            Encoding.UTF8.GetByteCount(quoted[1..^1].Replace("''", "'", StringComparison.Ordinal)),
            0,
            SpssSyntax.LongestValueLabel
        );
    }

    [Fact]
    public void SpssQuote_LongTextInOtherLetters_IsCutBetweenLetters()
    {
        var quoted = SpssSyntax.Quote(string.Concat(Enumerable.Repeat("é’", 60)), 120);

        Assert.DoesNotContain('\uFFFD', quoted);
        Assert.Equal(48 * 5 / 2, Encoding.UTF8.GetByteCount(quoted[1..^1]));
    }

    [Fact]
    public void Spss_ForAQuestionOfTheBridge_SaysAllThatIsKnown()
    {
        var syntax = SpssSyntax.Write(
            Of("workforce-bridge-2014"),
            "answers.csv",
            ["A note.\nOf two lines."]
        );

        Assert.Contains(
            """
            VARIABLE LABELS confident_assess
              'Are you confident in assessing the risk to a child from what happens online?'.
            VALUE LABELS confident_assess
              1 'Yes'
              0 'No'
              -1 'Not asked'
              -2 'Not answered'
              -3 'Prefer not to say'.
            MISSING VALUES confident_assess (-1, -2, -3).
            VARIABLE LEVEL confident_assess (NOMINAL).

            """,
            syntax,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "VARIABLE LEVEL confident_assess_scale (SCALE).",
            syntax,
            StringComparison.Ordinal
        );
        Assert.Contains("* A note. Of two lines.\n", syntax, StringComparison.Ordinal);
        Assert.StartsWith("* Encoding: UTF-8.\n", syntax, StringComparison.Ordinal);
    }

    [Fact]
    public void Document_SaysEveryVariableWithItsCaveat()
    {
        var document = CodebookDocument.Compose(
            Of("workforce-bridge-2014"),
            new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero),
            ["Rows were put together."]
        );

        Assert.Equal(
            Of("workforce-bridge-2014").Variables.Select(variable => variable.Name),
            document
                .Blocks.OfType<Waymark.Documents.Heading>()
                .Where(heading => heading.Level == 2)
                .Select(heading => heading.Text)
        );
    }

    private static SurveyColumns Columns(string name) =>
        SurveyColumns.Of(ContentFolders.Library.Newest("surveys", name)!.Instrument);

    private static SurveyCodebook Of(string name) =>
        SurveyCodebook.Of(name, [Columns(name)], LeadingVariables.All);
}
