using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Shared.Forms;
using Waymark.Security;

namespace Waymark.Features.Surveys.Answer;

/// <summary>
/// Where a survey's link leads: what it is about, what is kept and what is not, and the start. The token is in the address of this page only; from
/// here on it travels sealed in the respondent's own page. No cookie is set or read.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class OpenSurveyPage(
    IServiceScopeFactory scopes,
    SealedSurvey sealedSurvey,
    TimeProvider clock
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid WaveId { get; set; }

    [BindProperty(SupportsGet = true)]
    public string Token { get; set; } = "";

    /// <summary>The code that was typed.</summary>
    [BindProperty]
    public string? Code { get; set; }

    /// <summary>What the link leads to; null where it does not work.</summary>
    public SurveyLink? Link { get; private set; }

    /// <summary>What the link's wave is a part of.</summary>
    public Evaluation Evaluation { get; private set; } = null!;

    /// <summary>The name of the agency that asks.</summary>
    public string Agency { get; private set; } = "";

    /// <summary>What is wrong with what was posted.</summary>
    public List<FieldError> Errors { get; } = [];

    /// <summary>The beginning of the answers, sealed.</summary>
    public string Sealed { get; private set; } = "";

    /// <summary>Whether the code is settled and the next page is the first question.</summary>
    public bool IsReady { get; private set; }

    /// <summary>How many questions there are at most.</summary>
    public int Questions { get; private set; }

    /// <summary>About how long it takes, in minutes.</summary>
    public int Minutes => Math.Max(1, (int)Math.Ceiling(Questions * 8 / 60.0));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) && Link!.Invitation is not null)
        {
            Begin(code: null);
        }
    }

    /// <summary>Takes the code of somebody who came by the open link.</summary>
    public async Task OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return;
        }
        Errors.AddRange(GuardedForm.Refusals(HttpContext));
        var code = Keys.OwnCode.Normalise(Code);
        if (Errors.Count == 0 && code.Length > 0 && !Keys.OwnCode.IsUsable(code))
        {
            Errors.Add(
                new(
                    nameof(Code),
                    $"Enter a code of {Keys.OwnCode.Shortest} to {Keys.OwnCode.Longest} letters and numbers, or leave the box empty",
                    "code-not-usable"
                )
            );
        }
        if (Errors.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        Begin(code.Length == 0 ? null : code);
    }

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        // Whoever is signed in here is nobody to a survey.
        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity());
        await using var scope = scopes.CreateAsyncScope();
        Link = await SurveyLink.OpenAsync(scope.ServiceProvider, WaveId, Token, cancellation);
        if (Link is null or { IsUsed: true })
        {
            Link = null;
            Response.StatusCode = StatusCodes.Status404NotFound;
            return false;
        }
        var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        var about = await (
            from evaluation in db.Evaluations.AsNoTracking()
            join agency in db.Agencies on evaluation.AgencyId equals agency.Id
            where evaluation.Id == Link.Wave.EvaluationId
            select new { evaluation, agency.Name }
        ).SingleAsync(cancellation);
        (Evaluation, Agency) = (about.evaluation, about.Name);
        return true;
    }

    private void Begin(string? code)
    {
        var link = Link!;
        var form = SurveySteps.Begin(
            link.Folder.Instrument,
            link.Invitation?.By ?? ResponseBy.Respondent,
            clock.GetUtcNow()
        );
        Questions = SurveySteps.Of(form).Count;
        IsReady = true;
        Sealed = sealedSurvey.Seal(
            new(
                link.Wave.Id,
                Token,
                Guid.NewGuid(),
                code,
                link.Wave.Instrument,
                link.Wave.InstrumentVersion,
                form.ToDraftJson(),
                WaveForm.AgenciesOf(link.Wave)
            )
        );
    }
}
