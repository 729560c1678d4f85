using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Openings.Review;

/// <summary>One emergency opening: who, when, why, what was opened; a supervisor marks it as looked at.</summary>
public sealed class ReviewPage(WaymarkDb db, TimeProvider clock) : WaymarkPage(clock)
{
    /// <summary>The opening.</summary>
    public ToldOpening Told { get; private set; } = null!;

    /// <summary>Which pages of the record the person opened while it was open to them, and how often.</summary>
    public IReadOnlyList<(string Page, int Times)> Read { get; private set; } = [];

    [BindProperty]
    public string? Note { get; set; }

    public async Task<IActionResult> OnGetAsync(Guid openingId, CancellationToken cancellation) =>
        await LoadAsync(openingId, cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid openingId, CancellationToken cancellation)
    {
        if (!await LoadAsync(openingId, cancellation))
        {
            return NotFound();
        }
        var note = (Note ?? "").ReplaceLineEndings("\n").Trim();
        if (HasErrors(Check(note)))
        {
            return ShowErrors();
        }
        var opening = Told.Opening;
        if (opening.ReviewedAt is null)
        {
            (opening.ReviewedAt, opening.ReviewedById, opening.ReviewedByName) = (
                Now,
                Me.Id,
                Me.Name
            );
            opening.ReviewNote = note;
            db.Events.Add(
                Event(
                    EventKinds.OpeningReviewed,
                    concernId: null,
                    opening.ChildId,
                    WaymarkDb.ChildPlace,
                    after: note
                )
            );
            await db.SaveChangesAsync(cancellation);
        }
        return Redirect("/openings");
    }

    private static IEnumerable<FieldError> Check(string note)
    {
        if (note.Length > Admission.TextLength)
        {
            yield return new(
                nameof(Note),
                $"Shorten the note to {Admission.TextLength} characters or fewer",
                "note-too-long"
            );
        }
    }

    private async Task<bool> LoadAsync(Guid openingId, CancellationToken cancellation)
    {
        var told = await ToldOpenings
            .Of(db, Me.Id)
            .SingleOrDefaultAsync(o => o.Opening.Id == openingId, cancellation);
        if (told is null)
        {
            return false;
        }
        Told = told;
        var opening = told.Opening;
        var concerns = db
            .Concerns.IgnoreQueryFilters([WaymarkDb.NeedToKnow])
            .Where(c => c.ChildId == opening.ChildId)
            .Select(c => (Guid?)c.Id);
        var read = await db
            .Events.IgnoreQueryFilters([WaymarkDb.NeedToKnow])
            .Where(e =>
                e.Kind == EventKinds.RecordRead
                && e.ById == opening.PersonId
                && e.At >= opening.At
                && e.At <= opening.Until
                && (concerns.Contains(e.ConcernId) || e.SubjectId == opening.ChildId)
            )
            .GroupBy(e => e.Place)
            .Select(g => new { Place = g.Key, Times = g.Count() })
            .OrderBy(g => g.Place)
            .ToListAsync(cancellation);
        Read = [.. read.Select(g => (Words(g.Place), g.Times))];
        return true;
    }

    /// <summary>"Assessments/CheckAnswers" as people read it: "check answers".</summary>
    private static string Words(string page) =>
        string.Concat(
                page[(page.LastIndexOf('/') + 1)..]
                    .Select((c, at) => at > 0 && char.IsUpper(c) ? $" {c}" : $"{c}")
            )
            .ToLowerInvariant();
}
