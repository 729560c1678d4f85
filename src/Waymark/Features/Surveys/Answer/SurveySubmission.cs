using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Surveys.Waves;
using Waymark.Instruments;

namespace Waymark.Features.Surveys.Answer;

/// <summary>
/// Takes one respondent's answers: the answers and the sealed set of used links change in one transaction, and nothing else is written. No event, no log
/// line and no row of an invitation tells that it happened (ADR 50).
/// </summary>
public sealed class SurveySubmission(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const int MostTries = 40;

    /// <summary>Sends the answers.</summary>
    /// <returns>Whether they are kept, by this call or an earlier one with the same answers.</returns>
    public async Task<bool> SendAsync(
        SurveyAnswers answers,
        Form form,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(form);
        // A scope of its own: a signed-in colleague's wall and name have no place here.
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        for (var left = MostTries; ; left--)
        {
            if (
                await SurveyLink.OpenAsync(
                    scope.ServiceProvider,
                    answers.WaveId,
                    answers.Token,
                    cancellation
                )
                is not { } link
            )
            {
                return false;
            }
            // Asked only where they can have come before: the link is used, or they could not be saved.
            if ((link.IsUsed || left < MostTries) && await IsKeptAsync(db, answers, cancellation))
            {
                return true;
            }
            if (link.IsUsed)
            {
                return false;
            }
            db.SurveyResponses.Add(ToResponse(answers, form, link));
            link.Marks.Sealed = (
                link.Invitation is { } own ? link.Used.With(own.Place) : link.Used
            ).Seal(link.Key, link.Wave.Id);
            link.Marks.Revision++;
            try
            {
                await db.SaveChangesAsync(cancellation);
                return true;
            }
            catch (DbUpdateException) when (left > 0)
            {
                // Somebody else answered at the same moment, or these answers came twice: look again.
            }
        }
    }

    private static Task<bool> IsKeptAsync(
        WaymarkDb db,
        SurveyAnswers answers,
        CancellationToken cancellation
    ) =>
        db.SurveyResponses.AnyAsync(
            r => r.Id == answers.ResponseId && r.WaveId == answers.WaveId,
            cancellation
        );

    private SurveyResponse ToResponse(SurveyAnswers answers, Form form, SurveyLink link) =>
        new()
        {
            Id = answers.ResponseId,
            AgencyId = link.Wave.AgencyId,
            WaveId = link.Wave.Id,
            Week = WaveDays.MondayOf(UkTime.DateOf(clock.GetUtcNow())),
            By = link.Invitation?.By ?? ResponseBy.Respondent,
            MatchHash =
                link.Invitation is { } own ? link.Key.MatchHashOf(own.InviteeId)
                : answers.Code is { } code ? link.Key.MatchHashOf(code)
                : null,
            Json = form.ToCompletedJson(authored: null, withTexts: false),
        };
}
