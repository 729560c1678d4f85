using Microsoft.AspNetCore.Mvc.RazorPages;
using Waymark.Features.Settings;

namespace Waymark.Features.Home;

/// <summary>The public first page: what this is, danger first, the open safety check, sign in.</summary>
public sealed class HomePage(OpenSafetyCheckSwitch openCheck) : PageModel
{
    /// <summary>Whether the administrator leaves the open safety check on.</summary>
    public bool OpenCheckIsOn { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation) =>
        OpenCheckIsOn = await openCheck.IsOnAsync(cancellation);
}
