using System.Text.Json;
using Waymark.Content;
using Waymark.Content.Surveys;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Insight.Releasing;
using Waymark.Features.Surveys;
using Waymark.Instruments;

namespace Waymark.Features.Demo;

/// <summary>
/// The made-up surveys of a demo, so that every page of results has something to show. The first has as many respondents, and nearly the shares, of
/// the study of 2014; nobody's answers are in any of them, and every page and document of them says so. The same chance every time.
/// </summary>
internal static class DemoSurveys
{
    private const int Seed = 2014;

    /// <summary>The mailbox of the training lead who has them.</summary>
    private const string Lead = "dai.probert";

    /// <summary>Adds the surveys to the agency whose training lead is among the people, and releases their results.</summary>
    public static async Task AddAsync(
        IServiceProvider services,
        WaymarkDb db,
        IReadOnlyDictionary<string, CurrentPractitioner> people,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (!people.TryGetValue(Lead, out var lead))
        {
            return;
        }

        var content = services.GetRequiredService<ContentLibrary>();
        var chance = new Random(Seed);
        Evaluation[] evaluations =
        [
            Workforce(db, content, lead, chance, now),
            SelfEfficacy(db, content, lead, chance, now),
            OneCase(db, content, lead, chance, now),
        ];
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        await db.SaveChangesAsync(cancellation);
        db.ChangeTracker.Clear();
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        var release = services.GetRequiredService<ReleaseAtClosing>();
        foreach (var evaluation in evaluations)
        {
            await release.ReleaseAsync(evaluation.Id, lead.Id, lead.Name, cancellation);
            db.ChangeTracker.Clear();
        }
    }

    private static Evaluation Workforce(
        WaymarkDb db,
        ContentLibrary content,
        CurrentPractitioner lead,
        Random chance,
        DateTimeOffset now
    )
    {
        var evaluation = Evaluation(
            db,
            lead,
            "Working with children harmed online: a course (made up)",
            EvaluationKind.ThreeStage,
            // The made-up agency's own made-up staff numbers.
            """{ "childrens-services": 640, "health": 1180, "education": 2050 }""",
            chance,
            now.AddDays(-170)
        );
        var bridge = Survey(content, "workforce-bridge-2014");
        var impact = Survey(content, "workforce-practice-impact");
        var before = Wave(db, evaluation, WaveStage.Before, bridge, chance, now, 168, 140);
        var after = Wave(db, evaluation, WaveStage.StraightAfter, bridge, chance, now, 126, 112);
        var later = Wave(db, evaluation, WaveStage.FollowUp, impact, chance, now, 70, 42);
        // Chance of their own, so that managers change nothing of what respondents say.
        var managers = new Random(Seed + 1);
        foreach (var person in DemoWorkforce.People(chance))
        {
            var hash = Bytes(chance, 32);
            Add(db, before, ResponseBy.Respondent, hash, person.Before, bridge, chance);
            if (person.After is { } straightAfter)
            {
                Add(db, after, ResponseBy.Respondent, hash, straightAfter, bridge, chance);
            }

            if (person.FollowUp is { } followUp)
            {
                var (own, manager) = DemoManagers.Of(followUp, managers);
                Add(db, later, ResponseBy.Respondent, hash, own, impact, chance);
                if (manager is not null)
                {
                    Add(db, later, ResponseBy.Manager, hash, manager, impact, managers);
                }
            }
        }

        return evaluation;
    }

    private static Evaluation SelfEfficacy(
        WaymarkDb db,
        ContentLibrary content,
        CurrentPractitioner lead,
        Random chance,
        DateTimeOffset now
    )
    {
        var evaluation = Evaluation(
            db,
            lead,
            "What you can do in your work: spring course (made up)",
            EvaluationKind.ThreeStage,
            "{}",
            chance,
            now.AddDays(-120)
        );
        var survey = Survey(content, "workforce-self-efficacy");
        var before = Wave(db, evaluation, WaveStage.Before, survey, chance, now, 118, 104);
        var after = Wave(db, evaluation, WaveStage.StraightAfter, survey, chance, now, 98, 84);
        foreach (var person in DemoSelfEfficacy.People(survey, chance))
        {
            var hash = Bytes(chance, 32);
            Add(db, before, ResponseBy.Respondent, hash, person.Before, survey, chance);
            if (person.After is { } straightAfter)
            {
                Add(db, after, ResponseBy.Respondent, hash, straightAfter, survey, chance);
            }
        }

        return evaluation;
    }

