using Microsoft.EntityFrameworkCore;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Concerns;
using Waymark.Instruments;

namespace Waymark.Features.Shared.Answers;

/// <summary>Saves a posted page: the answers, an event for each change, and a collision for each clash, in one transaction.</summary>
public sealed class AnswerSave(WaymarkDb db, ContentLibrary content)
{
    private const int Attempts = 5;

    /// <summary>
    /// Lets <see cref="PostedPage"/> decide on the answers as they are, and saves. When somebody else saved meanwhile, loads them again and
    /// decides anew.
    /// </summary>
    /// <param name="concern">The concern.</param>
    /// <param name="stored">Its answers as they were just loaded, tracked.</param>
    /// <param name="pageId">The page of the instrument.</param>
    /// <param name="posted">What was posted.</param>
    /// <param name="by">Who posted it.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Ends the try.</param>
    public async Task<SavedPage> SaveAsync(
        Concern concern,
        StoredResponse stored,
        string pageId,
        PostedAnswers posted,
        CurrentPractitioner by,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var open = OpenResponse.Open(stored, content, now);
            var page = Reading.InstrumentPages.Find(open.Form.Instrument, pageId);
            if (page is null)
            {
                return new(open, null);
            }
            var newer = await ChangedSinceAsync(stored, posted.Seen, cancellation);
            var outcome = PostedPage.Apply(
                open.Form,
                page,
                posted,
                newer.ToDictionary(c => c.Key, c => c.Value.Shown, StringComparer.Ordinal)
            );
            if (
                outcome.Changes.Count == 0
                && outcome.Collisions.Count == 0
                && stored.LastPage == pageId
            )
            {
                return new(open, outcome);
            }
            Write(open, outcome, newer, concern, pageId, by, now);
            try
            {
                await db.SaveChangesAsync(cancellation);
                return new(open, outcome);
            }
            catch (DbUpdateConcurrencyException) when (attempt < Attempts)
            {
                db.ChangeTracker.Clear();
                stored = await db.Responses.SingleAsync(r => r.Id == stored.Id, cancellation);
            }
        }
    }

    private void Write(
        OpenResponse open,
        PostedOutcome outcome,
        Dictionary<string, NewerAnswer> newer,
        Concern concern,
        string pageId,
        CurrentPractitioner by,
        DateTimeOffset now
    )
    {
        var stored = open.Stored;
        stored.Json = open.Form.ToDraftJson();
        stored.LastPage = pageId;
        stored.Revision++;
        (stored.SavedAt, stored.SavedById, stored.SavedByName) = (now, by.Id, by.Name);
        db.Events.AddRange(
            outcome.Changes.Select(change =>
                Event(
                    EventKinds.AnswerChanged,
                    change.Path,
                    AnswersJson.Write(change.Before),
                    AnswersJson.Write(change.After)
                )
            )
        );
        foreach (var clash in outcome.Collisions)
        {
            var first = newer[clash.Path];
            db.Collisions.Add(
                new()
                {
                    Id = Guid.CreateVersion7(now),
                    AgencyId = concern.AgencyId,
                    ConcernId = concern.Id,
                    ResponseId = stored.Id,
                    Path = clash.Path,
                    Page = pageId,
                    First = AnswersJson.Write(clash.Standing),
                    FirstByName = first.ByName,
                    FirstAt = first.At,
                    Second = AnswersJson.Write(clash.Second),
                    SecondById = by.Id,
                    SecondByName = by.Name,
                    SecondAt = now,
                }
            );
            db.Events.Add(
                Event(
                    EventKinds.AnswersCollided,
                    clash.Path,
                    AnswersJson.Write(clash.Standing),
                    AnswersJson.Write(clash.Second)
                )
            );
        }

        RecordEvent Event(string kind, string place, string before, string after) =>
            new()
            {
                AgencyId = concern.AgencyId,
                ConcernId = concern.Id,
                At = now,
                ById = by.Id,
                ByName = by.Name,
                Kind = kind,
                SubjectId = stored.Id,
                Place = place,
                Revision = stored.Revision,
                Before = before,
                After = after,
            };
    }

    /// <summary>Answers changed after a revision: by path, what the page that showed that revision had, and who changed it last.</summary>
    private async Task<Dictionary<string, NewerAnswer>> ChangedSinceAsync(
        StoredResponse stored,
        int seen,
        CancellationToken cancellation
    )
    {
        if (seen >= stored.Revision)
        {
            return [];
        }
        var events = await db
            .Events.AsNoTracking()
            .Where(e =>
                e.SubjectId == stored.Id
                && e.Revision > seen
                && (e.Kind == EventKinds.AnswerChanged || e.Kind == EventKinds.CollisionSettled)
            )
            .OrderBy(e => e.Id)
            .ToListAsync(cancellation);
        return events
            .GroupBy(e => e.Place, StringComparer.Ordinal)
            .ToDictionary(
                group => group.Key,
                group => new NewerAnswer(
                    AnswersJson.Read(group.First().Before ?? "[]"),
                    group.Last().ByName,
                    group.Last().At
                ),
                StringComparer.Ordinal
            );
    }

    private sealed record NewerAnswer(
        IReadOnlyList<AnswerValue> Shown,
        string ByName,
        DateTimeOffset At
    );
}

/// <summary>The answers after a save, and what came of it; no outcome when the instrument has no such page.</summary>
public sealed record SavedPage(OpenResponse Open, PostedOutcome? Outcome);
