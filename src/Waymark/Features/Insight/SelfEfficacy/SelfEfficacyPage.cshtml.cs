using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Waymark.Content;
using Waymark.Data.Databases;
using Waymark.Features.Accounts;

namespace Waymark.Features.Insight.SelfEfficacy;

/// <summary>What people say they can do, by domain from 0 to 100, before and later.</summary>
[Authorize(Policy = Policies.Insight)]
public sealed class SelfEfficacyPage(ReadOnlyDb reading, ContentLibrary content, TimeProvider clock)
    : InsightPage(reading, content, clock)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(results => results.HasSelfEfficacy, cancellation) ? Page() : NotFound();
}
