using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Children;
using Waymark.Features.Concerns;

namespace Waymark.Features.Shared;

/// <summary>A page about one concern. A concern of another agency, or one that the person has no need to know of, does not exist: the answer is 404.</summary>
public abstract class ConcernPage(WaymarkDb db, TimeProvider clock) : WaymarkPage(clock)
{
    /// <summary>The concern of the address.</summary>
    public Concern Concern { get; private set; } = null!;

    /// <summary>The child the concern is about.</summary>
    public Child Child { get; private set; } = null!;

    /// <summary>The store, walled to this person's agency.</summary>
    protected WaymarkDb Db { get; } = db;

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var id = Guid.Parse((string)RouteData.Values["concernId"]!);
        var found = await (
            from concern in Db.Concerns
            join child in Db.Children on concern.ChildId equals child.Id
            where concern.Id == id
            select new { concern, child }
        ).SingleOrDefaultAsync(HttpContext.RequestAborted);
        if (found is null)
        {
            context.Result = NoRecord(id);
            return;
        }
        (Concern, Child) = (found.concern, found.child);
        if (HttpMethods.IsGet(Request.Method))
        {
            await WriteLookAsync(Event(EventKinds.RecordRead, Concern.Id, place: PageName));
        }
        await next();
    }
}
