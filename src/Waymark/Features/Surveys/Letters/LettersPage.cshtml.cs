using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Surveys.Letters;

/// <summary>
/// The invitations that the mail server did not take, and a way to take a wrong address off the list. Reminders are not told: who is reminded has not
/// answered. Nobody here was ever sent the link of the stage, so the page says nothing about answers.
/// </summary>
public sealed class LettersPage(WaymarkDb db, TimeProvider clock) : EvaluationPage(db, clock)
{
    /// <summary>The name of the field.</summary>
    public const string LetterField = "Letter";

    /// <summary>The letters, by address.</summary>
    public IReadOnlyList<RefusedLetter> Letters { get; private set; } = [];

    /// <summary>The invitations that were ticked.</summary>
    [BindProperty(Name = LetterField)]
    public List<Guid> Chosen { get; set; } = [];

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var chosen = Letters.Where(l => Chosen.Contains(l.InvitationId)).ToList();
        if (
            HasErrors(
                chosen.Count > 0
                    ? []
                    : [new FieldError(LetterField, "Tick at least one address", "none-ticked")]
            )
        )
        {
            return ShowErrors();
        }
        await using var transaction = await Db.Database.BeginTransactionAsync(cancellation);
        await TakeOffAsync(chosen, cancellation);
        Db.Events.Add(
            Event(
                EventKinds.PeopleTakenOff,
                concernId: null,
                EvaluationId,
                after: chosen.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)
            )
        );
        await Db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return Redirect($"{Home}?done=taken-off");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var open = Waves.Where(w => w.ClosedAt is null).ToDictionary(w => w.Id);
        var ids = open.Keys.ToList();
        var refused = await (
            from invitation in Db.Invitations.AsNoTracking()
            where
                ids.Contains(invitation.WaveId)
                && invitation.InvitedOn == null
                && invitation.RefusedOn != null
            join invitee in Db.Invitees.AsNoTracking() on invitation.InviteeId equals invitee.Id
            select new { invitation, invitee }
        ).ToListAsync(cancellation);
        Letters =
        [
            .. refused
                .Select(r => new RefusedLetter(
                    r.invitation.Id,
                    r.invitee.Id,
                    r.invitation.By == ResponseBy.Manager
                        ? r.invitee.ManagerEmail ?? ""
                        : r.invitee.Email,
                    r.invitation.By,
                    open[r.invitation.WaveId].Stage,
                    r.invitation.RefusedOn!.Value
                ))
                .OrderBy(l => l.Address, StringComparer.Ordinal)
                .ThenBy(l => l.Stage),
        ];
    }

    /// <summary>
    /// The invitations go, but for those that the service's round sent a moment ago; and with them the people and all that is planned for them, where the
    /// invitation was their own and no letter about them was ever sent.
    /// </summary>
    private async Task TakeOffAsync(
        IReadOnlyList<RefusedLetter> letters,
        CancellationToken cancellation
    )
    {
        var invitations = letters.Select(l => l.InvitationId).ToList();
        var people = letters
            .Where(l => l.By == ResponseBy.Respondent)
            .Select(l => l.InviteeId)
            .ToList();
        await Db
            .Invitations.Where(i => invitations.Contains(i.Id) && i.InvitedOn == null)
            .ExecuteDeleteAsync(cancellation);
        await Db
            .Invitations.Where(i =>
                people.Contains(i.InviteeId)
                && !Db.Invitations.Any(o => o.InviteeId == i.InviteeId && o.InvitedOn != null)
            )
            .ExecuteDeleteAsync(cancellation);
        await Db
            .Invitees.Where(i =>
                people.Contains(i.Id) && !Db.Invitations.Any(o => o.InviteeId == i.Id)
            )
            .ExecuteDeleteAsync(cancellation);
    }
}

/// <summary>An invitation that the mail server did not take.</summary>
/// <param name="InvitationId">The invitation.</param>
/// <param name="InviteeId">The person on the list.</param>
/// <param name="Address">Where it was to go.</param>
/// <param name="By">Whether the person or their manager was written to.</param>
/// <param name="Stage">The stage.</param>
/// <param name="RefusedOn">The day it was last tried.</param>
public sealed record RefusedLetter(
    Guid InvitationId,
    Guid InviteeId,
    string Address,
    ResponseBy By,
    WaveStage Stage,
    DateOnly RefusedOn
);
