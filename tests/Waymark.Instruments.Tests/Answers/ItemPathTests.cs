using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace Waymark.Instruments.Tests.Answers;

public sealed class ItemPathTests
{
    [Property]
    public void ToString_Parsed_IsTheSamePath(
        NonEmptyString linkId,
        NonEmptyString group,
        PositiveInt occurrence,
        bool isGroup
    )
    {
        var path = new ItemPath(
            linkId.Get,
            [new PathStep(group.Get, occurrence.Get)],
            isGroup ? occurrence.Get : null
        );
        Assert.Equal(path, ItemPath.Parse(path.ToString()));
        ItemPath plain = linkId.Get;
        Assert.Equal(plain, ItemPath.Parse(plain.ToString()));
    }

    [Theory]
    [InlineData("meds[1]/dose", "dose", 1)]
    [InlineData("a[0]/b[2]/c", "c", 2)]
    [InlineData("%2Fgroup%2Fitem", "/group/item", 0)]
    public void Parse_Reads(string text, string linkId, int steps)
    {
        var path = ItemPath.Parse(text);
        Assert.Equal(linkId, path.LinkId);
        Assert.Equal(steps, path.Within.Count);
        Assert.Equal(text, path.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a[x]/b")]
    [InlineData("a[1")]
    [InlineData("[1]")]
    [InlineData("a[-1]/b")]
    [InlineData("a%zz")]
    [InlineData("a]/b")]
    [InlineData(null)]
    public void TryParse_Nonsense_IsNotAPath(string? text) =>
        Assert.False(ItemPath.TryParse(text, out _));
}
