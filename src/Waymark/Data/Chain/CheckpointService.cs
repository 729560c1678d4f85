using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Hosting;

namespace Waymark.Data.Chain;

/// <summary>Makes a checkpoint of every agency's log at regular times while the service runs.</summary>
internal sealed class CheckpointService(
    IServiceScopeFactory scopes,
    IOptions<WaymarkOptions> options,
    TimeProvider clock,
    ILogger<CheckpointService> log
) : Rounds(TimeSpan.FromMinutes(options.Value.CheckpointMinutes), clock, log)
{
    /// <summary>One round over all agencies. A failure with one does not keep the others from theirs.</summary>
    internal override async Task GoAsync(CancellationToken cancellation)
    {
        List<Guid> agencies;
        await using (var scope = scopes.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
            agencies = await db.Agencies.Select(a => a.Id).ToListAsync(cancellation);
        }
        foreach (var agency in agencies)
        {
            try
            {
                await MakeAsync(agency, cancellation);
            }
            catch (Exception problem)
                when (problem is DbUpdateException or System.Data.Common.DbException)
            {
                // Another node made the same checkpoint, or the database is away: the next round tries again.
                log.LogWarning(
                    problem,
                    "No checkpoint of the log of agency {Agency} this time.",
                    agency
                );
            }
        }
    }

    private async Task MakeAsync(Guid agency, CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Enter(agency);
        var (outcome, entry) = await scope
            .ServiceProvider.GetRequiredService<LogCheckpoints>()
            .MakeAsync(cancellation);
        if (outcome == CheckpointOutcome.Broken)
        {
            log.LogCritical(
                "The log of agency {Agency} was changed in the database at entry {Entry}. Nothing was signed. Run: waymark log export, then waymark log verify.",
                agency,
                entry
            );
        }
    }
}
