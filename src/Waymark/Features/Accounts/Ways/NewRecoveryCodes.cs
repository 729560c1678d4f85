using Microsoft.EntityFrameworkCore;
using Waymark.Data;

namespace Waymark.Features.Accounts.Ways;

/// <summary>A new set of recovery codes in place of the old.</summary>
internal static class NewRecoveryCodes
{
    /// <summary>Adds them to a unit of work, which saves them with the rest. The answer is the only time they can be read.</summary>
    public static async Task<IReadOnlyList<string>> AddAsync(
        AccountWork work,
        Practitioner person,
        CancellationToken cancellation
    )
    {
        var rows = await work
            .Db.RecoveryCodes.Where(c => c.PersonId == person.Id)
            .ToListAsync(cancellation);
        var codes = RecoveryCodes.New();
        foreach (var fresh in RecoveryCodes.Rows(person, codes))
        {
            if (rows.Find(r => r.Number == fresh.Number) is { } row)
            {
                (row.Hash, row.UsedAt) = (fresh.Hash, null);
            }
            else
            {
                work.Db.RecoveryCodes.Add(fresh);
            }
        }
        work.Note(person, EventKinds.RecoveryCodesMade);
        return codes;
    }
}
