using System.Security.Cryptography;
using FsCheck;
using FsCheck.Xunit;
using Waymark.Features.Surveys.Keys;
using Waymark.Features.Surveys.Marks;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Marks;

public sealed class UsedLinksProperties
{
    private const int Most = 1000;
    private static readonly SurveyKey s_key = new(new byte[SurveyKey.Length]);
    private static readonly Guid s_wave = Guid.Parse("5f0c3f58-6a1e-4a3e-8a55-4f7c3f7b0f10");

    [Property]
    public bool Opened_HoldsWhatWasSealed_WhateverTheOrderOfUse(NonNegativeInt[] used)
    {
        var links = WithAll(used);
        var opened = UsedLinks.Open(s_key, s_wave, links.Seal(s_key, s_wave));
        return opened.Places.SequenceEqual(PlacesOf(used).Distinct().Order())
            && PlacesOf(used).All(opened.Has)
            && opened.Room == links.Room;
    }

    [Property]
    public bool Sealed_HasOneLengthHoweverManyWereUsed_AndIsNewEachTime(NonNegativeInt[] used)
    {
        var full = WithAll(used);
        var first = full.Seal(s_key, s_wave);
        return first.Length == UsedLinks.For(Most).Seal(s_key, s_wave).Length
            && !first.SequenceEqual(full.Seal(s_key, s_wave));
    }

    [Property]
    public bool WithRoomForMore_HoldsTheSame(NonNegativeInt[] used, NonNegativeInt more)
    {
        var links = WithAll(used);
        var wider = links.WithRoomFor(more.Get);
        return wider.Places.SequenceEqual(links.Places)
            && wider.Room >= Math.Max(links.Room, more.Get)
            && !wider.Has(wider.Room - 1)
            && wider.Emptied().Places.Count == 0;
    }

    [Fact]
    public void Open_AlteredOrOfAnotherWave_Throws()
    {
        var sealedSet = UsedLinks.For(3).With(2).Seal(s_key, s_wave);
        Assert.ThrowsAny<CryptographicException>(() =>
            UsedLinks.Open(s_key, Guid.NewGuid(), sealedSet)
        );
        sealedSet[15] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => UsedLinks.Open(s_key, s_wave, sealedSet));
        Assert.ThrowsAny<CryptographicException>(() =>
            UsedLinks.Open(s_key, s_wave, sealedSet[..10])
        );
    }

    [Fact]
    public void With_APlaceBeyondItsRoom_Throws()
    {
        var links = UsedLinks.For(0);
        Assert.Throws<InvalidOperationException>(() => links.With(links.Room));
        Assert.True(links.WithRoomFor(links.Room + 1).With(links.Room).Has(links.Room));
    }

    private static UsedLinks WithAll(NonNegativeInt[] used) =>
        PlacesOf(used).Aggregate(UsedLinks.For(Most), (set, place) => set.With(place));

    /// <summary>Places of a wave with so many invitations; the room behind them stays empty.</summary>
    private static IEnumerable<int> PlacesOf(NonNegativeInt[] used) =>
        used.Select(u => u.Get % Most);
}
