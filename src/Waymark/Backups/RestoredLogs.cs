using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Data.Chain;
using Waymark.Data.Sealing;
using Waymark.Log.Verification;

namespace Waymark.Backups;

/// <summary>Checks a restored database: every agency's keys open, and its log is as it was written.</summary>
public sealed class RestoredLogs(IServiceScopeFactory scopes)
{
    /// <summary>Checks every agency.</summary>
    /// <returns>The number of agencies and of entries, and what is wrong, one sentence each.</returns>
    public async Task<(int Agencies, long Entries, IReadOnlyList<string> Faults)> CheckAsync(
        CancellationToken cancellation
    )
    {
        List<(Guid Id, string Name)> agencies;
        await using (var scope = scopes.CreateAsyncScope())
        {
            agencies = await scope
                .ServiceProvider.GetRequiredService<WaymarkDb>()
                .Agencies.OrderBy(a => a.Name)
                .Select(a => new ValueTuple<Guid, string>(a.Id, a.Name))
                .ToListAsync(cancellation);
        }
        List<string> faults = [];
        var entries = 0L;
        foreach (var (id, name) in agencies)
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AgencyScope>().Enter(id);
            try
            {
                scope.ServiceProvider.GetRequiredService<AgencyKeyrings>().For(id);
            }
            catch (SealedFieldException problem)
            {
                faults.Add(
                    $"The words of {name} do not open: give this installation the encryption keys of the one that was backed up. {problem.Message}"
                );
            }
            entries += await VerifyAsync(
                scope.ServiceProvider.GetRequiredService<LogExport>(),
                name,
                faults,
                cancellation
            );
        }
        return (agencies.Count, entries, faults);
    }

    private static async Task<long> VerifyAsync(
        LogExport log,
        string name,
        List<string> faults,
        CancellationToken cancellation
    )
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            long entries;
            await using (var output = File.Create(file))
            {
                entries = await log.WriteAsync(output, cancellation);
            }
            await using var export = File.OpenRead(file);
            var verdict = LogVerifier.Verify(
                export,
                new() { TrustedKeys = [log.Fingerprint] },
                cancellation: cancellation
            );
            // A log that an earlier key signed is sound, with the key to be compared: see waymark log verify.
            if (!verdict.IsSound)
            {
                faults.Add($"The log of {name} is not as it was written: {verdict.Faults[0].Text}");
            }
            return entries;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
