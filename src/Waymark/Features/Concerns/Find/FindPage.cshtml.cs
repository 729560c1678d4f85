using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Data.Sealing;
using Waymark.Features.Children;
using Waymark.Features.Openings;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Forms;
using Waymark.Hosting;

namespace Waymark.Features.Concerns.Find;

/// <summary>
/// Finds a child by the agency's own reference. It is the one place that says that a record exists which is not open to the
/// person: there they may open it with a reason, for some hours, and the record's supervisors are told (ADR 0020).
/// </summary>
public sealed class FindPage(WaymarkDb db, IOptions<WaymarkOptions> options, TimeProvider clock)
    : WaymarkPage(clock)
{
    [BindProperty]
    public string? Reference { get; set; }

    [BindProperty]
    public EmergencyInput Input { get; set; } = new();

    /// <summary>Whether a search found no child of that reference.</summary>
    public bool NothingFound { get; private set; }

    /// <summary>Whether the child is there and the whole record is not open to this person.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The newest worry about the child that is open to this person all the same, or null.</summary>
    public Guid? OwnWorry { get; private set; }

    /// <summary>For how many hours an opening lasts.</summary>
    public int Hours => options.Value.EmergencyOpeningHours;

    public void OnGet() { }

    /// <summary>Looks for the reference. It is posted, so that it stands in no address and no log of addresses.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (HasErrors(CheckReference()))
        {
            return ShowErrors();
        }
        var child = await FindAsync(cancellation);
        if (child is null)
        {
            NothingFound = true;
            db.Events.Add(Event(EventKinds.RecordsSearched, concernId: null));
            await db.SaveChangesAsync(cancellation);
            return Page();
        }
        if (await IsWholeAsync(child, cancellation))
        {
            return await GoToAsync(child, cancellation);
        }
        db.Events.Add(Found(child, EventKinds.RecordsSearched));
        await db.SaveChangesAsync(cancellation);
        return await ShowClosedAsync(child, cancellation);
    }

    /// <summary>Opens the record for some hours, with a reason.</summary>
    public async Task<IActionResult> OnPostOpenAsync(CancellationToken cancellation)
    {
        var child = HasErrors(CheckReference()) ? null : await FindAsync(cancellation);
        if (child is null)
        {
            return ShowErrors();
        }
        if (await IsWholeAsync(child, cancellation))
        {
            return await GoToAsync(child, cancellation);
        }
        if (HasErrors(Input.Check()))
        {
            await ShowClosedAsync(child, cancellation);
            return ShowErrors();
        }
        db.Admissions.Add(
            new()
            {
                Id = Guid.CreateVersion7(Now),
                AgencyId = Me.AgencyId,
                ChildId = child.Id,
                PersonId = Me.Id,
                PersonName = Me.Name,
                Ground = AdmissionGround.Emergency,
                At = Now,
                Until = Now.AddHours(Hours),
                Reason = Input.Words,
            }
        );
        db.Events.Add(Found(child, EventKinds.EmergencyOpening, Input.Words));
        await db.SaveChangesAsync(cancellation);
        return await GoToAsync(child, cancellation);
    }

    /// <summary>The child of the typed reference, open to this person or not.</summary>
    private Task<Child?> FindAsync(CancellationToken cancellation) =>
        db.WhereIs<Child>(c => c.Reference, ChildReference.Normalise(Reference!))
            .AsNoTracking()
            .IgnoreQueryFilters([WaymarkDb.NeedToKnow])
            .SingleOrDefaultAsync(cancellation);

    private Task<bool> IsWholeAsync(Child child, CancellationToken cancellation) =>
        db.WholeRecords.AnyAsync(c => c.Id == child.Id, cancellation);

    private async Task<IActionResult> GoToAsync(Child child, CancellationToken cancellation) =>
        await NewestAsync(child, cancellation) is { } concern
            ? Redirect($"/concerns/{concern}")
            : Redirect("/concerns");

    private async Task<IActionResult> ShowClosedAsync(Child child, CancellationToken cancellation)
    {
        IsClosed = true;
        OwnWorry = await NewestAsync(child, cancellation);
        return Page();
    }

    private Task<Guid?> NewestAsync(Child child, CancellationToken cancellation) =>
        db
            .Concerns.Where(c => c.ChildId == child.Id)
            .OrderByDescending(c => c.StartedAt)
            .Select(c => (Guid?)c.Id)
            .FirstOrDefaultAsync(cancellation);

    private IEnumerable<FieldError> CheckReference()
    {
        var reference = ChildReference.Normalise(Reference ?? "");
        if (reference.Length is 0 or > ChildReference.Length)
        {
            yield return new(
                nameof(Reference),
                $"Enter your agency’s reference for the child, {ChildReference.Length} characters or fewer",
                "reference-required"
            );
        }
    }

    private RecordEvent Found(Child child, string kind, string? reason = null) =>
        Event(kind, concernId: null, child.Id, WaymarkDb.ChildPlace, after: reason);
}
