using Microsoft.AspNetCore.Mvc;
using Waymark.Data;
using Waymark.Features.Surveys.Keys;

namespace Waymark.Features.Surveys.End;

/// <summary>Ends an evaluation for good: destroys its key. The answers stay, matched as they are, and nobody can tell any more whose they were.</summary>
public sealed class EndPage(WaymarkDb db, SurveyKeys keys, TimeProvider clock)
    : EvaluationPage(db, clock)
{
    private bool CanEnd => IsRunning && Waves.All(w => w.ClosedAt is not null);

    public IActionResult OnGet() => CanEnd ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!CanEnd)
        {
            return NotFound();
        }
        // The file first: were it last, a failure between would leave a key that everybody believes destroyed.
        keys.Destroy(EvaluationId);
        Evaluation.MatchKeyDestroyedAt = Now;
        Db.Events.Add(Event(EventKinds.EvaluationEnded, concernId: null, EvaluationId));
        await Db.SaveChangesAsync(cancellation);
        return Redirect($"{Home}?done=ended");
    }
}
