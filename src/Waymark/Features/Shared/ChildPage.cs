using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Children;

namespace Waymark.Features.Shared;

/// <summary>
/// A page about one child's whole record. Where the person signed in does not look after the record, it does not exist: the
/// answer is 404.
/// </summary>
public abstract class ChildPage(WaymarkDb db, TimeProvider clock) : WaymarkPage(clock)
{
    /// <summary>The child of the address.</summary>
    public Child Child { get; private set; } = null!;

    /// <summary>The store, walled to what this person may see.</summary>
    protected WaymarkDb Db { get; } = db;

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var id = Guid.Parse((string)RouteData.Values["childId"]!);
        var child = await Db.RecordsToLookAfter.SingleOrDefaultAsync(
            c => c.Id == id,
            HttpContext.RequestAborted
        );
        if (child is null)
        {
            context.Result = NoRecord(id);
            return;
        }
        Child = child;
        if (HttpMethods.IsGet(Request.Method))
        {
            await WriteLookAsync(
                ChildEvent(EventKinds.RecordRead, place: $"{WaymarkDb.ChildPlace}/{PageName}")
            );
        }
        await next();
    }

    /// <summary>An event about the child as a whole by this person now.</summary>
    protected RecordEvent ChildEvent(
        string kind,
        string? before = null,
        string? after = null,
        string place = WaymarkDb.ChildPlace
    ) => Event(kind, concernId: null, Child.Id, place, before: before, after: after);
}
