using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Waymark.Content;
using Waymark.Data.Databases;
using Waymark.Features.Accounts;
using Waymark.Features.Insight.Releasing;

namespace Waymark.Features.Insight.Overview;

/// <summary>What there is of one survey's results. Where closing was cut short, they are decided from here, in the same order.</summary>
[Authorize(Policy = Policies.Insight)]
public sealed class InsightOverviewPage(
    ReadOnlyDb reading,
    ContentLibrary content,
    ReleaseAtClosing release,
    TimeProvider clock
) : InsightPage(reading, content, clock)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(cancellation))
        {
            return NotFound();
        }

        await release.ReleaseAsync(EvaluationId, Me.Id, Me.Name, cancellation);
        return Redirect($"/insight/{EvaluationId}");
    }
}
