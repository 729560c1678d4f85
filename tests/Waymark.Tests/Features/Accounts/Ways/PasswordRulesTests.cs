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
    public void Check_PasswordThatAnyoneWouldTry_IsRefused(string? password, string code) =>
        Assert.Equal([code], Codes(password));

    [Theory]
    [InlineData("lantern gravel tuesday")]
    [InlineData("priya.nair walks on lantern gravel")]
    public void Check_LongSentence_IsTaken(string password) => Assert.Empty(Codes(password));

    [Property]
    public bool Check_AnyText_HasAtMostOneFault(string? password) => Codes(password).Count() <= 1;

    private static IEnumerable<string> Codes(string? password) =>
        PasswordRules
            .Check("Password", password, "priya.nair@demo.example", "Priya Nair")
            .Select(e => e.Code);
}
