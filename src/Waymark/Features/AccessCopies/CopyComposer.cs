using Waymark.Data;
using Waymark.Features.Assessments.Decide;
using Waymark.Features.Assessments.Formulate;
using Waymark.Features.Children;
using Waymark.Features.Concerns;
using Waymark.Features.Shared.Answers;
using Waymark.Features.Shared.Reading;
using Waymark.Instruments;

namespace Waymark.Features.AccessCopies;

/// <summary>
/// From a child's whole record to the parts of a copy: everything that is written, every earlier wording that the log keeps,
/// and who looked. What may be about somebody else is flagged, generously: a person decides. Pure.
/// </summary>
public static class CopyComposer
{
    /// <summary>The parts, in reading order.</summary>
    public static IReadOnlyList<CopySection> Compose(WholeRecord record) =>
        [
            .. record.Concerns.SelectMany(
                (concern, index) => OfConcern(record, concern, index + 1)
            ),
            Looked(record),
            .. Emergencies(record),
            .. Documents(record),
        ];

    private static IEnumerable<CopySection> OfConcern(
        WholeRecord record,
        Concern concern,
        int number
    )
    {
        var name = $"Worry {number}";
        yield return new(
            name,
            [
                CopyLine.Flagged("What worried somebody", concern.Worry, PassageKind.FreeText),
                CopyLine.Plain("Age then", concern.AgeBand.Words()),
                Who("Started", concern.StartedAt, concern.StartedByName),
            ]
        );
        foreach (var response in record.Responses.Where(r => r.Stored.ConcernId == concern.Id))
        {
            yield return new($"{name}: {response.Folder.Instrument.Title}", [.. Answers(response)]);
            var earlier = Earlier(record, response).ToList();
            if (earlier.Count > 0)
            {
                yield return new(
                    $"{name}: {response.Folder.Instrument.Title}, earlier answers in words",
                    earlier
                );
            }
        }
        foreach (var written in record.Formulations.Where(f => f.ConcernId == concern.Id))
        {
            yield return new($"{name}: formulation, version {written.Number}", [.. Lines(written)]);
        }
        foreach (var decided in record.Decisions.Where(d => d.ConcernId == concern.Id))
        {
            yield return new($"{name}: decision, version {decided.Number}", [.. Lines(decided)]);
        }
        var done = record.Actions.Where(a => a.ConcernId == concern.Id).ToList();
        if (done.Count > 0)
        {
            yield return new(
                $"{name}: what was done",
                [
                    .. done.SelectMany(a =>
                        new[]
                        {
                            CopyLine.Plain(
                                UkTime.Moment(a.DoneAt),
                                a.ReopenedAt is { } at
                                    ? $"{a.Title} (the mark was taken back {UkTime.Moment(at)})"
                                    : a.Title
                            ),
                            CopyLine.Flagged("Done by", a.DoneBy, PassageKind.PersonNamed),
                            CopyLine.Flagged("Note", a.Note, PassageKind.FreeText),
                            Who("Written down", a.RecordedAt, a.RecordedByName),
                        }
                    ),
                ]
            );
        }
    }

    private static IEnumerable<CopyLine> Answers(OpenResponse response)
    {
        var form = response.Form;
        foreach (var question in form.Instrument.All.Where(q => q.IsQuestion && !q.Hidden))
        {
            var answers = form.Answers(question.LinkId);
            if (answers.Count > 0)
            {
                var label = form.IsEnabled(question.LinkId)
                    ? question.Text
                    : $"{question.Text} (kept, but left out by a later answer)";
                yield return Answer(label, question, answers);
            }
        }
        yield return Who("Last saved", response.Stored.SavedAt, response.Stored.SavedByName);
    }

    /// <summary>The wordings that were changed or removed, as the log and the choices between two answers keep them.</summary>
    private static IEnumerable<CopyLine> Earlier(WholeRecord record, OpenResponse response)
    {
        var form = response.Form;
        var changed = record
            .Events.Where(e => e.SubjectId == response.Stored.Id && e.Place.Length > 0)
            .SelectMany(e =>
                new[] { (Json: e.Before, e.Place, e.At), (Json: e.After, e.Place, e.At) }
            );
        var collided = record
            .Collisions.Where(c => c.ResponseId == response.Stored.Id)
            .SelectMany(c =>
                new[]
                {
                    (Json: (string?)c.First, Place: c.Path, At: c.FirstAt),
                    (Json: (string?)c.Second, Place: c.Path, At: c.SecondAt),
                }
            );
        return
        [
            .. from said in changed.Concat(collided)
            where said.Json is not null
            let question = form.Instrument.Find(said.Place)
            where question is not null
            let now = form.Answers(said.Place)
            from answer in AnswersJson.Read(said.Json).OfType<StringAnswer>()
            where !now.Contains(answer)
            group said.At by (question.Text, answer.Value) into g
            select CopyLine.Flagged(
                $"{g.Key.Text} (written by {UkTime.Moment(g.Min())})",
                g.Key.Value,
                PassageKind.FreeText
            ),
        ];
    }

