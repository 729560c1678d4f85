using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Insight.Columns;
using Waymark.Features.Shared.Forms;
using Waymark.Features.Surveys.Keys;

namespace Waymark.Features.Surveys.Erase;

/// <summary>Erases an evaluation with everything that was answered to it, once its name is typed. The log keeps that it was done, and how many rows it took.</summary>
public sealed class ErasePage(
    WaymarkDb db,
    SurveyKeys keys,
    AnswerColumns columns,
    TimeProvider clock
) : EvaluationPage(db, clock)
{
    /// <summary>The name as it was typed.</summary>
    [BindProperty]
    public string? Name { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!string.Equals(Name?.Trim(), Evaluation.Name, StringComparison.OrdinalIgnoreCase))
        {
            HasErrors(
                new FieldError(
                    nameof(Name),
                    $"Type the name of the survey exactly: {Evaluation.Name}",
                    "name-differs"
                )
            );
            return ShowErrors();
        }
        keys.Destroy(EvaluationId);
        Db.ChangeTracker.Clear();
        await Db.BeforeErasingAsync(cancellation);
        await EraseAsync(cancellation);
        await Db.AfterErasingAsync(cancellation);
        columns.Forget(EvaluationId);
        return Redirect("/surveys?erased=true");
    }

    private async Task EraseAsync(CancellationToken cancellation)
    {
        var ids = Waves.Select(w => w.Id).ToList();
        await using var transaction = await Db.Database.BeginTransactionAsync(cancellation);
        await Db.WaveDoors.Where(d => ids.Contains(d.WaveId)).ExecuteDeleteAsync(cancellation);
        await Db.PendingMarks.Where(m => ids.Contains(m.WaveId)).ExecuteDeleteAsync(cancellation);
        var answers = await Db
            .SurveyResponses.Where(r => ids.Contains(r.WaveId))
            .ExecuteDeleteAsync(cancellation);
        var invitations = await Db
            .Invitations.Where(i => ids.Contains(i.WaveId))
            .ExecuteDeleteAsync(cancellation);
        var people = await Db
            .Invitees.Where(i => i.EvaluationId == EvaluationId)
            .ExecuteDeleteAsync(cancellation);
        await Db
            .ReleaseLedgers.Where(l => l.EvaluationId == EvaluationId)
            .ExecuteDeleteAsync(cancellation);
        await Db
            .ReleasedFigures.Where(f => f.EvaluationId == EvaluationId)
            .ExecuteDeleteAsync(cancellation);
        await Db.Waves.Where(w => w.EvaluationId == EvaluationId).ExecuteDeleteAsync(cancellation);
        await Db.Evaluations.Where(e => e.Id == EvaluationId).ExecuteDeleteAsync(cancellation);
        Db.Events.Add(
            Event(
                EventKinds.EvaluationErased,
                concernId: null,
                EvaluationId,
                after: JsonSerializer.Serialize(
                    new
                    {
                        answers,
                        invitations,
                        people,
                    }
                )
            )
        );
        await Db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
