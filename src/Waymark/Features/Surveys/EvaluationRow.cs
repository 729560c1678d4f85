using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Surveys.Keys;
using Waymark.Features.Surveys.Marks;

namespace Waymark.Features.Surveys;

/// <summary>Loads and saves that several pages of an evaluation share.</summary>
internal static class EvaluationRow
{
    /// <summary>The evaluation's waves in the order in which they are asked.</summary>
    public static async Task<IReadOnlyList<Wave>> WavesOfAsync(
        WaymarkDb db,
        Guid evaluationId,
        CancellationToken cancellation
    ) =>
        [
            .. (
                await db
                    .Waves.AsNoTracking()
                    .Where(w => w.EvaluationId == evaluationId)
                    .ToListAsync(cancellation)
            ).OrderBy(w => w.Stage),
        ];

    /// <summary>
    /// Adds people and their invitations to every wave that is not closed, and makes room for their marks; the caller saves. All ids are made by
    /// chance, and the database is given them in the order of those.
    /// </summary>
    public static async Task InviteAsync(
        WaymarkDb db,
        SurveyKey key,
        Evaluation evaluation,
        IEnumerable<(string Email, string? ManagerEmail)> people,
        CancellationToken cancellation
    )
    {
        List<Invitee> invitees =
        [
            .. people
                .Select(p => new Invitee
                {
                    Id = Guid.NewGuid(),
                    AgencyId = evaluation.AgencyId,
                    EvaluationId = evaluation.Id,
                    Email = p.Email,
                    ManagerEmail = p.ManagerEmail,
                })
                .OrderBy(i => i.Id),
        ];
        db.Invitees.AddRange(invitees);
        foreach (var wave in await WavesOfAsync(db, evaluation.Id, cancellation))
        {
            if (wave.ClosedAt is not null)
            {
                continue;
            }
            List<Invitation> invitations =
            [
                .. invitees.Select(i => New(key, wave, i, ResponseBy.Respondent)),
                .. invitees
                    .Where(i => wave.Stage == WaveStage.FollowUp && i.ManagerEmail is not null)
                    .Select(i => New(key, wave, i, ResponseBy.Manager)),
            ];
            // Places are never given again, not even those of people who were taken off.
            var room =
                await db
                    .Invitations.Where(i => i.WaveId == wave.Id)
                    .MaxAsync(i => (int?)i.Place, cancellation) + 1
                ?? 0;
            foreach (var invitation in invitations.OrderBy(i => i.Id))
            {
                invitation.Place = room++;
                db.Invitations.Add(invitation);
            }
            var marks = await db.PendingMarks.SingleAsync(m => m.WaveId == wave.Id, cancellation);
            marks.Sealed = UsedLinks
                .Open(key, wave.Id, marks.Sealed)
                .WithRoomFor(room)
                .Seal(key, wave.Id);
            marks.Revision++;
        }
    }

    private static Invitation New(SurveyKey key, Wave wave, Invitee invitee, ResponseBy by)
    {
        var id = Guid.NewGuid();
        return new()
        {
            Id = id,
            AgencyId = wave.AgencyId,
            WaveId = wave.Id,
            InviteeId = invitee.Id,
            By = by,
            TokenHash = SurveyKey.HashOf(key.TokenOf(id)),
        };
    }
}
