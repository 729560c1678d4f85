using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;

namespace Waymark.Load.Features.Bare;

/// <summary>The yardstick: a Razor page with one query and one insert. It exists only here.</summary>
public sealed class BarePage(WaymarkDb db) : PageModel
{
    /// <summary>What the one query gave.</summary>
    public int Rows { get; private set; }

    [BindProperty]
    public string? Words { get; set; }

    public Task OnGetAsync() => QueryAndInsertAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await QueryAndInsertAsync();
        return Redirect("/bare");
    }

    private async Task QueryAndInsertAsync()
    {
        Rows = await db.Agencies.AsNoTracking().CountAsync();
        await db.Database.ExecuteSqlAsync($"INSERT INTO bare (words) VALUES ({Words ?? ""})");
    }
}
