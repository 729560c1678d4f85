using Microsoft.EntityFrameworkCore;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Surveys;
using Waymark.Features.Surveys.Answer;
using Waymark.Features.Surveys.Keys;
using Waymark.Features.Surveys.Marks;
using Waymark.Instruments;

namespace Waymark.PageBenchmarks;

/// <summary>A wave of our longest survey that is open, with an invitation for each response of the run, and all its questions answered.</summary>
internal sealed class OpenWave
{
    private readonly SealedSurvey _sealedSurvey;
    private readonly SurveyKey _key;
    private readonly SurveyAnswers _answers;
    private readonly Queue<Guid> _invitations;

    private OpenWave(
        SealedSurvey sealedSurvey,
        SurveyKey key,
        SurveyAnswers answers,
        IEnumerable<Guid> invitations
    ) =>
        (_sealedSurvey, _key, _answers, _invitations) = (
            sealedSurvey,
            key,
            answers,
            new(invitations)
        );

    /// <summary>Starts it for the agency of the demo's training lead.</summary>
    public static async Task<OpenWave> StartAsync(IServiceProvider services, int people)
    {
        await using var scope = services.CreateAsyncScope();
        var lead = await scope
            .ServiceProvider.GetRequiredService<WaymarkDb>()
            .Users.SingleAsync(u => u.Email == "dai.probert@demo.example");
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Enter(lead.AgencyId);
        var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        var survey = services
            .GetRequiredService<ContentLibrary>()
            .Newest("surveys", "workforce-self-efficacy")!
            .Instrument;
        var now = TimeProvider.System.GetUtcNow();
        var evaluation = new Evaluation
        {
            Id = Guid.NewGuid(),
            AgencyId = lead.AgencyId,
            Name = "Bench",
            Kind = EvaluationKind.SingleWave,
            PopulationJson = "{}",
            StartedAt = now,
            StartedById = lead.Id,
            StartedByName = "Bench",
        };
        var wave = new Wave
        {
            Id = Guid.NewGuid(),
            AgencyId = lead.AgencyId,
            EvaluationId = evaluation.Id,
            Stage = WaveStage.Only,
            Instrument = survey.Url,
            InstrumentVersion = survey.Version,
            OpensOn = UkTime.DateOf(now),
            ClosesOn = UkTime.DateOf(now).AddDays(14),
            HasOpenLink = false,
        };
        var key = services.GetRequiredService<SurveyKeys>().Make(evaluation.Id);
        List<Invitation> invitations =
        [
            .. Enumerable
                .Range(0, people)
                .Select(place => (Place: place, Id: Guid.NewGuid()))
                .Select(i => new Invitation
                {
                    Id = i.Id,
                    Place = i.Place,
                    AgencyId = lead.AgencyId,
                    WaveId = wave.Id,
                    InviteeId = Guid.NewGuid(),
                    By = ResponseBy.Respondent,
                    TokenHash = SurveyKey.HashOf(key.TokenOf(i.Id)),
                }),
        ];
        db.AddRange(evaluation, wave);
        db.WaveDoors.Add(new() { WaveId = wave.Id, OpensTo = lead.AgencyId });
        db.PendingMarks.Add(
            new()
            {
                WaveId = wave.Id,
                AgencyId = lead.AgencyId,
                Sealed = UsedLinks.For(people).Seal(key, wave.Id),
            }
        );
        db.Invitees.AddRange(
            invitations.Select(i => new Invitee
            {
                Id = i.InviteeId,
                AgencyId = lead.AgencyId,
                EvaluationId = evaluation.Id,
                Email = $"{i.InviteeId:N}@heron.example",
            })
        );
        db.Invitations.AddRange(invitations);
        await db.SaveChangesAsync();
        return new(
            services.GetRequiredService<SealedSurvey>(),
            key,
            new(wave.Id, "", Guid.Empty, null, survey.Url, survey.Version, Answered(survey, now)),
            invitations.Select(i => i.Id)
        );
    }

    /// <summary>What the last page carries of the next person: everything answered, not yet sent.</summary>
    public string NextAnswers() =>
        _sealedSurvey.Seal(
            _answers with
            {
                Token = _key.TokenOf(_invitations.Dequeue()),
                ResponseId = Guid.NewGuid(),
            }
        );

    private static string Answered(Instrument survey, DateTimeOffset now)
    {
        var form = Form.Start(survey, new EvaluationContext(now));
        foreach (var question in survey.All.Where(i => i is { IsQuestion: true, Hidden: false }))
        {
            if (question.Options is [{ Value: var first }, ..])
            {
                form.Set(question.LinkId, [first]);
            }
        }
        return form.ToDraftJson();
    }
}
