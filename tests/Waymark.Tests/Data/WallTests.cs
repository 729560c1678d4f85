using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Children;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Data;

public sealed class WallTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    private static readonly Guid s_someone = Guid.NewGuid();

    [Fact]
    public async Task Read_OtherAgency_SeesNoRow()
    {
        await AddChildAsync(AgencyKind.School, "WALL-1");

        Assert.True(await SeesAsync(AgencyKind.School, "WALL-1"));
        Assert.False(await SeesAsync(AgencyKind.Council, "WALL-1"));
    }

    [Fact]
    public async Task Read_NobodySignedIn_SeesNoRow()
    {
        await AddChildAsync(AgencyKind.School, "WALL-2");

        Assert.False(await SeesAsync(null, "WALL-2"));
    }

    [Fact]
    public async Task Write_RowOfAnotherAgency_IsABug() =>
        await host.ReadAsync(
            AgencyKind.School,
            async db =>
            {
                var other = (await db.Agencies.SingleAsync(a => a.Kind == AgencyKind.Council)).Id;
                db.Children.Add(NewChild(other, "WALL-3"));

                await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
                return true;
            }
        );

    [Fact]
    public async Task Write_EventChangedOrRemoved_IsABug() =>
        await host.ReadAsync(
            AgencyKind.School,
            async db =>
            {
                var agency = (await db.Agencies.SingleAsync(a => a.Kind == AgencyKind.School)).Id;
                var written = new RecordEvent
                {
                    AgencyId = agency,
                    At = default,
                    ById = s_someone,
                    ByName = "Someone",
                    Kind = EventKinds.ConcernStarted,
                };
                db.Events.Add(written);
                await db.SaveChangesAsync();
                db.Events.Remove(written);

                await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
                return true;
            }
        );

    [Fact]
    public void Scope_SecondAgency_IsABug()
    {
        var scope = new AgencyScope();
        scope.Enter(s_someone);
        scope.Enter(s_someone);

        Assert.Throws<InvalidOperationException>(() => scope.Enter(Guid.NewGuid()));
    }

    private static Child NewChild(Guid agency, string reference) =>
        new()
        {
            Id = Guid.NewGuid(),
            AgencyId = agency,
            Reference = reference,
            AgeBand = AgeBand.NotKnown,
        };

    private Task<bool> SeesAsync(AgencyKind? agency, string reference) =>
        host.ReadAsync(
            agency,
            async db => (await db.Children.ToListAsync()).Any(c => c.Reference == reference)
        );

    private Task<int> AddChildAsync(AgencyKind kind, string reference) =>
        host.ReadAsync(
            kind,
            async db =>
            {
                db.Children.Add(
                    NewChild((await db.Agencies.SingleAsync(a => a.Kind == kind)).Id, reference)
                );
                return await db.SaveChangesAsync();
            }
        );
}
