using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Openings;
using Waymark.Features.Shared;

namespace Waymark.Features.Concerns.List;

/// <summary>The concerns that are open to this person, newest first.</summary>
public sealed class ListPage(WaymarkDb db, TimeProvider clock) : WaymarkPage(clock)
{
    /// <summary>How many concerns one page shows.</summary>
    public const int PageSize = 25;

    /// <summary>The concerns of this page.</summary>
    public IReadOnlyList<ListedConcern> Concerns { get; private set; } = [];

    /// <summary>The page shown, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>How many pages there are; at least 1.</summary>
    public int PageCount { get; private set; }

    /// <summary>How many emergency openings wait for this supervisor to look at them.</summary>
    public int Openings { get; private set; }

    public async Task OnGetAsync(int number, CancellationToken cancellation)
    {
        var total = await db.Concerns.CountAsync(cancellation);
        PageCount = Math.Max(1, (total + PageSize - 1) / PageSize);
        Number = Math.Clamp(number, 1, PageCount);
        Concerns = await (
            from concern in db.Concerns
            join child in db.Children on concern.ChildId equals child.Id
            orderby concern.StartedAt descending, concern.Id
            select new ListedConcern(
                concern.Id,
                child.Reference,
                concern.AgeBand,
                concern.Worry,
                concern.StartedAt,
                concern.StartedByName
            )
        )
            .Skip((Number - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellation);
        if (User.IsInRole(Roles.Supervisor))
        {
            Openings = await ToldOpenings
                .Of(db, Me.Id)
                .CountAsync(o => o.Opening.ReviewedAt == null, cancellation);
        }
        await WriteLookAsync(Event(EventKinds.RecordsListed, concernId: null));
    }
}

/// <summary>One line of the list.</summary>
public sealed record ListedConcern(
    Guid Id,
    string ChildReference,
    Children.AgeBand AgeBand,
    string Worry,
    DateTimeOffset StartedAt,
    string StartedByName
);
