namespace Waymark.Features.Accounts.Ways;

/// <summary>How a person proved who they are when they signed in.</summary>
public enum Way
{
    /// <summary>E-mail address and password alone.</summary>
    Password,

    /// <summary>Password and a code from the person's code app.</summary>
    PasswordAndCode,

    /// <summary>Password and a recovery code.</summary>
    PasswordAndRecoveryCode,

    /// <summary>A passkey, which the device opens by finger, face or PIN: two ways in one.</summary>
    Passkey,

    /// <summary>The agency's own sign-in, by OpenID Connect.</summary>
    Provider,

    /// <summary>One click, in a demo only.</summary>
    Demo,
}
