using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Surveys.Keys;
using Waymark.Features.Surveys.Marks;
using Waymark.Features.Surveys.Waves;

namespace Waymark.Features.Surveys.Answer;

/// <summary>A survey link that works: what it leads to.</summary>
/// <param name="Wave">The wave.</param>
/// <param name="Evaluation">Its evaluation.</param>
/// <param name="Agency">Who asks.</param>
/// <param name="Folder">The version of the survey that is answered.</param>
/// <param name="Key">The evaluation's key.</param>
/// <param name="Invitation">Whose link it is; null for the open link.</param>
/// <param name="Marks">The row of used links, tracked.</param>
/// <param name="Used">The used links.</param>
public sealed record SurveyLink(
    Wave Wave,
    Evaluation Evaluation,
    string Agency,
    InstrumentFolder Folder,
    SurveyKey Key,
    Invitation? Invitation,
    PendingMarks Marks,
    UsedLinks Used
)
{
    /// <summary>The longest token that is looked at.</summary>
    private const int LongestToken = 64;

    /// <summary>Opens the wall for the wave's agency and reads the link; null when it does not work, whatever the reason.</summary>
    public static async Task<SurveyLink?> OpenAsync(
        IServiceProvider scope,
        Guid waveId,
        string? token,
        CancellationToken cancellation
    )
    {
        if (token is not { Length: > 0 and <= LongestToken })
        {
            return null;
        }
        var db = scope.GetRequiredService<WaymarkDb>();
        db.ChangeTracker.Clear();
        if (
            await scope.GetRequiredService<WaveDoors>().FindAsync(db, waveId, cancellation)
            is not { } opensTo
        )
        {
            return null;
        }
        scope.GetRequiredService<AgencyScope>().Enter(opensTo);
        var hash = SurveyKey.HashOf(token);
        // One question to the database: sending a survey must cost little more than any other form.
        var found = await (
            from wave in db.Waves.AsNoTracking()
            where wave.Id == waveId
            join evaluation in db.Evaluations on wave.EvaluationId equals evaluation.Id
            join agency in db.Agencies on wave.AgencyId equals agency.Id
            from own in db
                .Invitations.Where(i => i.WaveId == wave.Id && i.TokenHash == hash)
                .DefaultIfEmpty()
            from marked in db.PendingMarks.Where(m => m.WaveId == wave.Id).DefaultIfEmpty()
            select new
            {
                wave,
                evaluation,
                agency.Name,
                Invitation = own,
                Marks = marked,
            }
        ).SingleOrDefaultAsync(cancellation);
        var today = UkTime.DateOf(scope.GetRequiredService<TimeProvider>().GetUtcNow());
        if (
            found is null
            || !found.wave.IsOpen(today)
            || scope.GetRequiredService<SurveyKeys>().Find(found.evaluation.Id) is not { } key
        )
        {
            return null;
        }
        var (invitation, marks) = (found.Invitation, found.Marks);
        if (marks is not null)
        {
            db.Attach(marks);
        }
        var folder = WaveForm.Of(scope.GetRequiredService<ContentLibrary>(), found.wave);
        var isOpenLink =
            found.wave.HasOpenLink
            && CryptographicOperations.FixedTimeEquals(
                Encoding.UTF8.GetBytes(token),
                Encoding.UTF8.GetBytes(key.OpenTokenOf(waveId))
            );
        return marks is null || folder is null || (invitation is null && !isOpenLink)
            ? null
            : new(
                found.wave,
                found.evaluation,
                found.Name,
                folder,
                key,
                invitation,
                marks,
                UsedLinks.Open(key, waveId, marks.Sealed)
            );
    }

    /// <summary>Whether the link was used already.</summary>
    public bool IsUsed => Invitation is { } own && (own.IsAnswered || Used.Has(own.Id));
}
