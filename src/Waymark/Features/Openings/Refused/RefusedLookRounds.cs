using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Data.Databases;
using Waymark.Hosting;

namespace Waymark.Features.Openings.Refused;

/// <summary>
/// Writes, once a minute and when the service stops, who asked for a record that is closed to them: an event of that record. An address of
/// no record, or of another agency's, leaves nothing.
/// </summary>
internal sealed class RefusedLookRounds(
    RefusedLooks looks,
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<RefusedLookRounds> log
) : Rounds(TimeSpan.FromMinutes(1), clock, log)
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await TryAsync(cancellationToken);
    }

    internal override async Task GoAsync(CancellationToken cancellation)
    {
        List<IGrouping<Guid, RefusedLook>> left = [.. looks.Take().GroupBy(look => look.AgencyId)];
        while (left is [var next, ..])
        {
            try
            {
                await WriteAsync(next, cancellation);
            }
            catch (Exception problem) when (DatabaseAway.Is(problem))
            {
                // They wait for the database too.
                left.SelectMany(ofAgency => ofAgency).ToList().ForEach(looks.Add);
                throw;
            }
            left.Remove(next);
        }
    }

    private async Task WriteAsync(
        IGrouping<Guid, RefusedLook> ofAgency,
        CancellationToken cancellation
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Enter(ofAgency.Key);
        var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        var ids = ofAgency.Select(look => look.RecordId).Distinct().ToList();
        var concerns = await db
            .Concerns.Where(c => ids.Contains(c.Id))
            .Select(c => c.Id)
            .ToListAsync(cancellation);
        var children = await db
            .Children.Where(c => ids.Contains(c.Id))
            .Select(c => c.Id)
            .ToListAsync(cancellation);
        db.Events.AddRange(
            ofAgency
                .Where(look => concerns.Contains(look.RecordId))
                .Select(look => Event(look, look.RecordId, null, look.Page))
        );
        db.Events.AddRange(
            ofAgency
                .Where(look => children.Contains(look.RecordId))
                .Select(look =>
                    Event(look, null, look.RecordId, $"{WaymarkDb.ChildPlace}/{look.Page}")
                )
        );
        await db.SaveChangesAsync(cancellation);
    }

    private static RecordEvent Event(
        RefusedLook look,
        Guid? concernId,
        Guid? childId,
        string place
    ) =>
        new()
        {
            AgencyId = look.AgencyId,
            ConcernId = concernId,
            SubjectId = childId,
            At = look.At,
            ById = look.PersonId,
            ByName = look.PersonName,
            Kind = EventKinds.RecordRefused,
            Place = place,
        };
}
