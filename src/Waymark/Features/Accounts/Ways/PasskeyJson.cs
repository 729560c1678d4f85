using System.Text.Json;
using Microsoft.AspNetCore.Identity;

namespace Waymark.Features.Accounts.Ways;

/// <summary>What browsers send of passkeys. Anything unreadable is a refusal, not a fault.</summary>
public static class PasskeyJson
{
    /// <summary>The name of the field that carries it.</summary>
    public const string Field = "_credential";

    /// <summary>Judges an answer to a request to sign in, or null when it is none or was not asked for.</summary>
    public static Task<PasskeyAssertionResult<Practitioner>?> AssertAsync(
        SignInManager<Practitioner> signIn,
        string? json
    ) => ReadAsync(json, signIn.PerformPasskeyAssertionAsync);

    /// <summary>Judges an answer to a request to make a passkey, or null when it is none or was not asked for.</summary>
    public static Task<PasskeyAttestationResult?> AttestAsync(
        SignInManager<Practitioner> signIn,
        string? json
    ) => ReadAsync(json, signIn.PerformPasskeyAttestationAsync);

    private static async Task<T?> ReadAsync<T>(string? json, Func<string, Task<T>> judge)
        where T : class
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return null;
        }
        try
        {
            return await judge(json);
        }
        catch (Exception unreadable)
            when (unreadable is JsonException or PasskeyException or InvalidOperationException)
        {
            // Identity throws InvalidOperationException where no options were asked for before.
            return null;
        }
    }
}
