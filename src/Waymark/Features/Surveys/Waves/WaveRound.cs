using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Insight.Releasing;
using Waymark.Features.Surveys.Keys;
using Waymark.Features.Surveys.Marks;
using Waymark.Mail;

namespace Waymark.Features.Surveys.Waves;

/// <summary>
/// One round over the waves of the agency in whose scope it runs. What each invitation is due is decided by <see cref="WaveDays"/>. A letter is claimed
/// in the database before it is sent, so that two nodes do not both send it, and given back where it did not go: the next round tries again. No letter
/// and no token is stored: both are made again from the key.
/// </summary>
public sealed class WaveRound(
    WaymarkDb db,
    SurveyKeys keys,
    WaveClosing closing,
    ReleaseAtClosing results,
    Post post,
    TimeProvider clock
)
{
    /// <summary>Closes what is over, invites and reminds.</summary>
    public async Task GoAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var today = UkTime.DateOf(now);
        var waves = await db
            .Waves.AsNoTracking()
            .Where(w => w.ClosedAt == null && w.OpensOn <= today)
            .ToListAsync(cancellation);
        foreach (var wave in waves.Where(w => w.IsOver(today)))
        {
            await closing.CloseAsync(
                wave.Id,
                SurveyEvents.OfItself(EventKinds.WaveClosed, wave, now),
                now,
                cancellation
            );
        }
        await CatchUpAsync(cancellation);
        if (!post.IsOn)
        {
            return;
        }
        await using var letters = post.Begin();
        foreach (var wave in waves.Where(w => w.IsOpen(today)))
        {
            if (!await WriteAsync(wave, letters, now, cancellation))
            {
                return;
            }
        }
    }

    /// <summary>Decides what is shown of waves that were closed when something failed before that was decided.</summary>
    private async Task CatchUpAsync(CancellationToken cancellation)
    {
        var behind = await db
            .Evaluations.Where(e =>
                db.Waves.Count(w => w.EvaluationId == e.Id && w.ClosedAt != null)
                > (
                    db.ReleasedFigures.Where(f => f.EvaluationId == e.Id)
                        .Select(f => (int?)f.Waves)
                        .FirstOrDefault()
                    ?? 0
                )
            )
            .Select(e => e.Id)
            .ToListAsync(cancellation);
        foreach (var evaluation in behind)
        {
            await results.ReleaseAsync(
                evaluation,
                Guid.Empty,
                SurveyEvents.OfWaymark,
                cancellation
            );
        }
    }

    /// <summary>Sends what one wave owes; false where the mail server is away and the round ends.</summary>
    private async Task<bool> WriteAsync(
        Wave wave,
        PostRound letters,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        var today = UkTime.DateOf(now);
        var evaluation = await db
            .Evaluations.AsNoTracking()
            .SingleAsync(e => e.Id == wave.EvaluationId, cancellation);
        if (keys.Find(evaluation.Id) is not { } key)
        {
            return true;
        }
        var due = await DueAsync(wave, key, today, cancellation);
        if (due.Count == 0)
        {
            return true;
        }
        var people = await db
            .Invitees.AsNoTracking()
            .Where(i => i.EvaluationId == evaluation.Id)
            .ToDictionaryAsync(i => i.Id, cancellation);
        var agency = await db
            .Agencies.Where(a => a.Id == wave.AgencyId)
            .Select(a => a.Name)
            .SingleAsync(cancellation);
        int invited = 0,
            reminded = 0;
        var isAway = false;
        foreach (var invitation in due)
        {
            var isReminder = invitation.InvitedOn is not null;
            var person = people[invitation.InviteeId];
            if (
                (invitation.By == ResponseBy.Manager ? person.ManagerEmail : person.Email)
                    is not { } to
                || !await ClaimAsync(invitation, today, cancellation)
            )
            {
                continue;
            }
            var delivery = await letters.SendAsync(
                InvitationLetters.Of(
                    to,
                    evaluation.Name,
                    agency,
                    wave,
                    invitation.By,
                    post.Link($"/surveys/answer/{wave.Id}/{key.TokenOf(invitation.Id)}"),
                    isReminder
                ),
                cancellation
            );
            if (delivery == Delivery.Sent)
            {
                (invited, reminded) = isReminder
                    ? (invited, reminded + 1)
                    : (invited + 1, reminded);
                continue;
            }
            if (delivery == Delivery.Refused)
            {
                await RefuseAsync(invitation, today, cancellation);
                continue;
            }
            await GiveBackAsync(invitation, cancellation);
            isAway = true;
            break;
        }
        await SayAsync(wave, now, invited, reminded, cancellation);
        return !isAway;
    }

    /// <summary>What is to be sent today, in an order made by chance.</summary>
    private async Task<List<Invitation>> DueAsync(
        Wave wave,
        SurveyKey key,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var open = await db
            .Invitations.AsNoTracking()
            .Where(i => i.WaveId == wave.Id && !i.IsAnswered)
            .ToListAsync(cancellation);
        var marks = await db
            .PendingMarks.AsNoTracking()
            .SingleAsync(m => m.WaveId == wave.Id, cancellation);
        var used = UsedLinks.Open(key, wave.Id, marks.Sealed);
        var due = open.Where(i =>
                i.InvitedOn is null
                    ? i.RefusedOn != today
                    : !used.Has(i.Place) && wave.IsReminderDue(i, today)
            )
            .ToArray();
        RandomNumberGenerator.Shuffle<Invitation>(due);
        return [.. due];
    }

    /// <summary>Takes the letter for this node; false where another one has it.</summary>
    private async Task<bool> ClaimAsync(
        Invitation invitation,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var mine = db.Invitations.Where(i => i.Id == invitation.Id);
        var (invited, reminded) = (invitation.InvitedOn, invitation.RemindedOn);
        return (
                invited is null
                    ? await mine.Where(i => i.InvitedOn == null)
                        .ExecuteUpdateAsync(
                            set =>
                                set.SetProperty(i => i.InvitedOn, today)
                                    .SetProperty(i => i.RefusedOn, (DateOnly?)null),
                            cancellation
                        )
                    : await mine.Where(i => i.RemindedOn == reminded)
                        .ExecuteUpdateAsync(
                            set => set.SetProperty(i => i.RemindedOn, today),
                            cancellation
                        )
            ) == 1;
    }

    /// <summary>
    /// Notes an invitation that the mail server did not take, for the training lead and for another try tomorrow. A reminder is not noted and not tried
    /// again: who is reminded has not answered, and nobody is to see that.
    /// </summary>
    private async Task RefuseAsync(
        Invitation invitation,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        if (invitation.InvitedOn is null)
        {
            await db
                .Invitations.Where(i => i.Id == invitation.Id)
                .ExecuteUpdateAsync(
                    set =>
                        set.SetProperty(i => i.InvitedOn, (DateOnly?)null)
                            .SetProperty(i => i.RefusedOn, today),
                    cancellation
                );
        }
    }

    private Task<int> GiveBackAsync(Invitation invitation, CancellationToken cancellation) =>
        db
            .Invitations.Where(i => i.Id == invitation.Id)
            .ExecuteUpdateAsync(
                set =>
                    set.SetProperty(i => i.InvitedOn, invitation.InvitedOn)
                        .SetProperty(i => i.RefusedOn, invitation.RefusedOn)
                        .SetProperty(i => i.RemindedOn, invitation.RemindedOn),
                cancellation
            );

    private async Task SayAsync(
        Wave wave,
        DateTimeOffset now,
        int invited,
        int reminded,
        CancellationToken cancellation
    )
    {
        if (invited > 0)
        {
            db.Events.Add(SurveyEvents.OfItself(EventKinds.InvitationsSent, wave, now, invited));
        }
        // How many were reminded would tell how many had answered by then: the event says only that it was done.
        if (reminded > 0)
        {
            db.Events.Add(SurveyEvents.OfItself(EventKinds.RemindersSent, wave, now));
        }
        await db.SaveChangesAsync(cancellation);
    }
}
