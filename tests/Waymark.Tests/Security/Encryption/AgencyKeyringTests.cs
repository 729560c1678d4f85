using System.Text;
using FsCheck;
using FsCheck.Xunit;
using Waymark.Security.Encryption;
using Xunit;

namespace Waymark.Tests.Security.Encryption;

public sealed class AgencyKeyringTests
{
    private static readonly Guid Agency = Guid.NewGuid();
    private static readonly Guid Other = Guid.NewGuid();
    private static readonly WrappingKeys Wrapping = WrappingKeys.Of(WrappingKey.Create("k1"));
    private static readonly FieldPlace Place = new(Agency, "concerns", "Worry", "row-1");
    private static readonly AgencyKeyring Keys = Ring(Agency, FirstKeys(Agency));

    [Property]
    public bool Open_WhatWasSealed_IsTheText(NonNull<string> text)
    {
        // A lone surrogate is no text that a form can send; it comes back as the replacement character.
        var sent = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Get));
        return Keys.Open(Place, Keys.Seal(Place, sent)) == new OpenedField(FieldState.Opened, sent);
    }

    [Property]
    public bool Open_AnyByteFlipped_SaysSo(NonNull<string> text, uint where, byte mask)
    {
        var field = Keys.Seal(Place, text.Get);
        field[where % field.Length] ^= mask == 0 ? (byte)1 : mask;
        return Keys.Open(Place, field).State is FieldState.Altered or FieldState.KeyUnknown;
    }

    [Property]
    public bool Open_Cut_SaysSo(NonNull<string> text, uint where)
    {
        var field = Keys.Seal(Place, text.Get);
        return Keys.Open(Place, field.AsSpan(0, (int)(where % field.Length))).Text is null;
    }

    public static TheoryData<FieldPlace> OtherPlaces =>
        [
            Place with
            {
                Table = "decisions",
            },
            Place with
            {
                Column = "Note",
            },
            Place with
            {
                Row = "row-2",
            },
            Place with
            {
                Table = "concern",
                Column = "sWorry",
            },
        ];

    [Theory]
    [MemberData(nameof(OtherPlaces))]
    public void Open_MovedFromAnotherPlace_IsAltered(FieldPlace moved) =>
        Assert.Equal(
            FieldState.Altered,
            Keys.Open(moved, Keys.Seal(Place, "He said Saturday.")).State
        );

    [Fact]
    public void Open_FieldOfAnotherAgency_IsAltered()
    {
        var others = Ring(Other, FirstKeys(Other));
        var field = others.Seal(Place with { AgencyId = Other }, "He said Saturday.");
        Assert.Equal(FieldState.Altered, Keys.Open(Place, field).State);
        Assert.Equal(FieldState.Altered, Keys.Open(Place with { AgencyId = Other }, field).State);
    }

    [Fact]
    public void Open_KeyRowOfAnotherAgency_DoesNotUnwrap()
    {
        // Somebody with the database copies one agency's wrapped key over another's.
        List<AgencyKey> stolen = [.. FirstKeys(Other).Select(k => As(k, Agency))];
        Assert.Null(AgencyKeyring.Open(Wrapping, Agency, stolen, out var problem));
        Assert.Contains("does not open", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Seal_PlaceOfAnotherAgency_IsABug() =>
        Assert.Throws<InvalidOperationException>(() =>
            Keys.Seal(Place with { AgencyId = Other }, "x")
        );

    [Fact]
    public void Seal_ShortTexts_HaveOneLengthAndNeverTheSameBytes()
    {
        Assert.Equal(Keys.Seal(Place, "yes").Length, Keys.Seal(Place, "no").Length);
        Assert.NotEqual(Keys.Seal(Place, "yes"), Keys.Seal(Place, "yes"));
    }

    [Fact]
    public void Rotation_MidWay_OldAndNewFieldsBothOpen()
    {
        var rows = FirstKeys(Agency);
        var before = Ring(Agency, rows);
        var old = before.Seal(Place, "old");
        rows.Add(KeyWrap.Create(Wrapping.Current, Agency, KeyPurpose.Fields, 2, default));
        var after = Ring(Agency, rows);
        var fresh = after.Seal(Place, "new");
        Assert.Equal("old", after.Open(Place, old).Text);
        Assert.Equal("new", after.Open(Place, fresh).Text);
        Assert.True(after.IsStale(old));
        Assert.False(after.IsStale(fresh));
        Assert.Equal(FieldState.KeyUnknown, before.Open(Place, fresh).State);
        Assert.Equal(
            before.Lookup("children", "Reference", "HB1"),
            after.Lookup("children", "Reference", "HB1")
        );
    }

    [Fact]
    public void Rewrap_ThenOldWrappingKeyGone_FieldsStillOpen()
    {
        var rows = FirstKeys(Agency);
        var field = Ring(Agency, rows).Seal(Place, "text");
        var both = WrappingKeys.Of(Wrapping.Current, WrappingKey.Create("k2"));
        Assert.All(rows, row => Assert.True(KeyWrap.Rewrap(both, row)));
        Assert.All(rows, row => Assert.Equal("k2", row.WrappedBy));
        var ring = AgencyKeyring.Open(WrappingKeys.Of(both.Current), Agency, rows, out _);
        Assert.Equal("text", ring!.Open(Place, field).Text);
    }

    [Fact]
    public void Open_WrappingKeyGone_NamesIt()
    {
        Assert.Null(
            AgencyKeyring.Open(
                WrappingKeys.Of(WrappingKey.Create("k2")),
                Agency,
                FirstKeys(Agency),
                out var problem
            )
        );
        Assert.Contains("'k1'", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Erase_Keys_LeavesNothingToReadAndNothingToFind()
    {
        var rows = FirstKeys(Agency);
        var before = Ring(Agency, rows);
        var field = before.Seal(Place, "text");
        rows.ForEach(row => row.Erase(DateTimeOffset.UnixEpoch));
        var after = Ring(Agency, rows);
        Assert.True(after.IsErased);
        Assert.All(rows, row => Assert.Null(row.Wrapped));
        Assert.Equal(new OpenedField(FieldState.Erased, null), after.Open(Place, field));
        Assert.NotEqual(
            before.Lookup("children", "Reference", "HB1"),
            after.Lookup("children", "Reference", "HB1")
        );
        Assert.Throws<InvalidOperationException>(() => after.Seal(Place, "more"));
    }

    [Property]
    public bool Lookup_FindsTheSameTextInItsOwnAgencyAndColumnOnly(
        NonNull<string> one,
        NonNull<string> two
    )
    {
        var hash = Keys.Lookup("children", "Reference", one.Get);
        var others = Ring(Other, FirstKeys(Other));
        return hash.SequenceEqual(Keys.Lookup("children", "Reference", one.Get))
            && hash.SequenceEqual(Keys.Lookup("children", "Reference", two.Get))
                == (one.Get == two.Get)
            && !hash.SequenceEqual(Keys.Lookup("children", "Name", one.Get))
            && !hash.SequenceEqual(others.Lookup("children", "Reference", one.Get));
    }

    private static List<AgencyKey> FirstKeys(Guid agency) =>
        [
            KeyWrap.Create(Wrapping.Current, agency, KeyPurpose.Fields, 1, default),
            KeyWrap.Create(Wrapping.Current, agency, KeyPurpose.Lookup, 1, default),
        ];

    private static AgencyKeyring Ring(Guid agency, List<AgencyKey> rows) =>
        AgencyKeyring.Open(Wrapping, agency, rows, out var problem)
        ?? throw new InvalidOperationException(problem);

    private static AgencyKey As(AgencyKey key, Guid agency) =>
        new()
        {
            AgencyId = agency,
            Purpose = key.Purpose,
            Version = key.Version,
            WrappedBy = key.WrappedBy,
            Wrapped = key.Wrapped,
            MadeAt = key.MadeAt,
        };
}
