using Waymark.Features.Accounts.Ways;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>What follows once a person has proved something of who they are.</summary>
public enum NextStep
{
    /// <summary>They are in.</summary>
    Enter,

    /// <summary>They are asked for a code.</summary>
    AskForCode,

    /// <summary>They are in far enough to set up a second way, and no further.</summary>
    SetUpSecondWay,

    /// <summary>Their account is suspended.</summary>
    Suspended,
}

/// <summary>Decides the next step. Pure.</summary>
public static class NextSteps
{
    /// <param name="way">How the person proved who they are.</param>
    /// <param name="ways">The ways they have.</param>
    /// <param name="suspended">Whether the account is suspended.</param>
    /// <param name="demanded">Whether everyone must have a second way.</param>
    public static NextStep After(Way way, WaysOfPerson ways, bool suspended, bool demanded) =>
        (suspended, way) switch
        {
            (true, _) => NextStep.Suspended,
            (false, Way.Password) when ways.CodeAppSince is not null => NextStep.AskForCode,
            // A passkey is the second way, and a password alone must not be enough beside it.
            (false, Way.Password) when ways.Passkeys.Count > 0 && demanded => NextStep.AskForCode,
            (false, Way.Password) when demanded => NextStep.SetUpSecondWay,
            (false, _) => NextStep.Enter,
        };
}
