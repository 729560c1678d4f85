using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Settings;

/// <summary>The administrator's choices for the whole deployment.</summary>
public sealed class SettingsPage(WaymarkDb db, OpenSafetyCheckSwitch openCheck, TimeProvider clock)
    : WaymarkPage(clock)
{
    [BindProperty]
    public string? OpenSafetyCheck { get; set; }

    /// <summary>Whether the last save has just been made.</summary>
    public bool Saved { get; private set; }

    public async Task OnGetAsync(bool saved, CancellationToken cancellation)
    {
        Saved = saved;
        OpenSafetyCheck = await openCheck.IsOnAsync(cancellation)
            ? OpenSafetyCheckSwitch.On
            : OpenSafetyCheckSwitch.Off;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (OpenSafetyCheck is not (OpenSafetyCheckSwitch.On or OpenSafetyCheckSwitch.Off))
        {
            HasErrors(
                new FieldError(
                    nameof(OpenSafetyCheck),
                    "Choose whether the open safety check is on or off",
                    "setting-not-offered"
                )
            );
            return ShowErrors();
        }
        var setting = await db.Settings.SingleOrDefaultAsync(
            s => s.Name == SettingNames.OpenSafetyCheck,
            cancellation
        );
        var before = setting?.Value;
        if (setting is null)
        {
            db.Settings.Add(new() { Name = SettingNames.OpenSafetyCheck, Value = OpenSafetyCheck });
        }
        else
        {
            setting.Value = OpenSafetyCheck;
        }
        if (before != OpenSafetyCheck)
        {
            db.Events.Add(
                Event(
                    EventKinds.SettingChanged,
                    concernId: null,
                    place: SettingNames.OpenSafetyCheck,
                    before: before,
                    after: OpenSafetyCheck
                )
            );
        }
        await db.SaveChangesAsync(cancellation);
        return Redirect("/settings?saved=true");
    }
}
