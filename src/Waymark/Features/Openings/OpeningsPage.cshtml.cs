using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Shared;

namespace Waymark.Features.Openings;

/// <summary>The emergency openings a supervisor is told of: those to look at, and the last ones that were looked at.</summary>
public sealed class OpeningsPage(WaymarkDb db, TimeProvider clock) : WaymarkPage(clock)
{
    /// <summary>How many openings of each sort are shown at most.</summary>
    public const int PageSize = 50;

    /// <summary>Those nobody has looked at, oldest first.</summary>
    public IReadOnlyList<ToldOpening> Waiting { get; private set; } = [];

    /// <summary>The last that somebody has looked at, newest first.</summary>
    public IReadOnlyList<ToldOpening> Reviewed { get; private set; } = [];

    /// <summary>This person's own that somebody else has to look at.</summary>
    public int Own { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var told = ToldOpenings.Of(db, Me.Id).AsNoTracking();
        Waiting = await told.Where(o => o.Opening.ReviewedAt == null)
            .OrderBy(o => o.Opening.At)
            .Take(PageSize)
            .ToListAsync(cancellation);
        Reviewed = await told.Where(o => o.Opening.ReviewedAt != null)
            .OrderByDescending(o => o.Opening.ReviewedAt)
            .Take(PageSize)
            .ToListAsync(cancellation);
        Own = await db.Admissions.CountAsync(
            a =>
                a.Ground == AdmissionGround.Emergency
                && a.PersonId == Me.Id
                && a.ReviewedAt == null,
            cancellation
        );
    }
}
