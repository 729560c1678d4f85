using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Answers;
using Waymark.Features.Shared.Reading;

namespace Waymark.Features.Concerns.TwoAnswers;

/// <summary>Two people answered one question differently: both answers side by side, and a person chooses.</summary>
public sealed class TwoAnswersPage(WaymarkDb db, ContentLibrary content, TimeProvider clock)
    : ConcernPage(db, clock)
{
    private const int Attempts = 5;

    /// <summary>The questions with two answers that nobody has chosen between, oldest first.</summary>
    public IReadOnlyList<TwoAnswersView> Open { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var collisions = await Db
            .Collisions.AsNoTracking()
            .Where(c => c.ConcernId == Concern.Id && c.SettledAt == null)
            .OrderBy(c => c.SecondAt)
            .ThenBy(c => c.Id)
            .ToListAsync(cancellation);
        var record = await OpenRecord.LoadAsync(Db, content, Concern, Now, cancellation);
        Open = [.. collisions.Select(c => View(c, record))];
    }

    /// <summary>Lets one of the two answers stand. Both stay in the history.</summary>
    public async Task<IActionResult> OnPostAsync(
        Guid collisionId,
        string choice,
        CancellationToken cancellation
    )
    {
        if (choice is not ("first" or "second"))
        {
            return BadRequest();
        }
        for (var attempt = 1; ; attempt++)
        {
            var collision = await Db.Collisions.SingleOrDefaultAsync(
                c => c.Id == collisionId && c.ConcernId == Concern.Id,
                cancellation
            );
            if (collision is null)
            {
                return NotFound();
            }
            if (collision.SettledAt is null)
            {
                await SettleAsync(
                    collision,
                    choice == "first" ? collision.First : collision.Second,
                    cancellation
                );
            }
            try
            {
                await Db.SaveChangesAsync(cancellation);
                return Redirect($"/concerns/{Concern.Id}/two-answers");
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                Db.ChangeTracker.Clear();
            }
        }
    }

    private async Task SettleAsync(
        AnswerCollision collision,
        string chosen,
        CancellationToken cancellation
    )
    {
        var stored = await Db.Responses.SingleAsync(
            r => r.Id == collision.ResponseId,
            cancellation
        );
        var form = OpenResponse.Open(stored, content, Now).Form;
        var before = form.Answers(collision.Path);
        var values = AnswersJson.Read(chosen);
        if (!before.SequenceEqual(values) && form.IsEnabled(collision.Path))
        {
            form.Set(collision.Path, values);
            stored.Json = form.ToDraftJson();
        }
        stored.Revision++;
        (stored.SavedAt, stored.SavedById, stored.SavedByName) = (Now, Me.Id, Me.Name);
        (collision.SettledAt, collision.SettledByName) = (Now, Me.Name);
        Db.Events.Add(
            Event(
                EventKinds.CollisionSettled,
                Concern.Id,
                stored.Id,
                collision.Path,
                stored.Revision,
                AnswersJson.Write(before),
                AnswersJson.Write(form.Answers(collision.Path))
            )
        );
    }

    private TwoAnswersView View(AnswerCollision collision, OpenRecord record)
    {
        var response =
            record.Assessment?.Stored.Id == collision.ResponseId
                ? record.Assessment
                : record.SafetyCheck;
        var question =
            response.Form.Instrument.Find(collision.Path)
            ?? throw new InvalidOperationException(
                "A collision names a question that its instrument lacks."
            );
        return new(
            collision.Id,
            question.Text,
            new(
                AnswerWords.Of(question, AnswersJson.Read(collision.First)),
                collision.FirstByName,
                UkTime.Brief(collision.FirstAt, Now)
            ),
            new(
                AnswerWords.Of(question, AnswersJson.Read(collision.Second)),
                collision.SecondByName,
                UkTime.Brief(collision.SecondAt, Now)
            )
        );
    }
}

/// <summary>One question with two answers.</summary>
public sealed record TwoAnswersView(Guid Id, string Question, GivenWords First, GivenWords Second);

/// <summary>An answer with who gave it and when.</summary>
public sealed record GivenWords(string Words, string By, string When);
