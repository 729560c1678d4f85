using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Waymark.Security;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>
/// What a person typed when their sign-in had run out. It is kept in their own page, encrypted, while they sign in again,
/// and is then posted to where it was going: nothing typed is lost and nothing of it is stored before they are known.
/// </summary>
public sealed class HeldPost(IDataProtectionProvider protection, TimeProvider clock)
{
    /// <summary>The name of the hidden field that carries it.</summary>
    public const string Field = "_held";

    /// <summary>The name of the request header that marks a save made by script; it gets 401 and keeps its page.</summary>
    public const string AutosaveHeader = "X-Waymark-Autosave";

    /// <summary>How long a form is held.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private readonly IDataProtector _protector = protection.CreateProtector("waymark.held-post");

    /// <summary>
    /// Sends a person who must sign in to the sign-in page. A form goes with them: a 307 makes the browser post it again.
    /// </summary>
    public static Task ChallengeAsync(RedirectContext<CookieAuthenticationOptions> context)
    {
        var request = context.Request;
        if (request.Headers.ContainsKey(AutosaveHeader))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        // A file is not held: it is chosen again after signing in.
        else if (
            HttpMethods.IsPost(request.Method)
            && request.HasFormContentType
            && !NoUploads.TakesList(request.Method, request.Path, request.ContentType)
        )
        {
            context.Response.StatusCode = StatusCodes.Status307TemporaryRedirect;
            context.Response.Headers.Location =
                "/accounts/hold"
                + QueryString.Create("returnTo", request.Path + request.QueryString);
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }
        return Task.CompletedTask;
    }

    /// <summary>
    /// Whether the form came from one of our own pages. Another site must not be able to put words into a record by having
    /// someone sign in.
    /// </summary>
    public static bool CameFromHere(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0)
        {
            origin = request.Headers.Referer.ToString();
        }
        return Uri.TryCreate(origin, UriKind.Absolute, out var from)
            && string.Equals(
                from.Authority,
                request.Host.Value,
                StringComparison.OrdinalIgnoreCase
            );
    }

    /// <summary>Encrypts a form for the journey through the sign-in page; good for <see cref="Lifetime"/>.</summary>
    public string Hold(string target, IFormCollection form) =>
        _protector.Protect(
            JsonSerializer.Serialize(
                new HeldSince(
                    clock.GetUtcNow(),
                    new(
                        target,
                        [
                            .. form.Where(field => field.Key != "_token")
                                .SelectMany(field =>
                                    field.Value.Select(v => new HeldField(field.Key, v ?? ""))
                                ),
                        ]
                    )
                )
            )
        );

    /// <summary>Reads it back, or null when it is too old or was altered.</summary>
    public HeldForm? Read(string? held)
    {
        if (string.IsNullOrEmpty(held))
        {
            return null;
        }
        try
        {
            var since = JsonSerializer.Deserialize<HeldSince>(_protector.Unprotect(held));
            return since is not null && clock.GetUtcNow() - since.At < Lifetime ? since.Form : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    private sealed record HeldSince(DateTimeOffset At, HeldForm Form);
}

/// <summary>A form on its way: where it was going and its fields in order.</summary>
public sealed record HeldForm(string Target, IReadOnlyList<HeldField> Fields)
{
    /// <summary>Whether another page comes before it is saved: then it is sent there still encrypted.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public bool IsOnItsWay { get; init; }
}

/// <summary>One field of a held form.</summary>
public sealed record HeldField(string Name, string Value);
