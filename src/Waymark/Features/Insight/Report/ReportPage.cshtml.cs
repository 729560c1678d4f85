using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Waymark.Content;
using Waymark.Data.Databases;
using Waymark.Documents.Word;
using Waymark.Features.Accounts;

namespace Waymark.Features.Insight.Report;

/// <summary>The released figures as a document for a board.</summary>
[Authorize(Policy = Policies.Insight)]
public sealed class ReportPage(ReadOnlyDb reading, ContentLibrary content, TimeProvider clock)
    : InsightPage(reading, content, clock)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(_ => true, cancellation) ? Page() : NotFound();

    /// <summary>The Word file.</summary>
    public async Task<IActionResult> OnGetWordAsync(CancellationToken cancellation) =>
        await LoadAsync(_ => true, cancellation)
            ? File(
                WordFile.Write(BoardReport.Compose(Results, Me.AgencyName, Now)),
                WordFile.MediaType,
                $"survey-report-{UkTime.DateOf(Now):yyyy-MM-dd}.docx"
            )
            : NotFound();
}
