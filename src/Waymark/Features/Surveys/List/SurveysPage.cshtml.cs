using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Shared;

namespace Waymark.Features.Surveys.List;

/// <summary>The agency's evaluations, newest first: for training leads, who run them, and researchers, who read closed ones.</summary>
[Authorize(Policy = Policies.Insight)]
public sealed class SurveysPage(WaymarkDb db, TimeProvider clock) : WaymarkPage(clock)
{
    /// <summary>The evaluations, each with its waves.</summary>
    public IReadOnlyList<(Evaluation Evaluation, IReadOnlyList<Wave> Waves)> Evaluations
    {
        get;
        private set;
    } = [];

    /// <summary>Whether the person runs surveys.</summary>
    public bool Runs => User.IsInRole(Roles.TrainingLead);

    /// <summary>The day in the United Kingdom.</summary>
    public DateOnly Today => UkTime.DateOf(Now);

    /// <summary>Whether one was just erased.</summary>
    public bool Erased { get; private set; }

    public async Task OnGetAsync(bool erased, CancellationToken cancellation)
    {
        Erased = erased;
        var evaluations = await db.Evaluations.AsNoTracking().ToListAsync(cancellation);
        var waves = (await db.Waves.AsNoTracking().ToListAsync(cancellation)).ToLookup(w =>
            w.EvaluationId
        );
        Evaluations =
        [
            .. evaluations
                .OrderByDescending(e => e.StartedAt)
                .ThenBy(e => e.Name, StringComparer.Ordinal)
                .Select(e => (e, (IReadOnlyList<Wave>)[.. waves[e.Id].OrderBy(w => w.Stage)])),
        ];
    }
}
