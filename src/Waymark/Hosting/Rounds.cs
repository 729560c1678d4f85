using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Waymark.Hosting;

/// <summary>Work that is done at regular times while the service runs. A round that fails is named in the program's log, and the next one comes.</summary>
/// <param name="every">The time from round to round.</param>
/// <param name="clock">The clock that tells it.</param>
/// <param name="log">Where a failure is named, by its kind alone.</param>
internal abstract class Rounds(TimeSpan every, TimeProvider clock, ILogger log) : BackgroundService
{
    /// <summary>One round.</summary>
    internal abstract Task GoAsync(CancellationToken cancellation);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // The service is stopping; the next start goes on.
        }
    }

    /// <summary>One round, whose failure is named and goes no further: an exception would stop the whole service.</summary>
    protected async Task TryAsync(CancellationToken cancellation)
    {
        try
        {
            await GoAsync(cancellation);
        }
        catch (Exception problem)
            when (problem is DbException or DbUpdateException or InvalidOperationException)
        {
            log.LogWarning(
                "{Rounds} did nothing this time: {Problem}.",
                GetType().Name,
                problem.GetType().Name
            );
        }
    }
}
