using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Settings;

namespace Waymark.Features.Home;

/// <summary>The public first page: what this is, danger first, the open safety check, sign in.</summary>
public sealed class HomePage(OpenSafetyCheckSwitch openCheck) : PageModel
{
    /// <summary>Whether the administrator leaves the open safety check on.</summary>
    public bool OpenCheckIsOn { get; private set; }

    /// <summary>The first page of the visitor's own work; the address of this page where they have none, or are nobody.</summary>
    public string Work => Landing.Home(User.FindAll(ClaimTypes.Role).Select(claim => claim.Value));

    public async Task OnGetAsync(CancellationToken cancellation) =>
        OpenCheckIsOn = await openCheck.IsOnAsync(cancellation);
}
