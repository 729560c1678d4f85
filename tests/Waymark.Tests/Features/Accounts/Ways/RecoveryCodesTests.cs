using FsCheck.Xunit;
using Waymark.Features.Accounts.Ways;
using Xunit;

namespace Waymark.Tests.Features.Accounts.Ways;

public sealed class RecoveryCodesTests
{
    private static readonly Guid s_person = Guid.Parse("01900000-0000-7000-8000-000000000001");

    [Fact]
    public void New_Set_IsTenDifferentCodesOfSixGroups()
    {
        var codes = RecoveryCodes.New();

        Assert.Equal(10, codes.Distinct().Count());
        Assert.All(codes, code => Assert.Matches("^[a-z2-9]{4}(-[a-z2-9]{4}){5}$", code));
    }

    [Fact]
    public void Hash_CapitalsSpacesAndHyphens_MakeNoDifference() =>
        Assert.Equal(
            RecoveryCodes.Hash(s_person, "abcd-efgh-jkmn-pqrs"),
            RecoveryCodes.Hash(s_person, " ABCD efgh–jkmnpqrs ")
        );

    [Fact]
    public void Hash_SameCodeOfAnother_IsNotTheSame() =>
        Assert.NotEqual(
            RecoveryCodes.Hash(s_person, "abcd-efgh-jkmn-pqrs"),
            RecoveryCodes.Hash(Guid.Empty, "abcd-efgh-jkmn-pqrs")
        );

    [Property]
    public bool Hash_AnyText_Is32Bytes(string? typed) =>
        RecoveryCodes.Hash(s_person, typed!).Length == 32;
}
