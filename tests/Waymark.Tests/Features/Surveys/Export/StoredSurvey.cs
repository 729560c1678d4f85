using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Surveys;
using Waymark.Tests.Host;

namespace Waymark.Tests.Features.Surveys.Export;

/// <summary>Puts an evaluation with answers into the database of a host, as waves leave it behind.</summary>
internal static class StoredSurvey
{
    internal static async Task<Guid> AddAsync(
        WaymarkHost host,
        string agencyOf,
        params (WaveStage Stage, string Survey, int Answers, bool Closed)[] waves
    )
    {
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        var person = await db
            .Users.AsNoTracking()
            .SingleAsync(p => p.UserName == agencyOf + "@demo.example");
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Enter(person.AgencyId);
        var evaluation = new Evaluation
        {
            Id = Guid.NewGuid(),
            AgencyId = person.AgencyId,
            Name = "Working with children harmed online, autumn",
            Kind = waves.Length == 1 ? EvaluationKind.SingleWave : EvaluationKind.ThreeStage,
            PopulationJson = """{ "health": 700, "education": 300 }""",
            StartedAt = host.Clock.GetUtcNow(),
            StartedById = person.Id,
            StartedByName = "Somebody",
        };
        db.Evaluations.Add(evaluation);
        var random = new Random(1);
        foreach (var (stage, name, answers, closed) in waves)
        {
            var survey = host.Library().Newest("surveys", name)!.Instrument;
            var wave = new Wave
            {
                Id = Guid.NewGuid(),
                AgencyId = person.AgencyId,
                EvaluationId = evaluation.Id,
                Stage = stage,
                Instrument = survey.Url,
                InstrumentVersion = survey.Version,
                OpensOn = new(2026, 11, 2),
                ClosesOn = new(2026, 11, 20),
                HasOpenLink = true,
                ClosedAt = closed ? host.Clock.GetUtcNow() : null,
            };
            db.Waves.Add(wave);
            db.SurveyResponses.AddRange(
                Enumerable
                    .Range(0, answers)
                    .Select(i => new SurveyResponse
                    {
                        Id = Guid.NewGuid(),
                        AgencyId = person.AgencyId,
                        WaveId = wave.Id,
                        Week = new DateOnly(2026, 11, 2).AddDays(7 * (i % 2)),
                        By = ResponseBy.Respondent,
                        MatchHash = new byte[32],
                        Json = ChanceAnswers.Give(survey, random),
                    })
            );
        }

        await db.SaveChangesAsync();
        return evaluation.Id;
    }
}
