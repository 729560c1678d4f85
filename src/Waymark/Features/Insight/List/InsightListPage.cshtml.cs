using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Waymark.Data.Databases;
using Waymark.Features.Accounts;
using Waymark.Features.Shared;
using Waymark.Features.Surveys;

namespace Waymark.Features.Insight.List;

/// <summary>The surveys of the agency that have a closed wave.</summary>
[Authorize(Policy = Policies.Insight)]
public sealed class InsightListPage(ReadOnlyDb reading, TimeProvider clock) : WaymarkPage(clock)
{
    /// <summary>Each with the day its newest wave was closed, the newest first.</summary>
    public IReadOnlyList<(Evaluation Evaluation, DateTimeOffset ClosedAt, int Waves)> Surveys
    {
        get;
        private set;
    } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await using var db = reading.Open();
        var closed = await db.Waves.Where(wave => wave.ClosedAt != null).ToListAsync(cancellation);
        var firsts = closed
            .Where(wave => wave.Stage is WaveStage.Only or WaveStage.Before)
            .Select(wave => wave.EvaluationId)
            .ToList();
        var evaluations = await db
            .Evaluations.Where(evaluation => firsts.Contains(evaluation.Id))
            .ToListAsync(cancellation);
        Surveys =
        [
            .. evaluations
                .Select(evaluation =>
                {
                    var waves = closed.Where(w => w.EvaluationId == evaluation.Id).ToList();
                    return (evaluation, waves.Max(wave => wave.ClosedAt!.Value), waves.Count);
                })
                .OrderByDescending(entry => entry.Item2)
                .ThenBy(entry => entry.evaluation.Id),
        ];
    }
}
