using Microsoft.AspNetCore.Identity;

namespace Waymark.Features.Accounts.Ways;

/// <summary>The ways in which one person can sign in.</summary>
/// <param name="HasPassword">Whether they have a password.</param>
/// <param name="CodeAppSince">When their code app was set up, or null without one.</param>
/// <param name="RecoveryCodesLeft">How many recovery codes can still be used.</param>
/// <param name="Passkeys">Their passkeys, the oldest first.</param>
/// <param name="Providers">The agency's own sign-ins that are linked.</param>
public sealed record WaysOfPerson(
    bool HasPassword,
    DateTimeOffset? CodeAppSince,
    int RecoveryCodesLeft,
    IReadOnlyList<UserPasskeyInfo> Passkeys,
    IReadOnlyList<UserLoginInfo> Providers
)
{
    /// <summary>Whether a stolen password alone lets nobody in.</summary>
    public bool HasSecondWay => CodeAppSince is not null || Passkeys.Count > 0;

    /// <summary>Whether a person could still sign in, and as safely as is demanded, without their code app.</summary>
    public bool CanDoWithoutCodeApp(bool demanded) => !demanded || Passkeys.Count > 0;

    /// <summary>The same without one of their passkeys.</summary>
    public bool CanDoWithoutAPasskey(bool demanded) =>
        (HasPassword || Providers.Count > 0 || Passkeys.Count > 1)
        && (!demanded || CodeAppSince is not null || Passkeys.Count > 1 || !HasPassword);

    /// <summary>The same without one of the linked sign-ins.</summary>
    public bool CanDoWithoutAProvider() => HasPassword || Passkeys.Count > 0 || Providers.Count > 1;
}
