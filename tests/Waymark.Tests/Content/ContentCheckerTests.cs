using Waymark.Content;
using Xunit;

namespace Waymark.Tests.Content;

/// <summary>The content of the repository is in order, and each refusal is seen on a copy broken in that one way.</summary>
public sealed class ContentCheckerTests
{
    public static TheoryData<string> Breakages =>
        [.. Breakage.All.Select(breakage => breakage.Name)];

    [Fact]
    public void Check_ContentOfTheRepository_FindsNothing() =>
        Assert.Empty(ContentChecker.Check(ContentFolders.Real));

    [Fact]
    public void Check_SmallContent_FindsNothing() =>
        Assert.Empty(ContentChecker.Check(ContentFolders.Small));

    [Theory]
    [MemberData(nameof(Breakages))]
    public void Check_BrokenContent_IsRefusedWithFileItemAndRule(string name)
    {
        var breakage = Breakage.All.Single(breakage => breakage.Name == name);

        var issues = ContentChecker.Check(breakage.Break(ContentFolders.Small));

        var issue = Assert.Single(issues, issue => issue.Code == breakage.Code);
        Assert.Equal(
            (breakage.File, breakage.Item, breakage.Rule),
            (issue.File, issue.Item, issue.Rule)
        );
        Assert.NotEmpty(issue.Text);
    }

    [Fact]
    public void Check_EveryOwnCode_IsSeenToRefuse()
    {
        var codes = typeof(ContentCodes)
            .GetFields()
            .Select(field => (string)field.GetRawConstantValue()!);

        Assert.Empty(
            codes.Except(Breakage.All.Select(breakage => breakage.Code), StringComparer.Ordinal)
        );
    }
}