    private static Evaluation OneCase(
        WaymarkDb db,
        ContentLibrary content,
        CurrentPractitioner lead,
        Random chance,
        DateTimeOffset now
    )
    {
        var evaluation = Evaluation(
            db,
            lead,
            "One case, many views: a joint training day (made up)",
            EvaluationKind.SingleWave,
            "{}",
            chance,
            now.AddDays(-40)
        );
        var survey = NamedAgencies.Fill(Survey(content, "vignette-rating"), DemoVignette.Agencies);
        var wave = Wave(
            db,
            evaluation,
            WaveStage.Only,
            survey,
            chance,
            now,
            38,
            24,
            JsonSerializer.Serialize(DemoVignette.Agencies)
        );
        foreach (var ratings in DemoVignette.Ratings(chance))
        {
            Add(db, wave, ResponseBy.Respondent, null, ratings, survey, chance);
        }

        return evaluation;
    }

    private static Evaluation Evaluation(
        WaymarkDb db,
        CurrentPractitioner lead,
        string name,
        EvaluationKind kind,
        string population,
        Random chance,
        DateTimeOffset startedAt
    )
    {
        var evaluation = new Evaluation
        {
            Id = Id(chance),
            AgencyId = lead.AgencyId,
            Name = name,
            Kind = kind,
            PopulationJson = population,
            StartedAt = startedAt,
            StartedById = lead.Id,
            StartedByName = lead.Name,
            IsSynthetic = true,
        };
        db.Evaluations.Add(evaluation);
        return evaluation;
    }

    private static Wave Wave(
        WaymarkDb db,
        Evaluation evaluation,
        WaveStage stage,
        Instrument survey,
        Random chance,
        DateTimeOffset now,
        int openedDaysAgo,
        int closedDaysAgo,
        string? agenciesJson = null
    )
    {
        var today = UkTime.DateOf(now);
        var wave = new Wave
        {
            Id = Id(chance),
            AgencyId = evaluation.AgencyId,
            EvaluationId = evaluation.Id,
            Stage = stage,
            Instrument = survey.Url,
            InstrumentVersion = survey.Version,
            OpensOn = today.AddDays(-openedDaysAgo),
            ClosesOn = today.AddDays(-closedDaysAgo),
            HasOpenLink = true,
            ClosedAt = now.AddDays(-closedDaysAgo),
            AgenciesJson = agenciesJson,
        };
        db.Waves.Add(wave);
        return wave;
    }

    private static void Add(
        WaymarkDb db,
        Wave wave,
        ResponseBy by,
        byte[]? matchHash,
        IReadOnlyDictionary<string, string> answers,
        Instrument survey,
        Random chance
    )
    {
        var days = wave.ClosesOn.DayNumber - wave.OpensOn.DayNumber;
        var day = wave.OpensOn.AddDays(chance.Next(days));
        db.SurveyResponses.Add(
            new()
            {
                Id = Id(chance),
                AgencyId = wave.AgencyId,
                WaveId = wave.Id,
                // The Monday of the week.
                Week = day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
                By = by,
                MatchHash = matchHash,
                Json = DemoAnswers.Write(survey, linkId => answers.GetValueOrDefault(linkId)),
            }
        );
    }

    private static Instrument Survey(ContentLibrary content, string name) =>
        content.Newest("surveys", name)!.Instrument;

    private static byte[] Bytes(Random chance, int count)
    {
        var bytes = new byte[count];
        chance.NextBytes(bytes);
        return bytes;
    }

    /// <summary>An id as chance makes them (version 4), the same in every demo.</summary>
    private static Guid Id(Random chance)
    {
        var bytes = Bytes(chance, 16);
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
