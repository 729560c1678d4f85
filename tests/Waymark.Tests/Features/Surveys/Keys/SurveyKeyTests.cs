using FsCheck.Xunit;
using Waymark.Features.Surveys.Keys;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Keys;

public sealed class SurveyKeyTests
{
    private static readonly SurveyKey s_key = new(new byte[SurveyKey.Length]);
    private static readonly SurveyKey s_other = new(
        Enumerable.Repeat((byte)1, SurveyKey.Length).ToArray()
    );

    [Property]
    public bool Token_IsTheSameEachTimeAndAnotherUnderAnotherKey(Guid id) =>
        s_key.TokenOf(id) == s_key.TokenOf(id)
        && s_key.TokenOf(id) != s_other.TokenOf(id)
        && s_key.TokenOf(id) != s_key.OpenTokenOf(id)
        && s_key.TokenOf(id).Length == 43;

    [Property]
    public bool MatchHash_OfAnInvitee_IsNoHashOfTheIdAlone(Guid id) =>
        s_key.MatchHashOf(id).SequenceEqual(s_key.MatchHashOf(id))
        && !s_key.MatchHashOf(id).SequenceEqual(s_other.MatchHashOf(id))
        && !s_key.MatchHashOf(id).SequenceEqual(s_key.MatchHashOf(id.ToString()));

    [Theory]
    [InlineData("ne 07-al", "NE07AL")]
    [InlineData(" Né07al ", "NE07AL")]
    [InlineData("ｎｅ０７ａｌ", "NE07AL")]
    [InlineData(null, "")]
    public void OwnCode_WrittenALittleDifferently_IsTheSame(string? typed, string code) =>
        Assert.Equal(code, OwnCode.Normalise(typed));

    [Theory]
    [InlineData("NE07A", false)]
    [InlineData("NE07AL", true)]
    [InlineData("AAAAAA", false)]
    public void OwnCode_TooShortOrOfOneLetter_IsNotUsable(string code, bool usable) =>
        Assert.Equal(usable, OwnCode.IsUsable(code));
}
