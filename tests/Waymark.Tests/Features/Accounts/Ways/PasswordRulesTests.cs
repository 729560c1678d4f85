using FsCheck.Xunit;
using Waymark.Features.Accounts.Ways;
using Xunit;

namespace Waymark.Tests.Features.Accounts.Ways;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("elevenchars", "password-length")]
    [InlineData(null, "password-length")]
    [InlineData("priya.nair1234", "password-guessable")]
    [InlineData("Priya  Nair 99", "password-guessable")]
    [InlineData("aaaaaaaaaaaaaaaa", "password-guessable")]
    [InlineData("lantern!lantern!", "password-guessable")]
    [InlineData("Riverton Council 24", "password-guessable")]
    [InlineData("Waymark-2026!", "password-guessable")]
    [InlineData("Password1234", "password-common")]
    [InlineData("P@$$w0rd-2026", "password-common")]
    [InlineData("qwertyuiop12", "password-common")]
    [InlineData("1qaz2wsx3edc", "password-common")]
    [InlineData("leave me alone", "password-common")]
    public void Check_PasswordThatAnyoneWouldTry_IsRefused(string? password, string code) =>
        Assert.Equal([code], Codes(password));

    [Theory]
    [InlineData("lantern gravel tuesday")]
    [InlineData("priya.nair walks on lantern gravel")]
    [InlineData("password of the old lighthouse")]
    public void Check_LongSentence_IsTaken(string password) => Assert.Empty(Codes(password));

    [Property]
    public bool Check_AnyText_HasAtMostOneFault(string? password) => Codes(password).Count() <= 1;

    [Property]
    public bool Check_CommonWithUpToFiveCharactersBeside_IsRefused(ushort before, byte after) =>
        Codes($"{before % 1000}iloveyou{after % 100}!!").SequenceEqual(["password-common"]);

    [Fact]
    public void CommonPasswords_AreTheWholeList() => Assert.Equal(28_190, CommonPasswords.Count);

    private static IEnumerable<string> Codes(string? password) =>
        PasswordRules
            .Check(
                "Password",
                password,
                "priya.nair@demo.example",
                "Priya Nair",
                "Riverton Council"
            )
            .Select(e => e.Code);
}
