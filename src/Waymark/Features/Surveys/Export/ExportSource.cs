using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Surveys.Codebook;

namespace Waymark.Features.Surveys.Export;

/// <summary>Loads what an export is made from: the closed waves of an evaluation of the agency in whose scope it runs.</summary>
/// <param name="Input">What the export is made from.</param>
/// <param name="Total">How many responses the closed waves have.</param>
public sealed record ExportSource(ExportInput Input, int Total)
{
    private const int Batch = 400;

    /// <summary>Loads.</summary>
    /// <returns>Null when there is no such evaluation or none of its waves is closed.</returns>
    public static async Task<ExportSource?> LoadAsync(
        WaymarkDb db,
        ContentLibrary content,
        Guid evaluationId,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        var evaluation = await db
            .Evaluations.AsNoTracking()
            .SingleOrDefaultAsync(e => e.Id == evaluationId, cancellation);
        var waves = await ClosedWavesAsync(db, evaluationId, cancellation);
        if (evaluation is null || waves.Count == 0)
        {
            return null;
        }

        var ids = waves.ConvertAll(wave => wave.Id);
        var total = await db.SurveyResponses.CountAsync(
            response => ids.Contains(response.WaveId),
            cancellation
        );
        return new(
            new(
                evaluation.Name,
                [
                    .. waves.Select(wave => new ExportWave(
                        LeadingVariables.NumberOf(wave.Stage),
                        ColumnsOf(content, wave)
                    )),
                ],
                JsonSerializer.Deserialize<Dictionary<string, double>>(evaluation.PopulationJson)
                    ?? [],
                stop => RowsAsync(db, ids, stop),
                evaluation.IsSynthetic
                    ? ["The answers were made up for a demo. They say nothing of anyone."]
                    : []
            ),
            total
        );
    }

    /// <summary>The waves that are closed, in the order they were asked.</summary>
    internal static async Task<List<Wave>> ClosedWavesAsync(
        WaymarkDb db,
        Guid evaluationId,
        CancellationToken cancellation
    ) =>
        [
            .. (
                await db
                    .Waves.AsNoTracking()
                    .Where(wave => wave.EvaluationId == evaluationId && wave.ClosedAt != null)
                    .ToListAsync(cancellation)
            ).OrderBy(wave => wave.Stage),
        ];

    /// <summary>The columns of the exact version that a wave asked.</summary>
    internal static SurveyColumns ColumnsOf(ContentLibrary content, Wave wave) =>
        WaveForm.Of(content, wave) is { } found
            ? SurveyColumns.Of(found.Instrument)
            : throw new InvalidOperationException(
                $"The content no longer has {wave.Instrument} {wave.InstrumentVersion}, which this wave asked."
            );

    /// <summary>
    /// All responses in the order of their ids, which chance made: the order of the table would tell who sent first. The ids are read at once (16 bytes
    /// each), the answers a batch at a time, so that memory stays flat and no cursor stays open.
    /// </summary>
    private static async IAsyncEnumerable<StoredAnswers> RowsAsync(
        WaymarkDb db,
        List<Guid> waves,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        for (var wave = 0; wave < waves.Count; wave++)
        {
            var waveId = waves[wave];
            var ids = await db
                .SurveyResponses.Where(response => response.WaveId == waveId)
                .Select(response => response.Id)
                .ToListAsync(cancellation);
            ids.Sort();
            foreach (var batch in ids.Chunk(Batch))
            {
                var rows = await db
                    .SurveyResponses.AsNoTracking()
                    .Where(response => batch.Contains(response.Id))
                    .Select(response => new
                    {
                        response.Id,
                        response.By,
                        response.Week,
                        response.Json,
                    })
                    .ToListAsync(cancellation);
                foreach (var row in rows.OrderBy(row => row.Id))
                {
                    yield return new(
                        wave,
                        row.By == ResponseBy.Manager ? 2 : 1,
                        row.Week,
                        row.Json
                    );
                }
            }
        }
    }
}
