using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Content;
using Waymark.Data;
using Waymark.Documents.Word;
using Waymark.Features.Accounts;
using Waymark.Features.Shared;
using Waymark.Features.Surveys.Codebook;

namespace Waymark.Features.Surveys.Export;

/// <summary>Where a researcher gets the answers of an evaluation row by row, under terms, once a wave is closed.</summary>
[Authorize(Policy = Policies.Insight)]
public sealed class ExportPage(
    WaymarkDb db,
    ContentLibrary content,
    SurveyExports exports,
    TimeProvider clock
) : WaymarkPage(clock)
{
    /// <summary>The evaluation.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid EvaluationId { get; set; }

    /// <summary>What was typed.</summary>
    [BindProperty]
    public ExportInputForm Input { get; set; } = new();

    /// <summary>The evaluation.</summary>
    public Evaluation Evaluation { get; private set; } = null!;

    /// <summary>The closed waves, each with the number of answers.</summary>
    public IReadOnlyList<(Wave Wave, int Answers)> Closed { get; private set; } = [];

    /// <summary>How many waves still take answers or have not begun.</summary>
    public int StillOpen { get; private set; }

    /// <summary>The export under way or made; null when none was asked for, or it is forgotten.</summary>
    public ExportJob? Job { get; private set; }

    /// <summary>Whether enough people answered on at least one wave.</summary>
    public bool IsEnough => Closed.Any(closed => closed.Answers >= Coarsening.Least);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation) || !IsEnough)
        {
            return NotFound();
        }

        if (HasErrors(Input.Check()))
        {
            return ShowErrors();
        }

        db.Events.Add(
            Event(
                EventKinds.SurveyExportAsked,
                concernId: null,
                subjectId: EvaluationId,
                after: System.Text.Json.JsonSerializer.Serialize(
                    new
                    {
                        purpose = Input.Purpose!.Trim(),
                        acknowledged = ExportTerms.Acknowledgement,
                    }
                )
            )
        );
        await db.SaveChangesAsync(cancellation);
        exports.Start(Me.AgencyId, EvaluationId, Me.Id);
        return Redirect(Path);
    }

    /// <summary>The package, to the person who asked for it.</summary>
    public async Task<IActionResult> OnGetFileAsync(CancellationToken cancellation)
    {
        if (
            !await LoadAsync(cancellation)
            || Job is not { Progress: { Stage: ExportStage.Ready, Package: { } package } }
            || !System.IO.File.Exists(package)
        )
        {
            return Redirect(Path);
        }

        db.Events.Add(
            Event(EventKinds.SurveyExportFetched, concernId: null, subjectId: EvaluationId)
        );
        await db.SaveChangesAsync(cancellation);
        return PhysicalFile(package, "application/zip", FileName("answers", "zip"));
    }

    /// <summary>The codebook, which holds no answers.</summary>
    public async Task<IActionResult> OnGetCodebookAsync(
        string? format,
        CancellationToken cancellation
    )
    {
        if (!await LoadAsync(cancellation) || Closed.Count == 0)
        {
            return NotFound();
        }

        var codebook = SurveyCodebook.Of(
            Evaluation.Name,
            [.. Closed.Select(closed => ExportSource.ColumnsOf(content, closed.Wave))],
            LeadingVariables.All
        );
        return format switch
        {
            "csv" => File(CodebookCsv.Write(codebook), "text/csv", FileName("codebook", "csv")),
            "json" => File(
                CodebookJson.Write(codebook),
                "application/json",
                FileName("codebook", "json")
            ),
            "docx" => File(
                WordFile.Write(CodebookDocument.Compose(codebook, Now, [])),
                WordFile.MediaType,
                FileName("codebook", "docx")
            ),
            _ => NotFound(),
        };
    }

    private string Path => $"/surveys/{EvaluationId}/export";

    private string FileName(string what, string ending) =>
        $"survey-{what}-{UkTime.DateOf(Now):yyyy-MM-dd}.{ending}";

    private async Task<bool> LoadAsync(CancellationToken cancellation)
    {
        if (
            await db
                .Evaluations.AsNoTracking()
                .SingleOrDefaultAsync(e => e.Id == EvaluationId, cancellation)
            is not { } evaluation
        )
        {
            return false;
        }

        Evaluation = evaluation;
        var closed = await ExportSource.ClosedWavesAsync(db, EvaluationId, cancellation);
        var ids = closed.ConvertAll(wave => wave.Id);
        var counts = await db
            .SurveyResponses.Where(response => ids.Contains(response.WaveId))
            .GroupBy(response => response.WaveId)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellation);
        Closed = [.. closed.Select(wave => (wave, counts.GetValueOrDefault(wave.Id)))];
        StillOpen =
            await db.Waves.CountAsync(wave => wave.EvaluationId == EvaluationId, cancellation)
            - closed.Count;
        Job = exports.Find(EvaluationId, Me.Id);
        return true;
    }
}
