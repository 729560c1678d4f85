using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Content;
using Waymark.Data;
using Waymark.Data.Sealing;
using Waymark.Features.OpenSafetyCheck;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Answers;

namespace Waymark.Features.Concerns.Start;

/// <summary>Starts the record of a worry and goes straight to the safety check.</summary>
public sealed class StartPage(
    WaymarkDb db,
    ContentLibrary content,
    SealedAnswers sealedAnswers,
    TimeProvider clock
) : WaymarkPage(clock)
{
    [BindProperty]
    public StartInput Input { get; set; } = new();

    /// <summary>The sealed answers of an open safety check that are to be kept, or null.</summary>
    [BindProperty(Name = SealedAnswers.Field)]
    public string? Sealed { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var (started, errors) = Input.Decide();
        if (HasErrors(errors))
        {
            return ShowErrors();
        }
        var child = await db.WhereIs<Children.Child>(c => c.Reference, started!.ChildReference)
            .SingleOrDefaultAsync(cancellation);
        if (child is null)
        {
            child = new()
            {
                Id = Guid.CreateVersion7(Now),
                AgencyId = Me.AgencyId,
                Reference = started!.ChildReference,
                AgeYears = started.AgeYears,
                AgeBand = started.AgeBand,
            };
            db.Children.Add(child);
        }
        else
        {
            (child.AgeYears, child.AgeBand) = (started!.AgeYears, started.AgeBand);
        }
        var concern = new Concern
        {
            Id = Guid.CreateVersion7(Now),
            AgencyId = Me.AgencyId,
            ChildId = child.Id,
            Worry = started.Worry,
            AgeBand = started.AgeBand,
            StartedAt = Now,
            StartedById = Me.Id,
            StartedByName = Me.Name,
        };
        var safetyCheck = StartedResponses.SafetyCheck(
            content,
            concern,
            sealedAnswers.Open(Sealed),
            Me,
            Now
        );
        db.AddRange(concern, safetyCheck);
        db.Events.Add(
            Event(EventKinds.ConcernStarted, concern.Id, concern.Id, after: concern.Worry)
        );
        db.Events.Add(
            Event(EventKinds.ResponseStarted, concern.Id, safetyCheck.Id, after: safetyCheck.Json)
        );
        await db.SaveChangesAsync(cancellation);
        return Redirect($"/concerns/{concern.Id}/safety-check");
    }
}
