using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.AccessCopies.Review;

/// <summary>
/// A person looks at every passage of a record that may be about somebody else, and decides whether it goes into a copy for
/// the child. Saved page by page; a passage without a choice waits.
/// </summary>
public sealed class ReviewCopyPage(WaymarkDb db, ContentLibrary content, TimeProvider clock)
    : CopyPage(db, content, clock)
{
    /// <summary>How many passages one page shows.</summary>
    public const int PageSize = 15;

    /// <summary>The page shown, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>How many pages there are; at least 1.</summary>
    public int PageCount => Math.Max(1, (Passages.Count + PageSize - 1) / PageSize);

    /// <summary>The passages of this page.</summary>
    public IReadOnlyList<Passage> Shown =>
        [.. Passages.Skip((Number - 1) * PageSize).Take(PageSize)];

    /// <summary>What was posted for a passage, or what is kept, or nothing.</summary>
    public string? ChoiceOf(Passage passage) =>
        Posted($"choice-{passage.Id}") ?? Redaction.For(passage)?.Choice.ToString();

    /// <summary>The note that was posted for a passage, or that is kept.</summary>
    public string? NoteOf(Passage passage) =>
        Posted($"note-{passage.Id}") ?? Redaction.For(passage)?.Note;

    public async Task OnGetAsync(int number, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Number = Math.Clamp(number, 1, PageCount);
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Number = Math.Clamp(number, 1, PageCount);
        var decided = Shown
            .Select(p =>
                (
                    Passage: p,
                    Choice: Codes.Parse<PassageChoice>(Posted($"choice-{p.Id}")),
                    Note: (Posted($"note-{p.Id}") ?? "").ReplaceLineEndings(" ").Trim()
                )
            )
            .ToList();
        if (HasErrors(decided.SelectMany(d => Check(d.Passage, d.Choice, d.Note))))
        {
            return ShowErrors();
        }
        List<PassageDecision> changed = [];
        foreach (var (passage, choice, note) in decided)
        {
            if (choice is { } chosen)
            {
                changed.AddRange(Decide(passage, chosen, note));
            }
        }
        if (changed.Count > 0)
        {
            Db.Events.Add(
                ChildEvent(
                    EventKinds.PassageDecided,
                    after: JsonSerializer.Serialize(
                        changed.Select(d => new { id = d.Id, choice = d.Choice.ToString() })
                    )
                )
            );
            await Db.SaveChangesAsync(cancellation);
        }
        return Redirect(
            $"/children/{Child.Id}/access-copy?number={(Number < PageCount ? Number + 1 : 1)}"
        );
    }

    /// <summary>The decisions that are new or other than before, each written to its row.</summary>
    private IEnumerable<PassageDecision> Decide(Passage passage, PassageChoice choice, string note)
    {
        var kept = Decisions
            .Where(d => d.Kind == passage.Kind && d.Words == passage.Words)
            .ToList();
        if (kept.Count == 0)
        {
            var made = new PassageDecision
            {
                Id = Guid.CreateVersion7(Now),
                AgencyId = Me.AgencyId,
                ChildId = Child.Id,
                Kind = passage.Kind,
                Words = passage.Words,
                Choice = choice,
                Note = note,
                DecidedAt = Now,
                DecidedById = Me.Id,
                DecidedByName = Me.Name,
            };
            Db.PassageDecisions.Add(made);
            yield return made;
        }
        foreach (var decision in kept.Where(d => d.Choice != choice || d.Note != note))
        {
            (decision.Choice, decision.Note) = (choice, note);
            (decision.DecidedAt, decision.DecidedById, decision.DecidedByName) = (
                Now,
                Me.Id,
                Me.Name
            );
            yield return decision;
        }
    }

    private static IEnumerable<FieldError> Check(
        Passage passage,
        PassageChoice? choice,
        string note
    )
    {
        if (choice == PassageChoice.WithholdOther && note.Length == 0)
        {
            yield return new(
                $"note-{passage.Id}",
                "Say for which other reason you withhold this",
                "note-required"
            );
        }
        else if (note.Length > PassageDecision.NoteLength)
        {
            yield return new(
                $"note-{passage.Id}",
                $"Shorten the note to {PassageDecision.NoteLength} characters or fewer",
                "note-too-long"
            );
        }
    }

    private string? Posted(string field) =>
        HttpMethods.IsPost(Request.Method) && Request.HasFormContentType
            ? (string?)Request.Form[field]
            : null;
}
