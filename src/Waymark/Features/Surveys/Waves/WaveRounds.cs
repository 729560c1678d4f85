using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Hosting;

namespace Waymark.Features.Surveys.Waves;

/// <summary>
/// Goes round all agencies at regular times while the service runs: stages that have begun are invited, those who have not answered are reminded on the
/// days for it, and waves whose last day has passed are closed.
/// </summary>
internal sealed class WaveRounds(
    IServiceScopeFactory scopes,
    IOptions<WaymarkOptions> options,
    TimeProvider clock,
    ILogger<WaveRounds> log
) : Rounds(TimeSpan.FromMinutes(options.Value.SurveyRoundMinutes), clock, log)
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
                await using var scope = scopes.CreateAsyncScope();
                scope.ServiceProvider.GetRequiredService<AgencyScope>().Enter(agency);
                await scope.ServiceProvider.GetRequiredService<WaveRound>().GoAsync(cancellation);
            }
            catch (Exception problem)
                when (problem
                        is DbUpdateException
                            or System.Data.Common.DbException
                            or IOException
                            or System.Security.Cryptography.CryptographicException
                )
            {
                log.LogWarning(
                    "The round of surveys of agency {Agency} stopped: {Problem}. The next one goes on.",
                    agency,
                    problem.GetType().Name
                );
            }
        }
    }
}
