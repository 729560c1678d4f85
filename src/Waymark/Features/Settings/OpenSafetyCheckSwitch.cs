using Microsoft.EntityFrameworkCore;
using Waymark.Data;

namespace Waymark.Features.Settings;

/// <summary>Whether anyone may use the safety check without an account. On unless an administrator switched it off.</summary>
public sealed class OpenSafetyCheckSwitch(WaymarkDb db)
{
    public const string On = "on";
    public const string Off = "off";

    public async Task<bool> IsOnAsync(CancellationToken cancellation) =>
        await db
            .Settings.AsNoTracking()
            .Where(s => s.Name == SettingNames.OpenSafetyCheck)
            .Select(s => s.Value)
            .SingleOrDefaultAsync(cancellation) != Off;
}
