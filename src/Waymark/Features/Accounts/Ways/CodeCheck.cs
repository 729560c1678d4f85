using Microsoft.EntityFrameworkCore;
using Waymark.Data;

namespace Waymark.Features.Accounts.Ways;

/// <summary>Takes a code from a person's app, or one of their recovery codes. Each is good once.</summary>
public sealed class CodeCheck(AccountDesk desk)
{
    /// <summary>The way that the code proves, or null when it is none of the person's.</summary>
    public async Task<Way?> TakeAsync(
        Practitioner person,
        string? typed,
        CancellationToken cancellation
    )
    {
        await using var work = desk.Open(person.AgencyId);
        var app = await work
            .Db.CodeApps.AsNoTracking()
            .SingleOrDefaultAsync(a => a.PersonId == person.Id, cancellation);
        if (app is not null && Totp.Match(app.Secret, typed, work.Now, app.LastStep) is { } step)
        {
            // Of two at the same moment one is taken.
            return
                await work
                    .Db.CodeApps.Where(a => a.PersonId == person.Id && a.LastStep < step)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.LastStep, step), cancellation)
                == 1
                ? Way.PasswordAndCode
                : null;
        }
        var hash = RecoveryCodes.Hash(person.Id, typed ?? "");
        DateTimeOffset? now = work.Now;
        var used = await work
            .Db.RecoveryCodes.Where(c =>
                c.PersonId == person.Id && c.Hash == hash && c.UsedAt == null
            )
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.UsedAt, now), cancellation);
        if (used == 0)
        {
            return null;
        }
        work.Note(person, EventKinds.RecoveryCodeUsed);
        await work.Db.SaveChangesAsync(cancellation);
        return Way.PasswordAndRecoveryCode;
    }
}
