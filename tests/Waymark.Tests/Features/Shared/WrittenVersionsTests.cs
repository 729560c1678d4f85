using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Waymark.Features.Shared.Versions;
using Xunit;

namespace Waymark.Tests.Features.Shared;

public sealed class WrittenVersionsTests
{
    [Fact]
    public void Standing_NothingWritten_IsNone() =>
        Assert.Empty(WrittenVersions.Standing<Text>([]));

    [Fact]
    public void Standing_EachBuiltOnTheLast_IsTheLast() =>
        Assert.Equal([3], Numbers([new(1, 0), new(2, 1), new(3, 2)]));

    [Fact]
    public void Standing_TwoBuiltOnTheSame_AreBoth() =>
        Assert.Equal([2, 3], Numbers([new(1, 0), new(2, 1), new(3, 1)]));

    [Fact]
    public void Standing_TwoFirstVersions_AreBoth() =>
        Assert.Equal([1, 2], Numbers([new(1, 0), new(2, 0)]));

    [Fact]
    public void Standing_AfterAChoice_IsTheChoice() =>
        Assert.Equal([4], Numbers([new(1, 0), new(2, 1), new(3, 1), new(4, 3, "2")]));

    [Property]
    public Property Standing_AnyHistory_IsNeverEmptyAndKeepsEveryVersion(byte[] choices)
    {
        // Each step builds on any earlier version, or settles everything that stands: as people could.
        List<Text> versions = [];
        foreach (var choice in choices)
        {
            var standing = WrittenVersions.Standing(versions);
            var number = WrittenVersions.NextNumber(versions);
            versions.Add(
                choice % 3 == 0 && standing.Count > 1
                    ? new(
                        number,
                        standing[0].Number,
                        VersionedSave.SettledBy(standing, standing[0].Number)
                    )
                    : new(number, choice % number)
            );
        }
        var left = WrittenVersions.Standing(versions);
        return (
            versions.Count == 0
            || (left.Count > 0 && left.Any(v => v.Number == versions[^1].Number))
        ).ToProperty();
    }

    private static IEnumerable<int> Numbers(IReadOnlyCollection<Text> versions) =>
        WrittenVersions.Standing(versions).Select(v => v.Number);

    private sealed record Text(int Number, int BasedOn, string Settles = "") : IWrittenVersion
    {
        public Guid Id => Guid.Empty;
        public Guid AgencyId => Guid.Empty;
        public Guid ConcernId => Guid.Empty;
        public DateTimeOffset WrittenAt => default;
        public string WrittenByName => "";
    }
}
