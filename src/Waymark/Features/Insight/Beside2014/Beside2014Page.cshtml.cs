using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Waymark.Content;
using Waymark.Content.Reference;
using Waymark.Data.Databases;
using Waymark.Features.Accounts;
using Waymark.Features.Insight.Reading;
using Waymark.Features.Insight.Releasing;

namespace Waymark.Features.Insight.Beside2014;

/// <summary>A survey of today beside the figures of the study of 2014, with all that stands against comparing them.</summary>
[Authorize(Policy = Policies.Insight)]
public sealed class Beside2014Page(ReadOnlyDb reading, ContentLibrary content, TimeProvider clock)
    : InsightPage(reading, content, clock)
{
    /// <summary>Each published figure with ours, or null where there are too few to say.</summary>
    public IReadOnlyList<(StudyFigure Published, Figure? Ours)> Pairs => Beside.Of(Results);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(results => results.HasBridge, cancellation) ? Page() : NotFound();
}
