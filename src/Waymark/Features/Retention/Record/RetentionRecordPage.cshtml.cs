using Microsoft.AspNetCore.Mvc;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Children;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Retention.Record;

/// <summary>One record's keeping: its class, its review, its legal holds, and erasing it with a second person.</summary>
public sealed class RetentionRecordPage(
    WaymarkDb db,
    RetentionRegister register,
    RetentionSchedule schedule,
    Erasure erasure,
    TimeProvider clock
) : WaymarkPage(clock)
{
    /// <summary>The record.</summary>
    public RegisteredRecord Registered { get; private set; } = null!;

    /// <summary>The classes to choose from.</summary>
    public IReadOnlyList<RetentionRule> Rules => schedule.Rules;

    /// <summary>After how many years someone looks again.</summary>
    public int ReviewEveryYears => schedule.ReviewEveryYears;

    /// <summary>The holds that stand.</summary>
    public IReadOnlyList<LegalHold> Standing =>
        [.. Registered.Holds.Where(h => h.LiftedAt is null)];

    [BindProperty]
    public string? Class { get; set; }

    [BindProperty]
    public string? HoldReason { get; set; }

    [BindProperty]
    public Guid? HoldId { get; set; }

    [BindProperty]
    public string? LiftReason { get; set; }

    [BindProperty]
    public string? Ground { get; set; }

    [BindProperty]
    public string? ErasureReason { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid childId, CancellationToken cancellation)
    {
        if (!await LoadAsync(childId, cancellation))
        {
            return NoRecord(childId);
        }
        db.Events.Add(
            Event(
                EventKinds.RecordRead,
                concernId: null,
                childId,
                $"{WaymarkDb.ChildPlace}/{PageName}"
            )
        );
        await db.SaveChangesAsync(cancellation);
        return Page();
    }

    /// <summary>Chooses what sort of record it is.</summary>
    public async Task<IActionResult> OnPostClassAsync(Guid childId, CancellationToken cancellation)
    {
        if (!await LoadAsync(childId, cancellation))
        {
            return NoRecord(childId);
        }
        if (Codes.Parse<RetentionClass>(Class) is not { } chosen)
        {
            HasErrors(
                new FieldError(nameof(Class), "Choose what sort of record it is", "class-required")
            );
            return ShowErrors();
        }
        var child = Registered.Child;
        if (child.RetentionClass != chosen)
        {
            db.Events.Add(
                ChildEvent(
                    EventKinds.RetentionClassChosen,
                    before: child.RetentionClass?.ToString(),
                    after: chosen.ToString()
                )
            );
            child.RetentionClass = chosen;
            await db.SaveChangesAsync(cancellation);
        }
        return Back();
    }

    /// <summary>Says that somebody looked and the record is kept.</summary>
    public async Task<IActionResult> OnPostKeepAsync(Guid childId, CancellationToken cancellation)
    {
        if (!await LoadAsync(childId, cancellation))
        {
            return NoRecord(childId);
        }
        Registered.Child.RetentionReviewedAt = Now;
        db.Events.Add(ChildEvent(EventKinds.RetentionReviewed));
        await db.SaveChangesAsync(cancellation);
        return Back();
    }

    /// <summary>Places a legal hold.</summary>
    public async Task<IActionResult> OnPostHoldAsync(Guid childId, CancellationToken cancellation)
    {
        if (!await LoadAsync(childId, cancellation))
        {
            return NoRecord(childId);
        }
        var reason = ReasonText.Normalise(HoldReason);
        if (HasErrors(ReasonText.Check(nameof(HoldReason), reason, "Say why you place the hold")))
        {
            return ShowErrors();
        }
        db.LegalHolds.Add(
            new()
            {
                Id = Guid.CreateVersion7(Now),
                AgencyId = Me.AgencyId,
                ChildId = childId,
                Reason = reason,
                PlacedAt = Now,
                PlacedById = Me.Id,
                PlacedByName = Me.Name,
            }
        );
        db.Events.Add(ChildEvent(EventKinds.HoldPlaced, after: reason));
        await db.SaveChangesAsync(cancellation);
        return Back();
    }

    /// <summary>Lifts one legal hold.</summary>
    public async Task<IActionResult> OnPostLiftAsync(Guid childId, CancellationToken cancellation)
    {
        if (!await LoadAsync(childId, cancellation))
        {
            return NoRecord(childId);
        }
        if (Standing.FirstOrDefault(h => h.Id == HoldId) is not { } hold)
        {
            return NotFound();
        }
        var reason = ReasonText.Normalise(LiftReason);
        if (HasErrors(ReasonText.Check(nameof(LiftReason), reason, "Say why the hold is lifted")))
        {
            return ShowErrors();
        }
        (hold.LiftedAt, hold.LiftedByName, hold.LiftReason) = (Now, Me.Name, reason);
        db.Events.Add(ChildEvent(EventKinds.HoldLifted, before: hold.Reason, after: reason));
        await db.SaveChangesAsync(cancellation);
        return Back();
    }

    /// <summary>Asks a second person to erase the record.</summary>
    public async Task<IActionResult> OnPostRequestAsync(
        Guid childId,
        CancellationToken cancellation
    )
    {
        if (!await LoadAsync(childId, cancellation))
        {
            return NoRecord(childId);
        }
        var reason = ReasonText.Normalise(ErasureReason);
        var ground = Codes.Parse<ErasureGround>(Ground);
        if (
            HasErrors([
                .. CheckRequest(ground),
                .. ReasonText.Check(
                    nameof(ErasureReason),
                    reason,
                    "Say why the record is to be erased"
                ),
            ])
        )
        {
            return ShowErrors();
        }
        var request = new ErasureRequest
        {
            Id = Guid.CreateVersion7(Now),
            AgencyId = Me.AgencyId,
            ChildId = childId,
            Ground = ground!.Value,
            Reason = reason,
            RequestedAt = Now,
            RequestedById = Me.Id,
            RequestedByName = Me.Name,
        };
        db.ErasureRequests.Add(request);
        db.Events.Add(ChildEvent(EventKinds.ErasureRequested, after: reason));
        await db.SaveChangesAsync(cancellation);
        return Back();
    }

    /// <summary>Takes the request back.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(
        Guid childId,
        CancellationToken cancellation
    )
    {
        if (!await LoadAsync(childId, cancellation) || Registered.Request is not { } request)
        {
            return NotFound();
        }
        request.WithdrawnAt = Now;
        db.Events.Add(ChildEvent(EventKinds.ErasureWithdrawn));
        await db.SaveChangesAsync(cancellation);
        return Back();
    }

    /// <summary>Erases the record: a second person, who types the reference.</summary>
    public async Task<IActionResult> OnPostConfirmAsync(
        Guid childId,
        CancellationToken cancellation
    )
    {
        if (!await LoadAsync(childId, cancellation) || Registered.Request is not { } request)
        {
            return NotFound();
        }
        if (
            HasErrors(
                ChildReference.Normalise(Reference ?? "") == Registered.Child.Reference
                    ? []
                    :
                    [
                        new FieldError(
                            nameof(Reference),
                            "Type the reference of the record you erase, as it stands above",
                            "reference-differs"
                        ),
                    ]
            )
        )
        {
            return ShowErrors();
        }
        var outcome = await erasure.EraseAsync(request.Id, Me, cancellation);
        if (outcome == ErasureOutcome.Erased)
        {
            return Redirect("/retention");
        }
        if (!await LoadAsync(childId, cancellation))
        {
            return NoRecord(childId);
        }
        HasErrors(new FieldError(nameof(Reference), Words(outcome), "not-erased"));
        return ShowErrors();
    }

    private static string Words(ErasureOutcome outcome) =>
        outcome switch
        {
            ErasureOutcome.SamePerson =>
                "You asked for the erasure. Another person has to confirm it",
            ErasureOutcome.Held =>
                "A legal hold stands. Nothing was erased. Lift the hold first, if it no longer holds",
            ErasureOutcome.NoRequest =>
                "The request was taken back. Nothing was erased. Ask again, if the record is to be erased",
            ErasureOutcome.Erased => "The record is erased",
        };

    private IEnumerable<FieldError> CheckRequest(ErasureGround? ground)
    {
        if (Standing.Count > 0 || Registered.Request is not null)
        {
            yield return new(
                nameof(Ground),
                Standing.Count > 0
                    ? "A legal hold stands. Lift it first, if it no longer holds"
                    : "Somebody has asked already. Another person has to confirm it",
                "erasure-not-open"
            );
        }
        else if (ground is null)
        {
            yield return new(
                nameof(Ground),
                "Choose on what ground the record is erased",
                "ground-required"
            );
        }
        else if (
            ground == ErasureGround.TimeIsOver
            && Registered.Verdict.State != RetentionState.TimeIsOver
        )
        {
            yield return new(
                nameof(Ground),
                $"The record must be kept until {UkTime.Date(Registered.Verdict.KeepUntil)}. Choose another ground, or keep it",
                "time-not-over"
            );
        }
    }

    private RedirectResult Back() => Redirect($"/retention/{Registered.Child.Id}");

    private RecordEvent ChildEvent(string kind, string? before = null, string? after = null) =>
        Event(
            kind,
            concernId: null,
            Registered.Child.Id,
            WaymarkDb.ChildPlace,
            before: before,
            after: after
        );

    private async Task<bool> LoadAsync(Guid childId, CancellationToken cancellation)
    {
        var found = await register.FindAsync(
            childId,
            User.IsInRole(Roles.Administrator),
            UkTime.DateOf(Now),
            cancellation
        );
        if (found is not null)
        {
            Registered = found;
            Class ??= found.Rule.Class.ToString();
        }
        return found is not null;
    }
}