    private static CopyLine Answer(
        string label,
        ItemDefinition question,
        IReadOnlyList<AnswerValue> answers
    ) =>
        new(
            label,
            [
                .. answers.SelectMany(
                    (answer, index) =>
                        new[]
                        {
                            new CopyPart(index == 0 ? "" : "; ", null),
                            answer is StringAnswer text
                                ? new CopyPart(text.Value, PassageKind.FreeText)
                                : new CopyPart(AnswerWords.Of(question, [answer]), null),
                        }
                ),
            ]
        );

    private static IEnumerable<CopyLine> Lines(Formulation written) =>
        [
            Text("What is happening", written.WhatIsHappening),
            Text("What keeps it going", written.WhatKeepsItGoing),
            Text("What protects", written.WhatProtects),
            Text("What would change our mind", written.WhatWouldChangeOurMind),
            CopyLine.Plain("Level of concern", written.LevelOfConcern?.Words() ?? "Not chosen"),
            Text("Reasons", written.Reasons),
            CopyLine.Plain("How sure", written.Sureness?.Words() ?? "Not said"),
            Who("Written", written.WrittenAt, written.WrittenByName),
        ];

    private static IEnumerable<CopyLine> Lines(Decision decided) =>
        [
            CopyLine.Plain("Decision", decided.Kind.Words()),
            Text("Reasons", decided.Reasons),
            Named("Sent to, or asked", decided.SentTo),
            Text("What was asked for", decided.Requests),
            Text("What was shared", decided.WhatIsShared),
            Text("About consent", decided.ConsentReasons),
            Text("Safe contact", decided.SafeContact),
            Named("Who was asked for a second view", decided.WhoWasAsked),
            CopyLine.Plain(
                "Look again on",
                decided.LookAgainOn is { } day ? UkTime.Date(day) : "No day"
            ),
            Who("Written", decided.WrittenAt, decided.WrittenByName),
        ];

    private static CopySection Looked(WholeRecord record) =>
        new(
            "Who has opened the record",
            [
                .. record
                    .Events.Where(e => e.Kind == EventKinds.RecordRead)
                    .GroupBy(e => (Day: UkTime.DateOf(e.At), e.ByName))
                    .OrderBy(g => g.Key.Day)
                    .ThenBy(g => g.Key.ByName, StringComparer.Ordinal)
                    .Select(g => new CopyLine(
                        UkTime.Date(g.Key.Day),
                        [
                            new(g.Key.ByName, PassageKind.StaffName),
                            new(g.Count() == 1 ? ", 1 page" : $", {g.Count()} pages", null),
                        ]
                    )),
            ]
        );

    private static IEnumerable<CopySection> Emergencies(WholeRecord record) =>
        record.Emergencies.Count == 0
            ? []
            :
            [
                new(
                    "Who has opened it in an emergency",
                    [
                        .. record.Emergencies.SelectMany(a =>
                            new[]
                            {
                                Who("Opened", a.At, a.PersonName),
                                Text("Their reason", a.Reason),
                            }
                        ),
                    ]
                ),
            ];

    private static IEnumerable<CopySection> Documents(WholeRecord record)
    {
        var made = record
            .Events.Where(e => e.Kind is EventKinds.DocumentMade or EventKinds.AccessCopyMade)
            .ToList();
        if (made.Count > 0)
        {
            yield return new(
                "Documents made from the record",
                [
                    .. made.Select(e =>
                        Who(
                            e.Kind == EventKinds.AccessCopyMade
                                ? "Copy for the child"
                                : e.Place.Replace('-', ' '),
                            e.At,
                            e.ByName
                        )
                    ),
                ]
            );
        }
    }

    private static CopyLine Text(string label, string words) =>
        CopyLine.Flagged(label, words, PassageKind.FreeText);

    private static CopyLine Named(string label, string words) =>
        CopyLine.Flagged(label, words, PassageKind.PersonNamed);

    private static CopyLine Who(string label, DateTimeOffset at, string name) =>
        new(label, [new($"{UkTime.Moment(at)}, by ", null), new(name, PassageKind.StaffName)]);
}
