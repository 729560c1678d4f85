using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Content;
using Waymark.Data;
using Waymark.Data.Sealing;
using Waymark.Features.Openings;
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
        // The same child is one child, also where their record is not open to who writes now. Nothing here tells.
        var child = await db.WhereIs<Children.Child>(c => c.Reference, started!.ChildReference)
            .IgnoreQueryFilters([WaymarkDb.NeedToKnow])
            .SingleOrDefaultAsync(cancellation);
        var isNew = child is null;
        if (child is null)
        {
            child = new()
            {
                Id = Guid.CreateVersion7(Now),
                AgencyId = Me.AgencyId,
                Reference = started!.ChildReference,
                TeamId = await OwnTeamAsync(cancellation),
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
        if (await AdmissionAsync(child, isNew, concern, cancellation) is { } admission)
        {
            db.Admissions.Add(admission);
        }
        db.Events.Add(
            Event(EventKinds.ConcernStarted, concern.Id, concern.Id, after: concern.Worry)
        );
        db.Events.Add(
            Event(EventKinds.ResponseStarted, concern.Id, safetyCheck.Id, after: safetyCheck.Json)
        );
        await db.SaveChangesAsync(cancellation);
        return Redirect($"/concerns/{concern.Id}/safety-check");
    }

    /// <summary>The team of a new record: the one its starter has been in longest.</summary>
    private Task<Guid?> OwnTeamAsync(CancellationToken cancellation) =>
        db
            .TeamMembers.Where(m => m.PersonId == Me.Id)
            .OrderBy(m => m.Since)
            .ThenBy(m => m.TeamId)
            .Select(m => (Guid?)m.TeamId)
            .FirstOrDefaultAsync(cancellation);

    /// <summary>
    /// Who is of no team keeps the record they start; who starts a worry about another team's child keeps that worry, and sees
    /// nothing else of the record.
    /// </summary>
    private async Task<Admission?> AdmissionAsync(
        Children.Child child,
        bool isNew,
        Concern concern,
        CancellationToken cancellation
    )
    {
        var needed = isNew
            ? child.TeamId is null
            : !await db.WholeRecords.AnyAsync(c => c.Id == child.Id, cancellation);
        return needed
            ? new()
            {
                Id = Guid.CreateVersion7(Now),
                AgencyId = Me.AgencyId,
                ChildId = child.Id,
                ConcernId = isNew ? null : concern.Id,
                PersonId = Me.Id,
                PersonName = Me.Name,
                Ground = isNew ? AdmissionGround.KeepsTheRecord : AdmissionGround.StartedAWorry,
                At = Now,
            }
            : null;
    }
}
