using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Waymark.Content;
using Waymark.Content.Reference;
using Waymark.Data.Databases;
using Waymark.Features.Insight.Releasing;
using Waymark.Features.Shared;
using Waymark.Features.Surveys;
using Waymark.Features.Surveys.Export;
using Waymark.Statistics.Disclosure;

namespace Waymark.Features.Insight;

/// <summary>
/// The chores of every page of results: it reads what was released when a wave closed, and nothing else, from a replica where there is one. A page may so be
/// seconds behind a wave just closed: then it says that results are waiting, and deciding them a second time changes nothing.
/// </summary>
public abstract class InsightPage(ReadOnlyDb reading, ContentLibrary content, TimeProvider clock)
    : WaymarkPage(clock)
{
    /// <summary>The evaluation.</summary>
    [Microsoft.AspNetCore.Mvc.BindProperty(SupportsGet = true)]
    public Guid EvaluationId { get; set; }

    /// <summary>The evaluation.</summary>
    public Evaluation Evaluation { get; private set; } = null!;

    /// <summary>Its closed waves, in order.</summary>
    public IReadOnlyList<Wave> Closed { get; private set; } = [];

    /// <summary>What was released.</summary>
    public Results Results { get; private set; } = null!;

    /// <summary>The study of 2014.</summary>
    public ReferenceStudy Study { get; } =
        content.Studies.First(study => study.Figures.Count > 0 && study.Sectors.Count > 0);

    /// <summary>Whether a wave was closed whose results are not decided yet.</summary>
    public bool IsWaiting { get; private set; }

    /// <summary>Whether anything of the evaluation was released.</summary>
    public bool HasResults => Results is not null;

    /// <summary>Loads; false where there is no such evaluation in the person's agency, or no wave of it is closed.</summary>
    protected async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        await using var db = reading.Open();
        if (
            await db.Evaluations.SingleOrDefaultAsync(e => e.Id == EvaluationId, cancellation)
            is not { } evaluation
        )
        {
            return false;
        }

        Evaluation = evaluation;
        Closed = await ExportSource.ClosedWavesAsync(db, EvaluationId, cancellation);
        if (
            Closed.FirstOrDefault(w => w.Stage is WaveStage.Only or WaveStage.Before)
            is not { } first
        )
        {
            return false;
        }

        var figures = await db.ReleasedFigures.SingleOrDefaultAsync(
            row => row.EvaluationId == EvaluationId,
            cancellation
        );
        IsWaiting = figures?.Waves != Closed.Count;
        var ledger = await db.ReleaseLedgers.SingleOrDefaultAsync(
            row => row.EvaluationId == EvaluationId && row.Scope == ReleaseWords.Scope,
            cancellation
        );
        if (figures is not null && ledger is not null)
        {
            Results = new(
                evaluation,
                LedgerText
                    .Read(ledger.Text)
                    .Match(read => read, issue => throw new InvalidOperationException(issue.Text)),
                JsonSerializer.Deserialize<ReleasedFigures>(figures.Text, ReleaseAtClosing.Json)!,
                InsightQuestions.Of(ExportSource.ColumnsOf(content, first)),
                Study,
                figures.ReleasedAt
            );
        }

        return true;
    }

    /// <summary>Loads for a page that needs results of one kind; false where there are none of them.</summary>
    protected async Task<bool> LoadAsync(Func<Results, bool> has, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(has);
        return await LoadAsync(cancellation) && HasResults && has(Results);
    }
}
