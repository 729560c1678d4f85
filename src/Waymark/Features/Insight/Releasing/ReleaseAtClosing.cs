using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Insight.Columns;
using Waymark.Features.Surveys;
using Waymark.Features.Surveys.Export;
using Waymark.Statistics.Disclosure;

namespace Waymark.Features.Insight.Releasing;

/// <summary>Decides what is shown of an evaluation when one of its waves closes, once, in one fixed order. No page decides it on a visit.</summary>
public sealed class ReleaseAtClosing(
    WaymarkDb db,
    ContentLibrary content,
    AnswerColumns columns,
    IOptions<InsightOptions> options,
    TimeProvider clock,
    ILogger<ReleaseAtClosing> log
)
{
    private const int Tries = 3;

    /// <summary>How released figures are written.</summary>
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>
    /// Copies the answers of the closed waves into columns and releases what may be shown. Call it behind the agency's wall once the wave's
    /// <see cref="Wave.ClosedAt"/> is saved, in the same transaction or after it; doing it again changes nothing. Does nothing while the first wave
    /// is open.
    /// </summary>
    /// <param name="evaluationId">The evaluation.</param>
    /// <param name="byId">Who closed the wave.</param>
    /// <param name="byName">Their name, for the log.</param>
    /// <param name="cancellation">Stops; what was not saved is decided next time.</param>
    /// <returns>Whether there is something released now.</returns>
    public async Task<bool> ReleaseAsync(
        Guid evaluationId,
        Guid byId,
        string byName,
        CancellationToken cancellation
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryReleaseAsync(evaluationId, byId, byName, cancellation);
            }
            catch (DbUpdateException) when (attempt < Tries)
            {
                // Somebody released at the same moment, or opened the ledger that was not there yet: decide again beside what they released.
                db.ChangeTracker.Clear();
            }
        }
    }

    private async Task<bool> TryReleaseAsync(
        Guid evaluationId,
        Guid byId,
        string byName,
        CancellationToken cancellation
    )
    {
        var evaluation = await db.Evaluations.SingleAsync(e => e.Id == evaluationId, cancellation);
        var waves = await ExportSource.ClosedWavesAsync(db, evaluationId, cancellation);
        if (waves.Find(w => w.Stage is WaveStage.Only or WaveStage.Before) is not { } first)
        {
            return false;
        }

        var figuresRow = await db.ReleasedFigures.SingleOrDefaultAsync(
            row => row.EvaluationId == evaluationId,
            cancellation
        );
        if (figuresRow?.Waves == waves.Count)
        {
            return true;
        }

        var files = new Dictionary<WaveStage, ColumnFile>();
        foreach (var wave in waves)
        {
            files[wave.Stage] = await columns.EnsureAsync(
                db,
                wave,
                ExportSource.ColumnsOf(content, wave),
                cancellation
            );
        }

        var ledgerRow = await db.ReleaseLedgers.SingleOrDefaultAsync(
            row => row.EvaluationId == evaluationId && row.Scope == ReleaseWords.Scope,
            cancellation
        );
        var before = ledgerRow is null
            ? ReleaseLedger.Open(options.Value.Policy, files[first.Stage].Snapshot)
            : LedgerText
                .Read(ledgerRow.Text)
                .Match(ledger => ledger, issue => throw new InvalidOperationException(issue.Text));
        if (before.Snapshot != files[first.Stage].Snapshot)
        {
            log.LogWarning(
                "The answers of evaluation {Evaluation} have changed since tables were released: those stay, and no new ones are made.",
                evaluationId
            );
            return figuresRow is not null;
        }

        using var reader = new ColumnReader(
            columns.Folder,
            files[first.Stage].Path,
            files.GetValueOrDefault(WaveStage.StraightAfter)?.Path,
            files.GetValueOrDefault(WaveStage.FollowUp)?.Path
        );
        var (ledger, figures) = ReleaseDesk.Decide(
            reader,
            ExportSource.ColumnsOf(content, first),
            before,
            options.Value.SmallestGroup,
            BitConverter.ToInt32(evaluationId.ToByteArray()),
            waves.Find(w => w.Stage == WaveStage.FollowUp) is { } followUp
                ? ExportSource.ColumnsOf(content, followUp)
                : null
        );
        Keep(evaluation, ledgerRow, ledger, figuresRow, figures, waves.Count);
        db.Events.Add(
            new()
            {
                AgencyId = evaluation.AgencyId,
                At = clock.GetUtcNow(),
                ById = byId,
                ByName = byName,
                Kind = EventKinds.ResultsReleased,
                SubjectId = evaluationId,
                Place = ReleaseWords.Scope,
                Revision = waves.Count,
            }
        );
        await db.SaveChangesAsync(cancellation);
        return true;
    }

    private void Keep(
        Evaluation evaluation,
        ReleaseLedgerRow? ledgerRow,
        ReleaseLedger ledger,
        ReleasedFiguresRow? figuresRow,
        ReleasedFigures figures,
        int waves
    )
    {
        if (ledgerRow is null)
        {
            db.ReleaseLedgers.Add(
                new()
                {
                    EvaluationId = evaluation.Id,
                    AgencyId = evaluation.AgencyId,
                    Scope = ReleaseWords.Scope,
                    Text = LedgerText.Write(ledger),
                }
            );
        }
        else
        {
            ledgerRow.Text = LedgerText.Write(ledger);
            ledgerRow.Revision++;
        }

        var text = JsonSerializer.Serialize(figures, Json);
        if (figuresRow is null)
        {
            db.ReleasedFigures.Add(
                new()
                {
                    EvaluationId = evaluation.Id,
                    AgencyId = evaluation.AgencyId,
                    Text = text,
                    ReleasedAt = clock.GetUtcNow(),
                    Waves = waves,
                }
            );
        }
        else
        {
            figuresRow.Text = text;
            figuresRow.ReleasedAt = clock.GetUtcNow();
            figuresRow.Waves = waves;
            figuresRow.Revision++;
        }
    }
}
