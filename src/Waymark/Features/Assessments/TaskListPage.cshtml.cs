using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Content;
using Waymark.Data;
using Waymark.Data.Databases;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Answers;
using Waymark.Features.Shared.Reading;
using Waymark.Instruments;

namespace Waymark.Features.Assessments;

/// <summary>The assessment's domains and pages, how far each is answered, and what to find out. Starts the assessment.</summary>
public sealed class TaskListPage(WaymarkDb db, ContentLibrary content, TimeProvider clock)
    : ConcernPage(db, clock)
{
    /// <summary>The answers; none before the assessment is started.</summary>
    public OpenRecord Record { get; private set; } = null!;

    /// <summary>The domains with their pages; empty before the assessment is started.</summary>
    public IReadOnlyList<DomainTasks> Domains { get; private set; } = [];

    /// <summary>What to find out and what to talk over.</summary>
    public RecordReading? Reading { get; private set; }

    /// <summary>The page that the assessment was left on, or null.</summary>
    public ItemDefinition? LeftOn { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Record = await OpenRecord.LoadAsync(Db, content, Concern, Now, cancellation);
        if (Record.Assessment is { } assessment)
        {
            Domains = DomainTasks.Of(assessment.Form);
            Reading = Record.Read(content, Now);
            LeftOn = InstrumentPages.Find(assessment.Form.Instrument, assessment.Stored.LastPage);
        }
    }

    /// <summary>Starts the assessment with what the safety check already says.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        Record = await OpenRecord.LoadAsync(Db, content, Concern, Now, cancellation);
        if (Record.Assessment is null)
        {
            var started = StartedResponses.Assessment(
                content,
                Concern,
                Record.SafetyCheck.Form,
                Me,
                Now
            );
            Db.Responses.Add(started);
            Db.Events.Add(
                Event(
                    EventKinds.ResponseStarted,
                    Concern.Id,
                    started.Id,
                    revision: 1,
                    after: started.Json
                )
            );
            try
            {
                await Db.SaveChangesAsync(cancellation);
            }
            catch (DbUpdateException taken) when (!DatabaseAway.Is(taken))
            {
                // Two people pressed the button: there is one assessment, the first.
                Db.ChangeTracker.Clear();
            }
        }
        return Redirect($"/concerns/{Concern.Id}/assessment");
    }
}
