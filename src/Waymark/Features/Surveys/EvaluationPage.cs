using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Shared;

namespace Waymark.Features.Surveys;

/// <summary>A training lead's page of one evaluation: it loads it, or answers as a page that does not exist.</summary>
[Authorize(Policy = Policies.Surveys)]
public abstract class EvaluationPage(WaymarkDb db, TimeProvider clock) : WaymarkPage(clock)
{
    /// <summary>The store, behind the agency's wall.</summary>
    protected WaymarkDb Db => db;

    /// <summary>The evaluation's id.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid EvaluationId { get; set; }

    /// <summary>The evaluation.</summary>
    public Evaluation Evaluation { get; private set; } = null!;

    /// <summary>Its waves, in the order in which they are asked.</summary>
    public IReadOnlyList<Wave> Waves { get; private set; } = [];

    /// <summary>The day in the United Kingdom.</summary>
    public DateOnly Today => UkTime.DateOf(Now);

    /// <summary>Whether the key stands: people can be invited and answers are matched.</summary>
    public bool IsRunning => Evaluation.MatchKeyDestroyedAt is null;

    /// <summary>The evaluation's own page.</summary>
    public string Home => $"/surveys/{EvaluationId}";

    /// <inheritdoc/>
    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var cancellation = HttpContext.RequestAborted;
        if (
            await db.Evaluations.SingleOrDefaultAsync(e => e.Id == EvaluationId, cancellation)
            is not { } evaluation
        )
        {
            context.Result = NotFound();
            return;
        }
        Evaluation = evaluation;
        Waves = await EvaluationRow.WavesOfAsync(db, EvaluationId, cancellation);
        await next();
    }
}
