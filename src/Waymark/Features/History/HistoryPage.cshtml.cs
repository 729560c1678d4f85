using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Content;
using Waymark.Data;
using Waymark.Documents.Chronologies;
using Waymark.Features.Assessments.Documents;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Answers;

namespace Waymark.Features.History;

/// <summary>Everything that was written and changed in one record: by whom, when, before and after. Newest first.</summary>
public sealed class HistoryPage(WaymarkDb db, ContentLibrary content, TimeProvider clock)
    : ConcernPage(db, clock)
{
    /// <summary>How many events one page shows.</summary>
    public const int PageSize = 50;

    /// <summary>The events of this page.</summary>
    public IReadOnlyList<RecordEvent> Events { get; private set; } = [];

    /// <summary>The answers, for the words of questions.</summary>
    public OpenRecord Record { get; private set; } = null!;

    /// <summary>Whether the page shows who has opened the record, instead of what was written.</summary>
    public bool Opened { get; private set; }

    /// <summary>The page shown, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>How many pages there are; at least 1.</summary>
    public int PageCount { get; private set; }

    public async Task OnGetAsync(int number, bool opened, CancellationToken cancellation)
    {
        Opened = opened;
        Record = await OpenRecord.LoadAsync(Db, content, Concern, Now, cancellation);
        var all = Db
            .Events.AsNoTracking()
            .Where(e =>
                (
                    e.ConcernId == Concern.Id
                    || (e.SubjectId == Child.Id && e.Place.StartsWith(WaymarkDb.ChildPlace))
                )
                && EventKinds.Looks.Contains(e.Kind) == opened
            );
        var total = await all.CountAsync(cancellation);
        PageCount = Math.Max(1, (total + PageSize - 1) / PageSize);
        Number = Math.Clamp(number, 1, PageCount);
        Events = await all.OrderByDescending(e => e.Id)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellation);
    }

    /// <summary>The chronology as a Word document.</summary>
    public async Task<IActionResult> OnGetWordAsync(CancellationToken cancellation)
    {
        var record = await RecordForDocuments.LoadAsync(
            Db,
            content,
            Concern,
            Child,
            Me,
            Now,
            cancellation
        );
        Db.Events.Add(Event(EventKinds.DocumentMade, Concern.Id, place: "chronology"));
        await Db.SaveChangesAsync(cancellation);
        return File(
            ChronologyDocument.Build(ChronologyBuilder.Build(record)),
            WordMedia.Type,
            WordMedia.FileName("chronology", Child.Reference, Now)
        );
    }
}
