using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Content;
using Waymark.Data;
using Waymark.Documents.ActNow;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Answers;
using Waymark.Features.Shared.Reading;

namespace Waymark.Features.Concerns.ActNow;

/// <summary>What to do now and what not to do: on screen, to print, and as a Word document. Actions are marked done here.</summary>
public sealed class ActNowPage(WaymarkDb db, ContentLibrary content, TimeProvider clock)
    : ConcernPage(db, clock)
{
    /// <summary>What the rules say of the safety check.</summary>
    public RecordReading Reading { get; private set; } = null!;

    /// <summary>The sheet.</summary>
    public ActNowSheet Sheet { get; private set; } = null!;

    /// <summary>Questions of the safety check that nobody answered yet; the sheet says so.</summary>
    public IReadOnlyList<FactorReading> Unanswered { get; private set; } = [];

    /// <summary>What was marked as done, by rule.</summary>
    public IReadOnlyDictionary<string, ActionRecord> Done { get; private set; } =
        new Dictionary<string, ActionRecord>();

    /// <summary>The action whose form was posted with something wrong.</summary>
    [BindProperty]
    public DoneInput Input { get; set; } = new();

    public Task OnGetAsync(CancellationToken cancellation) => LoadAsync(cancellation);

    /// <summary>The sheet as a Word document.</summary>
    public async Task<IActionResult> OnGetWordAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Db.Events.Add(Event(EventKinds.DocumentMade, Concern.Id, place: "act-now-sheet"));
        await Db.SaveChangesAsync(cancellation);
        return File(
            ActNowSheetDocument.Build(Sheet),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            $"act-now-{Child.Reference}-{UkTime.DateOf(Now):yyyy-MM-dd}.docx"
        );
    }

    /// <summary>Marks an action as done: who, when, and what to find it by.</summary>
    public async Task<IActionResult> OnPostDoneAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var action = Reading.Actions.FirstOrDefault(a => a.RuleId == Input.RuleId);
        if (action is null)
        {
            return NotFound();
        }
        if (HasErrors(Input.Check(Now)))
        {
            return ShowErrors();
        }
        if (!Done.ContainsKey(action.RuleId))
        {
            var record = new ActionRecord
            {
                Id = Guid.CreateVersion7(Now),
                AgencyId = Me.AgencyId,
                ConcernId = Concern.Id,
                RuleId = action.RuleId,
                Title = action.Title,
                DoneAt = Input.Moment(Now) ?? Now,
                DoneBy = Input.DoneBy!.Trim(),
                Note = (Input.Note ?? "").Trim(),
                RecordedAt = Now,
                RecordedByName = Me.Name,
            };
            Db.Actions.Add(record);
            Db.Events.Add(
                Event(
                    EventKinds.ActionDone,
                    Concern.Id,
                    record.Id,
                    record.RuleId,
                    after: System.Text.Json.JsonSerializer.Serialize(
                        new
                        {
                            record.Title,
                            record.DoneBy,
                            record.DoneAt,
                            record.Note,
                        }
                    )
                )
            );
            await Db.SaveChangesAsync(cancellation);
        }
        return Redirect($"/concerns/{Concern.Id}/act-now#{action.RuleId}");
    }

    /// <summary>Takes the mark back; what was recorded stays in the history.</summary>
    public async Task<IActionResult> OnPostReopenAsync(
        string ruleId,
        CancellationToken cancellation
    )
    {
        var record = await Db.Actions.SingleOrDefaultAsync(
            a => a.ConcernId == Concern.Id && a.RuleId == ruleId && a.ReopenedAt == null,
            cancellation
        );
        if (record is null)
        {
            return NotFound();
        }
        record.ReopenedAt = Now;
        Db.Events.Add(
            Event(
                EventKinds.ActionReopened,
                Concern.Id,
                record.Id,
                record.RuleId,
                before: record.Title
            )
        );
        await Db.SaveChangesAsync(cancellation);
        return Redirect($"/concerns/{Concern.Id}/act-now#{ruleId}");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var record = await OpenRecord.LoadAsync(Db, content, Concern, Now, cancellation);
        var check = record.SafetyCheck;
        Reading = RecordReader.Read([(check.Folder, check.Form)], content, UkTime.DateOf(Now));
        Unanswered = [.. Reading.Factors.Where(f => f.Presence is null)];
        Sheet = SheetBuilder.Build(
            Reading,
            content.Routes,
            Child.Reference,
            Me.AgencyName,
            $"{check.Folder.Instrument.Title}, version {check.Folder.Version}",
            Now
        );
        Done = await Db
            .Actions.AsNoTracking()
            .Where(a => a.ConcernId == Concern.Id && a.ReopenedAt == null)
            .ToDictionaryAsync(a => a.RuleId, StringComparer.Ordinal, cancellation);
    }
}
