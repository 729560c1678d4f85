using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Children;
using Waymark.Features.Concerns;
using Waymark.Features.Shared.Answers;
using Waymark.Instruments;

namespace Waymark.Features.Demo;

/// <summary>The fictional records of a demo, made from the case studies, so that every page has something to show.</summary>
internal static class DemoRecords
{
    /// <summary>A record of the demo.</summary>
    /// <param name="CaseStudy">The number of the case study its answers come from.</param>
    /// <param name="Mailbox">Who started it.</param>
    /// <param name="Reference">The child's reference.</param>
    /// <param name="Worry">The worry in one line.</param>
    /// <param name="HoursAgo">How long ago it was started.</param>
    /// <param name="Assessed">Whether its assessment is answered too.</param>
    private sealed record DemoRecord(
        int CaseStudy,
        string Mailbox,
        string Reference,
        string Worry,
        int HoursAgo,
        bool Assessed
    );

    private static readonly DemoRecord[] s_records =
    [
        new(
            1,
            "megan.hughes",
            "SA-0413",
            "Demo: pictures of her may be on a website, and she is frightened",
            26,
            true
        ),
        new(
            3,
            "tom.beckett",
            "SA-0922",
            "Demo: someone he met in a game wants to meet him on Saturday",
            3,
            false
        ),
        new(
            0,
            "megan.hughes",
            "SA-0705",
            "Demo: a parent worries about a game with chat",
            50,
            true
        ),
        new(
            2,
            "priya.nair",
            "HC-11873",
            "Demo: his birth mother has written to him online without anyone knowing",
            30,
            true
        ),
        new(
            8,
            "sam.okafor",
            "HC-12044",
            "Demo: the children’s father was arrested over images",
            7,
            false
        ),
        new(
            4,
            "grace.amoah",
            "FH-2207",
            "Demo: a mother lets people she met online talk to her daughter",
            5,
            false
        ),
    ];

    /// <summary>The rows of every record of one agency's people.</summary>
    public static void Add(
        WaymarkDb db,
        ContentLibrary content,
        IReadOnlyDictionary<string, CurrentPractitioner> people,
        IReadOnlyDictionary<string, Guid> teams,
        DateTimeOffset now
    )
    {
        foreach (var record in s_records.Where(r => people.ContainsKey(r.Mailbox)))
        {
            Add(
                db,
                content,
                record,
                people[record.Mailbox],
                teams.TryGetValue(record.Mailbox, out var team) ? team : null,
                now.AddHours(-record.HoursAgo)
            );
        }
    }

    private static void Add(
        WaymarkDb db,
        ContentLibrary content,
        DemoRecord record,
        CurrentPractitioner by,
        Guid? team,
        DateTimeOffset at
    )
    {
        var study = content.CaseStudies.Single(s => s.Number == record.CaseStudy);
        var band = AgeBands.FromCode(study.AgeBand) ?? AgeBand.NotKnown;
        var child = new Child
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = by.AgencyId,
            Reference = ChildReference.Normalise(record.Reference),
            TeamId = team,
            AgeBand = band,
        };
        var concern = new Concern
        {
            Id = Guid.CreateVersion7(at),
            AgencyId = by.AgencyId,
            ChildId = child.Id,
            Worry = record.Worry,
            AgeBand = band,
            StartedAt = at,
            StartedById = by.Id,
            StartedByName = by.Name,
        };
        db.AddRange(child, concern);
        db.Events.Add(Event(EventKinds.ConcernStarted, concern.Id, "", null, concern.Worry, 0));
        var check = StartedResponses.SafetyCheck(content, concern, null, by, at);
        var checkForm = Answer(check, study.SafetyCheck, at.AddMinutes(2));
        if (record.Assessed)
        {
            var assessment = StartedResponses.Assessment(
                content,
                concern,
                checkForm,
                by,
                at.AddMinutes(30)
            );
            Answer(assessment, study.Assessment, at.AddMinutes(55));
        }

        Form Answer(
            StoredResponse stored,
            IReadOnlyList<ExampleAnswer> answers,
            DateTimeOffset answered
        )
        {
            db.Responses.Add(stored);
            db.Events.Add(
                Event(EventKinds.ResponseStarted, stored.Id, "", null, stored.Json, stored.Revision)
            );
            var form = OpenResponse.Open(stored, content, answered).Form;
            stored.Revision++;
            foreach (var answer in answers)
            {
                var before = form.Answers(answer.LinkId);
                if (form.Set(answer.LinkId, answer.Typed).Accepted)
                {
                    db.Events.Add(
                        Event(
                            EventKinds.AnswerChanged,
                            stored.Id,
                            answer.LinkId,
                            AnswersJson.Write(before),
                            AnswersJson.Write(form.Answers(answer.LinkId)),
                            stored.Revision
                        )
                    );
                }
            }
            stored.Json = form.ToDraftJson();
            stored.SavedAt = answered;
            return form;
        }

        RecordEvent Event(
            string kind,
            Guid subject,
            string place,
            string? before,
            string? after,
            int revision
        ) =>
            new()
            {
                AgencyId = by.AgencyId,
                ConcernId = concern.Id,
                At = at,
                ById = by.Id,
                ByName = by.Name,
                Kind = kind,
                SubjectId = subject,
                Place = place,
                Before = before,
                After = after,
                Revision = revision,
            };
    }
}
