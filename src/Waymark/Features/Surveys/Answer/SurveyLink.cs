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
/// <param name="Folder">The version of the survey that is answered.</param>
/// <param name="Key">The evaluation's key.</param>
/// <param name="Invitation">Whose link it is; null for the open link.</param>
/// <param name="Marks">The row of used links, tracked.</param>
/// <param name="Used">The used links.</param>
public sealed record SurveyLink(
    Wave Wave,
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
        // One connection for finding the link and for what is saved with it; it ends with the scope.
        await db.Database.OpenConnectionAsync(cancellation);
        var found = await LinkQuery.FindAsync(db, waveId, SurveyKey.HashOf(token));
        var today = UkTime.DateOf(scope.GetRequiredService<TimeProvider>().GetUtcNow());
        if (
            found is not { Wave: var wave, Marks: { } marks }
            || !wave.IsOpen(today)
            || scope.GetRequiredService<SurveyKeys>().Find(wave.EvaluationId) is not { } key
            || WaveForm.Of(scope.GetRequiredService<ContentLibrary>(), wave) is not { } folder
            || (found.Invitation is null && !IsOpenLink(wave, key, token))
        )
        {
            return null;
        }
        db.Attach(marks);
        return new(
            wave,
            folder,
            key,
            found.Invitation,
            marks,
            UsedLinks.Open(key, waveId, marks.Sealed)
        );
    }

    private static bool IsOpenLink(Wave wave, SurveyKey key, string token) =>
        wave.HasOpenLink
        && CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(token),
            Encoding.UTF8.GetBytes(key.OpenTokenOf(wave.Id))
        );

    /// <summary>Whether the link was used already.</summary>
    public bool IsUsed => Invitation is { } own && (own.IsAnswered || Used.Has(own.Place));
}
