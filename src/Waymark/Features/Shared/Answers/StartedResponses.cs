using Waymark.Content;
using Waymark.Features.Accounts;
using Waymark.Features.Children;
using Waymark.Features.Concerns;
using Waymark.Features.Shared.Reading;
using Waymark.Instruments;

namespace Waymark.Features.Shared.Answers;

/// <summary>New sets of answers. Pure: the caller saves them.</summary>
public static class StartedResponses
{
    /// <summary>The safety check of a new concern: empty, or with the answers of an open check that are to be kept.</summary>
    /// <param name="content">The content.</param>
    /// <param name="concern">The new concern.</param>
    /// <param name="keptDraft">The draft of an open safety check, already proved by its seal, or null.</param>
    /// <param name="by">Who starts it.</param>
    /// <param name="now">The moment.</param>
    public static StoredResponse SafetyCheck(
        ContentLibrary content,
        Concern concern,
        string? keptDraft,
        CurrentPractitioner by,
        DateTimeOffset now
    )
    {
        var folder = content.NewestSafetyCheck();
        var form = StartForm(folder, concern.AgeBand, now);
        if (
            keptDraft is not null
            && Form.Resume(folder.Instrument, keptDraft, new(now)).Value is { } kept
        )
        {
            CarryOver(kept, form);
        }
        return Store(folder, form, concern, by, now);
    }

    /// <summary>The assessment of a concern; what the safety check already says is carried over, question by question.</summary>
    public static StoredResponse Assessment(
        ContentLibrary content,
        Concern concern,
        Form safetyCheck,
        CurrentPractitioner by,
        DateTimeOffset now
    )
    {
        var folder = content.NewestAssessment();
        var form = StartForm(folder, concern.AgeBand, now);
        CarryOver(safetyCheck, form);
        return Store(folder, form, concern, by, now);
    }

    /// <summary>An empty form that knows the child's age band.</summary>
    public static Form StartForm(InstrumentFolder folder, AgeBand band, DateTimeOffset now)
    {
        var form = Form.Start(folder.Instrument, new EvaluationContext(now));
        var set = form.SetByApplication(
            InstrumentNames.AgeBandItem,
            [new CodingAnswer(ContentUrls.ChildAgeBand, band.Code(), null)]
        );
        return set.Issues.Count == 0
            ? form
            : throw new InvalidOperationException(
                "The instrument does not take the child's age band."
            );
    }

    /// <summary>Gives every answer to the question of the same linkId, where that question applies.</summary>
    private static void CarryOver(Form from, Form to)
    {
        foreach (
            var question in InstrumentPages
                .Of(from.Instrument)
                .SelectMany(InstrumentPages.Questions)
        )
        {
            var answers = from.Answers(question.LinkId);
            if (
                answers.Count > 0
                && to.Instrument.Find(question.LinkId) is not null
                && to.IsEnabled(question.LinkId)
            )
            {
                to.Set(question.LinkId, answers);
            }
        }
    }

    private static StoredResponse Store(
        InstrumentFolder folder,
        Form form,
        Concern concern,
        CurrentPractitioner by,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            AgencyId = concern.AgencyId,
            ConcernId = concern.Id,
            InstrumentUrl = folder.Instrument.Url,
            InstrumentVersion = folder.Instrument.Version,
            InstrumentHash = folder.Instrument.Hash,
            Json = form.ToDraftJson(),
            Revision = 1,
            SavedAt = now,
            SavedById = by.Id,
            SavedByName = by.Name,
        };
}
