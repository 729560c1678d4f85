using FsCheck.Xunit;
using Waymark.Features.Surveys.Start;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Agencies;

public sealed class AgencyNamesTests
{
    private static readonly string[] s_offered = ["Another agency", "Prefer not to say"];

    [Fact]
    public void Read_LinesWithWhiteSpace_AreTidyNames() =>
        Assert.Equal(
            ["Riverton Council", "Hilltop School"],
            AgencyNames.Read("  Riverton \t Council \r\n\n\nHilltop School  \n")
        );

    [Theory]
    [InlineData("", "agencies-number")]
    [InlineData("Riverton Council", "agencies-number")]
    [InlineData("Riverton Council\nriverton  council", "agency-twice")]
    [InlineData("Riverton Council\nanother agency", "agency-twice")]
    [InlineData(
        "Riverton Council\nA name that goes on and on and on until nobody knows any more which agency of all agencies it was",
        "agency-too-long"
    )]
    public void Check_NamesThatCannotBe_AreRefused(string typed, string code) =>
        Assert.Equal(code, AgencyNames.Check("F", AgencyNames.Read(typed), s_offered)?.Code);

    [Fact]
    public void Check_MoreThanTwenty_IsRefused() =>
        Assert.Equal(
            "agencies-number",
            AgencyNames
                .Check("F", [.. Enumerable.Range(1, 21).Select(i => $"Agency {i}")], s_offered)
                ?.Code
        );

    [Fact]
    public void Check_Two_IsTaken() =>
        Assert.Null(AgencyNames.Check("F", ["Riverton Council", "Hilltop School"], s_offered));

    [Property]
    public bool Read_AnyText_IsNamesThatReadTheSame(string? typed)
    {
        var names = AgencyNames.Read(typed);
        return AgencyNames.Read(string.Join('\n', names)).SequenceEqual(names);
    }
}
