using Waymark.Security.Encryption;
using Xunit;

namespace Waymark.Tests.Security.Encryption;

public sealed class WrappingKeysTests
{
    private static readonly WrappingKey First = WrappingKey.Create("2026-11");
    private static readonly WrappingKey Second = WrappingKey.Create("2027-11");

    [Fact]
    public void Parse_SeveralLines_LastIsCurrentAndAllAreFound()
    {
        var keys = WrappingKeys.Parse(
            $"# ours\r\n\n{First.ToLine()}\r\n{Second.ToLine()}\n",
            null,
            out var problem
        );
        Assert.Equal("", problem);
        Assert.Equal("2027-11", keys!.Current.Id);
        Assert.Equal(First.ToLine(), ((WrappingKey)keys.Find("2026-11")!).ToLine());
        Assert.Null(keys.Find("2025-11"));
    }

    [Theory]
    [InlineData("", "no encryption key")]
    [InlineData("# only a remark", "no encryption key")]
    [InlineData("k1", "Line 1")]
    [InlineData("\nk1 AAAA", "Line 2 of the encryption keys does not hold 32 bytes")]
    [InlineData("k1 not-base-64!", "does not hold 32 bytes")]
    [InlineData("K_1 AAAA", "other characters")]
    [InlineData("k1 pkcs11", "Waymark:Pkcs11:Library is not set")]
    [InlineData("k1 AAAA more", "is not a name, a space and a key")]
    public void Parse_SomethingWrong_NamesTheLine(string text, string expected)
    {
        Assert.Null(WrappingKeys.Parse(text, null, out var problem));
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_OneNameTwice_IsRefused()
    {
        Assert.Null(
            WrappingKeys.Parse($"{First.ToLine()}\n{First.ToLine()}", null, out var problem)
        );
        Assert.Contains("Line 2", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void ToString_NeverShowsTheKey() => Assert.Equal("2026-11", First.ToString());
}
