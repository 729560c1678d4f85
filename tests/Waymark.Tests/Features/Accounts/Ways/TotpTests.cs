using System.Text;
using FsCheck.Xunit;
using Waymark.Features.Accounts.Ways;
using Xunit;

namespace Waymark.Tests.Features.Accounts.Ways;

public sealed class TotpTests
{
    /// <summary>The secret of RFC 6238, appendix B.</summary>
    private static readonly string s_secret = Totp.ToBase32(
        Encoding.ASCII.GetBytes("12345678901234567890")
    );

    private static readonly DateTimeOffset s_now = DateTimeOffset.FromUnixTimeSeconds(
        1_234_567_890
    );

    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1111111111, "050471")]
    [InlineData(1234567890, "005924")]
    [InlineData(2000000000, "279037")]
    [InlineData(20000000000, "353130")]
    public void CodeAt_TimesOfTheRfc_GivesTheLastSixDigitsOfItsCodes(long seconds, string code) =>
        Assert.Equal(
            code,
            Totp.CodeAt(s_secret, Totp.StepAt(DateTimeOffset.FromUnixTimeSeconds(seconds)))
        );

    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void ToBase32_TextsOfTheRfc_AreWrittenAsItSays(string text, string written) =>
        Assert.Equal(written, Totp.ToBase32(Encoding.ASCII.GetBytes(text)));

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1)]
    public void Match_CodeOfThisStepOrBesideIt_IsThatStep(int away)
    {
        var step = Totp.StepAt(s_now) + away;

        Assert.Equal(
            step,
            Totp.Match(s_secret, " " + Totp.CodeAt(s_secret, step).Insert(3, " "), s_now, 0)
        );
    }

    [Theory]
    [InlineData(-2)]
    [InlineData(2)]
    public void Match_CodeOfAnotherStep_IsRefused(int away) =>
        Assert.Null(
            Totp.Match(s_secret, Totp.CodeAt(s_secret, Totp.StepAt(s_now) + away), s_now, 0)
        );

    [Fact]
    public void Match_CodeThatWasTaken_IsRefused()
    {
        var step = Totp.StepAt(s_now);

        Assert.Null(Totp.Match(s_secret, Totp.CodeAt(s_secret, step), s_now, step));
    }

    [Property]
    public bool Match_AnyText_IsRefusedOrIsACodeOfNow(string? typed)
    {
        var step = Totp.Match(s_secret, typed, s_now, 0);
        return step is null
            || Totp.CodeAt(s_secret, step.Value)
                == string.Concat(typed!.Where(c => !char.IsWhiteSpace(c)));
    }
}
