using System.Text;
using FsCheck.Xunit;
using Waymark.Features.Surveys.Invite;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Invite;

public sealed class ListFileTests
{
    private const string List = "Name,Email\nZoë,zoe@x.example\n";
    private static readonly Encoding s_windows = CodePagesEncodingProvider.Instance.GetEncoding(
        1252
    )!;

    /// <summary>The ways in which spreadsheets write a file.</summary>
    public static TheoryData<string, ListEncoding> Writings =>
        new()
        {
            { "utf-8", ListEncoding.Utf8 },
            { "utf-8 with mark", ListEncoding.Utf8 },
            { "utf-16 with mark", ListEncoding.Utf16 },
            { "utf-16 big with mark", ListEncoding.Utf16 },
            { "utf-16", ListEncoding.Utf16 },
            { "utf-16 big", ListEncoding.Utf16 },
            { "windows-1252", ListEncoding.Windows1252 },
        };

    [Theory]
    [MemberData(nameof(Writings))]
    public void File_HoweverItIsWritten_GivesItsWordsAndNamesTheEncoding(
        string writing,
        ListEncoding encoding
    ) => Assert.Equal(new(List, encoding, null), ListFile.Read(Written(List, writing)));

    [Theory]
    [InlineData("504B0304140006", 1, "file-workbook")]
    [InlineData("D0CF11E0A1B11AE1", 1, "file-workbook")]
    [InlineData("89504E470D0A1A0A0000000D49484452", 1, "file-not-text")]
    [InlineData("FFD8FFE000104A46494600010100", 1, "file-not-text")]
    [InlineData("61400A62810A", 2, "file-not-text")]
    [InlineData("EFBBBF61400A620AC328", 3, "file-damaged")]
    [InlineData("FFFE6100400062", 1, "file-damaged")]
    public void File_ThatCannotBeRead_SaysWhereWhyAndWhatToDo(string bytes, int row, string code)
    {
        var words = ListFile.Read(Convert.FromHexString(bytes));
        Assert.Null(words.Text);
        Assert.Equal((row, code), (words.Issue!.Row, words.Issue.Code));
        Assert.Contains("CSV UTF-8", words.Issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void File_LargerThanAllowed_IsRefusedUnread()
    {
        Assert.Equal("file-too-large", ListFile.Read(new byte[ListFile.MostBytes + 1]).Issue?.Code);
        var most = Encoding.ASCII.GetBytes(new string('a', ListFile.MostBytes));
        Assert.Null(ListFile.Read(most).Issue);
    }

    [Fact]
    public void List_OfWindows1252WithALetterInAnAddress_IsNotGuessedAt()
    {
        var words = ListFile.Read(s_windows.GetBytes("Email\nann@x.example\nzoë@x.example"));
        var issue = Assert.Single(AttendanceList.Read(words.Text, isSure: false).Issues);
        Assert.Equal((3, "encoding-unsure"), (issue.Row, issue.Code));
        Assert.Empty(AttendanceList.Read(words.Text).Issues);
    }

    [Property]
    public void File_WhateverItHolds_GivesWordsOrOneIssue(byte[] bytes)
    {
        var words = ListFile.Read(bytes);
        Assert.Equal(words.Text is null, words.Issue is not null);
        var list = AttendanceList.Read(words.Text);
        Assert.True(list.Issues.Count > 0 || list.People.Count > 0);
    }

    [Property(MaxTest = 300)]
    public void File_OfAGoodList_ComesBackWholeAndSpoiltNeverThrows(int seed)
    {
        var random = new System.Random(seed);
        var people = Enumerable
            .Range(0, random.Next(1, 30))
            .Select(i => new ListedPerson(
                $"p{i}@heron.example",
                random.Next(2) == 0 ? $"m{i}@heron.example" : null
            ))
            .ToList();
        var writings = Writings.Select(row => row.Data.Item1).ToList();
        var bytes = Written(Text(people, random), writings[random.Next(writings.Count)]);

        var words = ListFile.Read(bytes);
        Assert.Null(words.Issue);
        var list = AttendanceList.Read(words.Text, words.Encoding != ListEncoding.Windows1252);
        Assert.Empty(list.Issues);
        Assert.Equal(people, list.People);

        for (var spoilt = 0; spoilt < 5; spoilt++)
        {
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        }
        var read = ListFile.Read(bytes);
        Assert.Equal(read.Text is null, read.Issue is not null);
        Assert.All(
            AttendanceList.Read(read.Text).People,
            p => Assert.True(Waymark.Mail.Letter.IsAddress(p.Email))
        );
    }

    /// <summary>A list as one program or another writes it: separators, quotation marks, line ends and a column of names.</summary>
    private static string Text(IReadOnlyList<ListedPerson> people, System.Random random)
    {
        var separator = ",;\t"[random.Next(3)];
        var end = random.Next(2) == 0 ? "\n" : "\r\n";
        string Cell(string? text) => random.Next(3) == 0 ? $"\"{text}\"" : text ?? "";
        var rows = people.Select(p =>
            string.Join(separator, Cell("Zoë Ó Ceallaigh"), Cell(p.Email), Cell(p.ManagerEmail))
        );
        return string.Join(
                end,
                rows.Prepend(string.Join(separator, "Name", "E-mail", "Manager e-mail"))
            ) + (random.Next(2) == 0 ? end : "");
    }

    private static byte[] Written(string text, string writing)
    {
        Encoding encoding = writing.Split(' ')[0] switch
        {
            "utf-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            "utf-16" => new UnicodeEncoding(
                bigEndian: writing.Contains("big", StringComparison.Ordinal),
                byteOrderMark: true
            ),
            _ => s_windows,
        };
        var mark = writing.EndsWith("mark", StringComparison.Ordinal) ? encoding.GetPreamble() : [];
        return [.. mark, .. encoding.GetBytes(text)];
    }
}
