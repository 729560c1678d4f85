using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Surveys.Keys;
using Waymark.Hosting;
using Waymark.Mail;

namespace Waymark.Features.Surveys.Overview;

/// <summary>One evaluation: its stages, how many have answered while one is open, and its flow once stages are closed.</summary>
public sealed class OverviewPage(
    WaymarkDb db,
    ContentLibrary content,
    SurveyKeys keys,
    Post post,
    IOptions<WaymarkOptions> waymark,
    TimeProvider clock
) : EvaluationPage(db, clock)
{
    /// <summary>Each stage as the page shows it.</summary>
    public IReadOnlyList<StageView> Stages { get; private set; } = [];

    /// <summary>How many people are on the list.</summary>
    public int People { get; private set; }

    /// <summary>Whether letters can leave.</summary>
    public bool MailIsOn => post.IsOn;

    /// <summary>Whether the key file is missing although nobody ended the evaluation.</summary>
    public bool KeyIsMissing { get; private set; }

    /// <summary>The open link, where the only wave has one and is not closed.</summary>
    public string? OpenLink { get; private set; }

    /// <summary>What has just been done, for the banner.</summary>
    public string? Done { get; private set; }

    public async Task OnGetAsync(string? done, CancellationToken cancellation)
    {
        Done = done switch
        {
            "invited" =>
                "The people are on the list. Invitations go out on the first day of each stage.",
            "closed" => "Closed. No more answers are taken.",
            "ended" => "Ended. Nobody can tell any more whose answers were whose.",
            "sectors" => "Saved.",
            "taken-off" => "Taken off the list.",
            _ => null,
        };
        var key = keys.Find(EvaluationId);
        KeyIsMissing = key is null && IsRunning;
        People = await Db.Invitees.CountAsync(i => i.EvaluationId == EvaluationId, cancellation);
        var ids = Waves.Select(w => w.Id).ToList();
        var invitations = await Db
            .Invitations.AsNoTracking()
            .Where(i => ids.Contains(i.WaveId))
            .GroupBy(i => new { i.WaveId, i.By })
            .Select(g => new
            {
                g.Key.WaveId,
                g.Key.By,
                All = g.Count(),
                Unsent = g.Count(i => i.InvitedOn == null),
                Refused = g.Count(i => i.InvitedOn == null && i.RefusedOn != null),
            })
            .ToListAsync(cancellation);
        var answers = await Db
            .SurveyResponses.AsNoTracking()
            .Where(r => ids.Contains(r.WaveId))
            .Select(r => new Answered(r.WaveId, r.By, r.MatchHash))
            .ToListAsync(cancellation);
        Stages =
        [
            .. Waves.SelectMany(wave =>
                Sides(wave)
                    .Select(by =>
                    {
                        var invited = invitations.Find(i => i.WaveId == wave.Id && i.By == by);
                        return new StageView(
                            wave,
                            by,
                            Title(wave),
                            invited?.All ?? 0,
                            invited?.Unsent ?? 0,
                            wave.ClosedAt is null ? invited?.Refused ?? 0 : 0,
                            wave.ClosedAt is null
                                ? ResponseRate.WhileOpen(
                                    answers.Count(a => a.WaveId == wave.Id && a.By == by)
                                )
                                : null,
                            wave.ClosedAt is null ? null : Flow.Of(wave, by, Waves, answers)
                        );
                    })
            ),
        ];
        if (key is not null && Waves is [{ HasOpenLink: true, ClosedAt: null } only])
        {
            var path = $"/surveys/answer/{only.Id}/{key.OpenTokenOf(only.Id)}";
            OpenLink = waymark.Value.Link(path, Request);
        }
    }

    /// <summary>Whether it asks for the sector, so that figures can be weighted by it.</summary>
    public bool AsksForSector => WaveForm.AskForSector(content, Waves);

    private static IEnumerable<ResponseBy> Sides(Wave wave) =>
        wave.Stage == WaveStage.FollowUp
            ? [ResponseBy.Respondent, ResponseBy.Manager]
            : [ResponseBy.Respondent];

    private string Title(Wave wave) =>
        WaveForm.Of(content, wave) is { } folder
            ? $"{folder.Instrument.Title}, version {folder.Version}"
            : $"{wave.Instrument}, version {wave.InstrumentVersion}";
}

/// <summary>One side of one stage, as the page shows it.</summary>
/// <param name="Wave">The stage.</param>
/// <param name="By">Respondents or their managers.</param>
/// <param name="Survey">The survey that is asked.</param>
/// <param name="Invited">How many have an invitation.</param>
/// <param name="Unsent">How many invitations did not go out yet.</param>
/// <param name="Refused">How many of those the mail server did not take; 0 once it is closed.</param>
/// <param name="WhileOpen">How many have answered, roughly; null once it is closed.</param>
/// <param name="Flow">How many answered and how many of them before; null while it is open.</param>
public sealed record StageView(
    Wave Wave,
    ResponseBy By,
    string Survey,
    int Invited,
    int Unsent,
    int Refused,
    string? WhileOpen,
    StageFlow? Flow
);
