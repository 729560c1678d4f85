using FsCheck.Xunit;
using Waymark.Features.Surveys.Invite;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Invite;

public sealed class AttendanceListTests
{
    [Theory]
    [InlineData("ann@x.example\nbea@x.example")]
    [InlineData("ann@x.example,\r\nbea@x.example,\r\n")]
    [InlineData("\uFEFFName;E-mail\nAnn;ann@x.example\nBea;bea@x.example\n")]
    [InlineData("Name\tEmail address\nAnn\tANN@x.example\n\nBea\t bea@x.example")]
    [InlineData("\"Name, first\",Email\n\"Ann, A\",ann@x.example\n\"Bea, B\",bea@x.example")]
    public void List_HoweverItIsSeparated_GivesTheSamePeople(string text)
    {
        var list = AttendanceList.Read(text);
        Assert.Empty(list.Issues);
        Assert.Equal([new("ann@x.example", null), new("bea@x.example", null)], list.People);
    }

    [Fact]
    public void List_WithManagers_TakesBothAndNamesTheColumnsLeftOut()
    {
        var list = AttendanceList.Read(
            "Name,Email,Team,Manager email\nAnn,ann@x.example,North,cy@x.example\nBea,bea@x.example,South,"
        );
        Assert.Equal(
            [new("ann@x.example", "cy@x.example"), new("bea@x.example", null)],
            list.People
        );
        Assert.Equal(["Name", "Team"], list.LeftOut);
    }

    [Theory]
    [InlineData("", 1, "list-empty")]
    [InlineData("Email\n", 1, "list-empty")]
    [InlineData("Name,Team\nAnn,North", 1, "no-email-column")]
    [InlineData("Email\nann@x.example\nnot an address", 3, "not-an-address")]
    [InlineData("Email,Team\nann@x.example,North\nbea@x.example", 3, "ragged-row")]
    [InlineData("ann@x.example,b@x.example,c@x.example", 1, "ragged-row")]
    [InlineData("ann@x.example\nAnn@X.example", 2, "twice")]
    [InlineData("ann@x.example,ann@x.example", 1, "own-manager")]
    [InlineData("ann@x.example,boss", 1, "manager-not-an-address")]
    [InlineData("Name,Email\nZo\uFFFD,zoe@x.example", 2, "damaged-characters")]
    [InlineData("Name,Email\nZoÃ«,zoe@x.example", 2, "damaged-characters")]
    [InlineData("Name,Email\n\"Ann,ann@x.example\nBea,bea@x.example", 2, "ragged-row")]
    public void List_WithAWrongRow_NamesTheRowAndTheReason(string text, int row, string code)
    {
        var issue = Assert.Single(AttendanceList.Read(text).Issues);
        Assert.Equal((row, code), (issue.Row, issue.Code));
        Assert.DoesNotContain("@x.example", issue.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Name,Email\nJOÃO,zoe@x.example")]
    [InlineData("Name,Email\nJOÃ O,zoe@x.example")]
    [InlineData("Name,Email\nSÃ,zoe@x.example")]
    public void List_WithANameThatOnlyLooksDamaged_IsTaken(string text) =>
        Assert.Equal([new("zoe@x.example", null)], AttendanceList.Read(text).People);

    [Fact]
    public void List_OfMoreRowsThanAllowed_IsRefusedAsAWhole()
    {
        var list = AttendanceList.Read(
            string.Join(
                '\n',
                Enumerable.Range(0, AttendanceList.MostRows + 1).Select(i => $"p{i}@x.example")
            )
        );
        Assert.Equal("list-too-long", Assert.Single(list.Issues).Code);
        Assert.Empty(list.People);
    }

    [Property]
    public bool List_WhateverIsPasted_IsAnsweredAndEveryoneOnItHasAnAddress(string? text) =>
        AttendanceList.Read(text) is { } list
        && (list.Issues.Count > 0 || list.People.Count > 0)
        && list.People.All(p => Waymark.Mail.Letter.IsAddress(p.Email));
}
