using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Waymark.Content;
using Waymark.Data.Databases;
using Waymark.Features.Accounts;

namespace Waymark.Features.Insight.Change;

/// <summary>What the same people said before and later, and how many are left at each stage.</summary>
[Authorize(Policy = Policies.Insight)]
public sealed class ChangePage(ReadOnlyDb reading, ContentLibrary content, TimeProvider clock)
    : InsightPage(reading, content, clock)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(results => results.HasChange, cancellation) ? Page() : NotFound();
}
