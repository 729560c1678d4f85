using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Waymark.Content;
using Waymark.Data.Databases;
using Waymark.Features.Accounts;
using Waymark.Features.Insight.Reading;
using Waymark.Features.Insight.Releasing;

namespace Waymark.Features.Insight.Needs;

/// <summary>Where the needs are, by sector, or by role within one sector.</summary>
[Authorize(Policy = Policies.Insight)]
public sealed class NeedsPage(ReadOnlyDb reading, ContentLibrary content, TimeProvider clock)
    : InsightPage(reading, content, clock)
{
    /// <summary>The sector whose roles are asked for, or null for the table of sectors.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Sector { get; set; }

    /// <summary>The table; without figures where there are not enough people.</summary>
    public NeedsTable Table { get; private set; } = null!;

    /// <summary>The sector by its words; null for the table of sectors and where none is told.</summary>
    public string? SectorLabel { get; private set; }

    /// <summary>The table of sectors, for its totals and links.</summary>
    public IReadOnlyList<PeopleGroup> Sectors => Results.Figures.Sectors;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        if (!await LoadAsync(results => results.HasNeeds, cancellation))
        {
            return NotFound();
        }

        if (string.IsNullOrEmpty(Sector))
        {
            Sector = null;
            Table = Results.NeedsBySector;
            return Page();
        }

        // A sector that nobody is in, one too small to be told and one that was never offered are answered alike.
        Table = Results.NeedsByRole(Sector);
        SectorLabel =
            Table.Groups.Count > 0 && Table.HasFigures
                ? Sectors.FirstOrDefault(group => group.Code == Sector)?.Label
                : null;
        return Page();
    }
}
