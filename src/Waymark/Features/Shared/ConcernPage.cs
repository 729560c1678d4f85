using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Children;
using Waymark.Features.Concerns;
using Waymark.Features.Shared.Answers;

namespace Waymark.Features.Shared;

/// <summary>A page about one concern. A concern of another agency, or one that the person has no need to know of, does not exist: the answer is 404.</summary>
public abstract class ConcernPage(WaymarkDb db, TimeProvider clock) : WaymarkPage(clock)
{
    /// <summary>The concern of the address.</summary>
    public Concern Concern { get; private set; } = null!;

    /// <summary>The child the concern is about.</summary>
    public Child Child { get; private set; } = null!;

    /// <summary>The answers to <see cref="InstrumentOfAnswers"/>, or null where none were begun.</summary>
    protected StoredResponse? Answers { get; private set; }

    /// <summary>The canonical address of the instrument whose answers come with the record, in one question to the database; null for none.</summary>
    protected virtual string? InstrumentOfAnswers => null;

    /// <summary>The store, walled to this person's agency.</summary>
    protected WaymarkDb Db { get; } = db;

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        var id = Guid.Parse((string)RouteData.Values["concernId"]!);
        var records =
            from concern in Db.Concerns
            join child in Db.Children on concern.ChildId equals child.Id
            where concern.Id == id
            select new { concern, child };
        var instrument = InstrumentOfAnswers;
        var found = await (
            instrument is null
                ? records.Select(r => new Found(r.concern, r.child, null))
                : from r in records
                from answers in Db
                    .Responses.Where(a =>
                        a.ConcernId == r.concern.Id && a.InstrumentUrl == instrument
                    )
                    .DefaultIfEmpty()
                select new Found(r.concern, r.child, answers)
        ).SingleOrDefaultAsync(HttpContext.RequestAborted);
        if (found is null)
        {
            context.Result = NoRecord(id);
            return;
        }
        (Concern, Child, Answers) = found;
        if (HttpMethods.IsGet(Request.Method))
        {
            await WriteLookAsync(Event(EventKinds.RecordRead, Concern.Id, place: PageName));
        }
        await next();
    }

    private sealed record Found(Concern Concern, Child Child, StoredResponse? Answers);
}
