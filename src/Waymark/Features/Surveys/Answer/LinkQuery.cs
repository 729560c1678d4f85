using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Waymark.Data;

namespace Waymark.Features.Surveys.Answer;

/// <summary>What the tables say of a survey link.</summary>
/// <param name="Wave">The wave.</param>
/// <param name="Invitation">Whose link it is, or null.</param>
/// <param name="Marks">The row of used links, or null.</param>
internal sealed record FoundLink(Wave Wave, Invitation? Invitation, PendingMarks? Marks);

/// <summary>
/// One question to the database for everything that a link needs, translated once for each kind of database: sending a survey must cost little more than
/// any other form.
/// </summary>
internal static class LinkQuery
{
    private static readonly ConditionalWeakTable<
        IModel,
        Func<WaymarkDb, Guid, byte[], Task<FoundLink?>>
    > s_translated = [];

    /// <summary>Finds it behind the wall that stands open; nothing of it is tracked.</summary>
    public static Task<FoundLink?> FindAsync(WaymarkDb db, Guid waveId, byte[] tokenHash) =>
        s_translated.GetValue(db.Model, _ => Translate())(db, waveId, tokenHash);

    private static Func<WaymarkDb, Guid, byte[], Task<FoundLink?>> Translate() =>
        EF.CompileAsyncQuery(
            (WaymarkDb db, Guid waveId, byte[] tokenHash) =>
                (
                    from wave in db.Waves.AsNoTracking()
                    where wave.Id == waveId
                    from own in db
                        .Invitations.Where(i => i.WaveId == wave.Id && i.TokenHash == tokenHash)
                        .DefaultIfEmpty()
                    from marks in db.PendingMarks.Where(m => m.WaveId == wave.Id).DefaultIfEmpty()
                    select new FoundLink(wave, own, marks)
                ).SingleOrDefault()
        );
}
