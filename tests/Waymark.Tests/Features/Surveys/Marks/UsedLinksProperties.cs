using System.Security.Cryptography;
using FsCheck.Xunit;
using Waymark.Features.Surveys.Keys;
using Waymark.Features.Surveys.Marks;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Marks;

public sealed class UsedLinksProperties
{
    private static readonly SurveyKey s_key = new(new byte[SurveyKey.Length]);
    private static readonly Guid s_wave = Guid.Parse("5f0c3f58-6a1e-4a3e-8a55-4f7c3f7b0f10");

    [Property]
    public bool Opened_HoldsWhatWasSealed_InTheOrderOfIdsWhateverTheOrderOfUse(Guid[] used)
    {
        var links = used.Aggregate(UsedLinks.For(used.Length), (set, id) => set.With(id));
        var opened = UsedLinks.Open(s_key, s_wave, links.Seal(s_key, s_wave));
        return opened.Ids.SequenceEqual(used.Distinct().Order()) && opened.Room == links.Room;
    }

    [Property]
    public bool Sealed_HasOneLengthHoweverManyWereUsed_AndIsNewEachTime(Guid[] used)
    {
        var empty = UsedLinks.For(used.Length);
        var full = used.Aggregate(empty, (set, id) => set.With(id));
        var first = full.Seal(s_key, s_wave);
        return first.Length == empty.Seal(s_key, s_wave).Length
            && !first.SequenceEqual(full.Seal(s_key, s_wave));
    }

    [Fact]
    public void Open_AlteredOrOfAnotherWave_Throws()
    {
        var sealedSet = UsedLinks.For(3).With(Guid.NewGuid()).Seal(s_key, s_wave);
        Assert.ThrowsAny<CryptographicException>(() =>
            UsedLinks.Open(s_key, Guid.NewGuid(), sealedSet)
        );
        sealedSet[20] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => UsedLinks.Open(s_key, s_wave, sealedSet));
    }

    [Fact]
    public void With_MoreThanThereIsRoomFor_Throws()
    {
        var links = UsedLinks.For(0);
        for (var i = 0; i < links.Room; i++)
        {
            links = links.With(Guid.NewGuid());
        }
        Assert.Throws<InvalidOperationException>(() => links.With(Guid.NewGuid()));
        Assert.Equal(links.Count + 1, links.WithRoomFor(links.Room + 1).With(Guid.NewGuid()).Count);
    }
}
