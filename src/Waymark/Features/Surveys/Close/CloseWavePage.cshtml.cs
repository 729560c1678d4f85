using Microsoft.AspNetCore.Mvc;
using Waymark.Data;
using Waymark.Features.Shared.Forms;
using Waymark.Features.Surveys.Waves;

namespace Waymark.Features.Surveys.Close;

/// <summary>Closes a stage before its last day, after a look at what that means. Nothing is deleted.</summary>
public sealed class CloseWavePage(WaymarkDb db, WaveClosing closing, TimeProvider clock)
    : EvaluationPage(db, clock)
{
    /// <summary>The stage.</summary>
    [BindProperty(SupportsGet = true)]
    public string Stage { get; set; } = "";

    /// <summary>The wave of the stage.</summary>
    public Wave Wave { get; private set; } = null!;

    public IActionResult OnGet() => Find() ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Find())
        {
            return NotFound();
        }
        await closing.CloseAsync(
            Wave.Id,
            Event(EventKinds.WaveClosed, concernId: null, EvaluationId, Wave.Stage.ToString()),
            Now,
            cancellation
        );
        return Redirect($"{Home}?done=closed");
    }

    private bool Find()
    {
        Wave = Waves.FirstOrDefault(w =>
            w.Stage == Codes.Parse<WaveStage>(Stage) && w.ClosedAt is null && w.OpensOn <= Today
        )!;
        return Wave is not null;
    }
}
