using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Waymark.Data;
using Waymark.Data.Chain;
using Waymark.Features.Accounts;
using Waymark.Features.Openings.Refused;
using Waymark.Features.Shared.Forms;
using Waymark.Security;

namespace Waymark.Features.Shared;

/// <summary>The chores every page of a signed-in person shares: who, when, and what is wrong with the form.</summary>
public abstract class WaymarkPage(TimeProvider clock) : PageModel
{
    /// <summary>The person signed in.</summary>
    public CurrentPractitioner Me =>
        CurrentPractitioner.From(User)
        ?? throw new InvalidOperationException("The page needs a signed-in person.");

    /// <summary>The moment of this request.</summary>
    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    /// <summary>The page's own name, for instance "Concerns/Overview"; never what was typed into the address.</summary>
    protected string PageName
    {
        get
        {
            var page = (string)RouteData.Values["page"]!;
            return page[1..page.LastIndexOf('/')];
        }
    }

    /// <summary>What is wrong with what was posted, in the order of the page.</summary>
    public List<FieldError> Errors { get; } = [];

    /// <summary>The message for one field, or null when it is right.</summary>
    public string? ErrorFor(string field) => Errors.Find(e => e.Field == field)?.Message;

    /// <summary>
    /// Adds what is wrong and says whether the form must be shown again: the page's own errors, and any text that the
    /// free-text guard refused on the way in.
    /// </summary>
    protected bool HasErrors(params IEnumerable<FieldError> errors)
    {
        Errors.AddRange(Refusals());
        Errors.AddRange(errors.Where(e => Errors.TrueForAll(known => known.Field != e.Field)));
        return Errors.Count > 0;
    }

    /// <summary>What the free-text guard refused of the form, by field.</summary>
    protected virtual IEnumerable<FieldError> Refusals() => GuardedForm.Refusals(HttpContext);

    /// <summary>The same page with its errors and everything that was typed, as status 400.</summary>
    protected PageResult ShowErrors()
    {
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }

    /// <summary>The answer to somebody for whom a record does not exist. That they asked is kept, for the record's own people.</summary>
    /// <param name="recordId">The id in the address.</param>
    protected NotFoundResult NoRecord(Guid recordId)
    {
        HttpContext
            .RequestServices.GetRequiredService<RefusedLooks>()
            .Add(new(Me.AgencyId, Me.Id, Me.Name, recordId, PageName, Now));
        return NotFound();
    }

    /// <summary>Writes that this person looks at a record or a list of them. Before the page is shown: nobody reads a record unseen.</summary>
    protected Task WriteLookAsync(RecordEvent look) =>
        HttpContext
            .RequestServices.GetRequiredService<LookLog>()
            .WriteAsync(look, HttpContext.RequestAborted);

    /// <summary>An event by this person now.</summary>
    protected RecordEvent Event(
        string kind,
        Guid? concernId,
        Guid? subjectId = null,
        string place = "",
        int revision = 0,
        string? before = null,
        string? after = null
    ) =>
        new()
        {
            AgencyId = Me.AgencyId,
            ConcernId = concernId,
            At = Now,
            ById = Me.Id,
            ByName = Me.Name,
            Kind = kind,
            SubjectId = subjectId,
            Place = place,
            Revision = revision,
            Before = before,
            After = after,
        };
}
