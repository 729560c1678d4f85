using Microsoft.EntityFrameworkCore;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Shared;

namespace Waymark.Features.AccessCopies;

/// <summary>A page about a copy of one child's whole record.</summary>
public abstract class CopyPage(WaymarkDb db, ContentLibrary content, TimeProvider clock)
    : ChildPage(db, clock)
{
    /// <summary>The record.</summary>
    public WholeRecord Record { get; private set; } = null!;

    /// <summary>Its parts as they go into the copy.</summary>
    public IReadOnlyList<CopySection> Sections { get; private set; } = [];

    /// <summary>What has to be looked at.</summary>
    public IReadOnlyList<Passage> Passages { get; private set; } = [];

    /// <summary>What was decided.</summary>
    public Redaction Redaction { get; private set; } = null!;

    /// <summary>The decisions kept for this child.</summary>
    protected IReadOnlyList<PassageDecision> Decisions { get; private set; } = [];

    /// <summary>Loads the record and what was decided about it.</summary>
    protected async Task LoadAsync(CancellationToken cancellation)
    {
        Record = await WholeRecord.LoadAsync(Db, content, Child, Me.AgencyName, Now, cancellation);
        Decisions = await Db
            .PassageDecisions.Where(d => d.ChildId == Child.Id)
            .ToListAsync(cancellation);
        Sections = CopyComposer.Compose(Record);
        Passages = Passage.Of(Sections);
        Redaction = new(Passages, Decisions);
    }
}
