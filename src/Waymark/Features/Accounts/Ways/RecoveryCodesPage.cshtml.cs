using Microsoft.AspNetCore.Mvc;

namespace Waymark.Features.Accounts.Ways;

/// <summary>Makes new recovery codes in place of the old and shows them once.</summary>
public sealed class RecoveryCodesPage(AccountDesk desk, TimeProvider clock) : ConfirmedPage(clock)
{
    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await using var work = desk.Open(Me.AgencyId);
        var person = await work.PersonAsync(Me.Id, cancellation);
        if (!(await work.WaysAsync(person, cancellation)).HasSecondWay)
        {
            return LocalRedirect("/accounts/ways");
        }
        var codes = await NewRecoveryCodes.AddAsync(work, person, cancellation);
        await work.Db.SaveChangesAsync(cancellation);
        return new ShownCodes(codes, Held: null).Show(this);
    }
}
