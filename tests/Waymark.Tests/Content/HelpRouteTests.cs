using Waymark.Content;
using Xunit;

namespace Waymark.Tests.Content;

public sealed class HelpRouteTests
{
    private static readonly DateOnly Today = new(2026, 11, 24);

    private static HelpRoute Checked(DateOnly? on, string? conflict = null) =>
        ContentFolders.Library.Routes.Find("police-999")! with
        {
            LastChecked = on,
            CheckedBy = "A person",
            ConflictNote = conflict,
        };

    [Fact]
    public void Freshness_CheckedNinetyDaysAgo_IsFresh() =>
        Assert.Equal(RouteFreshness.Fresh, Checked(Today.AddDays(-90)).FreshnessOn(Today, 90));

    [Fact]
    public void Freshness_CheckedNinetyOneDaysAgo_IsStale() =>
        Assert.Equal(RouteFreshness.Stale, Checked(Today.AddDays(-91)).FreshnessOn(Today, 90));

    [Fact]
    public void Warning_NeverChecked_SaysSo() =>
        Assert.Contains(
            "Not checked",
            Checked(null).WarningOn(Today, 90),
            StringComparison.Ordinal
        );

    [Fact]
    public void Warning_FreshWithoutConflict_IsNothing() =>
        Assert.Null(Checked(Today).WarningOn(Today, 90));

    [Fact]
    public void Warning_FreshWithConflict_ShowsTheConflict() =>
        Assert.Equal("Hours differ.", Checked(Today, "Hours differ.").WarningOn(Today, 90));

    [Fact]
    public void Routes_NoneWasCheckedLive_EachSaysSo() =>
        Assert.All(
            ContentFolders.Library.Routes.Routes,
            route =>
                Assert.Contains("Not checked", route.WarningOn(Today, 90), StringComparison.Ordinal)
        );

    [Fact]
    public void Routes_NumberThatNoSourceShowed_IsMarked() =>
        Assert.Equal(SourceMark.GK, ContentFolders.Library.Routes.Find("childline")!.Phone[0].Mark);
}
