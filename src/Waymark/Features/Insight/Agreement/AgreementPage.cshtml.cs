using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Waymark.Content;
using Waymark.Data.Databases;
using Waymark.Features.Accounts;

namespace Waymark.Features.Insight.Agreement;

/// <summary>How far agencies, or professions, agree on what must be done in one case.</summary>
[Authorize(Policy = Policies.Insight)]
public sealed class AgreementPage(ReadOnlyDb reading, ContentLibrary content, TimeProvider clock)
    : InsightPage(reading, content, clock)
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(results => results.HasAgreement, cancellation) ? Page() : NotFound();
}
