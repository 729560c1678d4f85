using System.Text;
using Waymark.Security.Encryption;
using Waymark.Security.Encryption.Tokens;
using Xunit;

namespace Waymark.Tests.Security.Encryption.Tokens;

/// <summary>A wrapping key that stays inside a hardware module does what one from a file does.</summary>
[Collection(nameof(SoftToken))]
public sealed class TokenKeyTests(SoftToken token)
{
    private static readonly Guid Agency = Guid.Parse("01900000-0000-7000-8000-000000000001");

    private static string NewName() => $"k-{Guid.NewGuid():N}";

    [Fact]
    public void Unwrap_WhatTheKeyWrapped_IsTheSame()
    {
        var key = Made();
        var wrapped = key.Wrap("bound"u8, "a secret"u8);

        Assert.Equal("a secret"u8.ToArray(), key.Unwrap("bound"u8, wrapped));
        Assert.NotEqual(wrapped, key.Wrap("bound"u8, "a secret"u8));
        Assert.DoesNotContain(
            "a secret",
            Encoding.Latin1.GetString(wrapped),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Unwrap_AnyByteChanged_IsNothing()
    {
        var key = Made();
        var wrapped = key.Wrap("bound"u8, "a secret"u8);

        Assert.All(
            Enumerable.Range(0, wrapped.Length),
            place =>
            {
                var changed = wrapped.ToArray();
                changed[place] ^= 1;
                Assert.Null(key.Unwrap("bound"u8, changed));
            }
        );
        Assert.Null(key.Unwrap("bound"u8, wrapped.AsSpan(1)));
        Assert.Null(key.Unwrap("bound"u8, []));
    }

    [Fact]
    public void Unwrap_BoundToSomethingElseOrByAnotherKey_IsNothing()
    {
        var key = Made();
        var wrapped = key.Wrap("bound"u8, "a secret"u8);

        Assert.Null(key.Unwrap("other"u8, wrapped));
        Assert.Null(Made().Unwrap("bound"u8, wrapped));
    }

    [Fact]
    public void Rewrap_FromAFileToTheModule_LeavesTheAgencysKeyAsItIs()
    {
        var file = WrappingKey.Create("file");
        var row = KeyWrap.Create(file, Agency, KeyPurpose.Fields, 1, default);
        var before = KeyWrap.Unwrap(WrappingKeys.Of(file), row);
        var module = Made();

        Assert.True(KeyWrap.Rewrap(WrappingKeys.Of(file, module), row));

        Assert.Equal(module.Id, row.WrappedBy);
        Assert.Equal(before, KeyWrap.Unwrap(WrappingKeys.Of(module), row));
        Assert.Null(KeyWrap.Unwrap(WrappingKeys.Of(file), row));
    }

    [Fact]
    public void Parse_LineThatNamesAKeyOfTheModule_UsesIt()
    {
        var name = NewName();
        Assert.True(token.Module.Create(name));

        var keys = WrappingKeys.Parse($"{name} pkcs11", token.Module, out var problem);

        Assert.Equal("", problem);
        Assert.IsType<TokenKey>(keys!.Current);
    }

    [Fact]
    public void Parse_LineThatNamesAKeyTheModuleLacks_SaysWhich()
    {
        Assert.Null(WrappingKeys.Parse("not-there pkcs11", token.Module, out var problem));
        Assert.Contains(
            "Line 1 of the encryption keys names a key 'not-there'",
            problem,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Create_NameThatIsTaken_MakesNoSecondKey()
    {
        var name = NewName();
        Assert.True(token.Module.Create(name));
        Assert.False(token.Module.Create(name));
        Assert.Null(token.Module.Fault(name));
    }

    [Theory]
    [InlineData("no-such-token", "1234", "no token with the label 'no-such-token'")]
    [InlineData("waymark-tests", "0000", "PIN")]
    [InlineData("waymark-tests", null, "Waymark:Pkcs11:Pin")]
    public void Fault_WrongSetting_NamesItself(string label, string? pin, string expected)
    {
        // Of the same library as the other: it must not be finalised under it, so it is not disposed.
        var wrong = new Pkcs11Token(SoftToken.Options(label, pin));
        var problem = Assert.Throws<TokenUnavailableException>(() => wrong.Fault("any"));
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    private TokenKey Made()
    {
        var name = NewName();
        Assert.True(token.Module.Create(name));
        return new(name, token.Module);
    }
}

[CollectionDefinition(nameof(SoftToken))]
public sealed class SharedSoftToken : ICollectionFixture<SoftToken>;
