using System.Collections.Immutable;
using System.Security.Claims;
using OpenIddict.Abstractions;
using OpenIddict.Server;

namespace Waymark.Tests.Features.Accounts.External;

/// <summary>
/// An OpenID Connect provider by OpenIddict on loopback. It knows one client, demands PKCE, and says of everyone who comes what
/// <see cref="Claims"/> holds.
/// </summary>
public sealed class LoopbackProvider : IAsyncDisposable
{
    public const string ClientId = "waymark";
    public const string ClientSecret = "not-a-secret-of-anybody";

    private readonly WebApplication _app;

    private LoopbackProvider()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenIddict().AddServer(Configure);
        // OpenIddict's part of ASP.NET Core is an authentication handler; it finds the protocol's addresses by itself.
        builder.Services.AddAuthentication();
        _app = builder.Build();
        _app.UseAuthentication();
    }

    /// <summary>Starts one on a free port.</summary>
    public static async Task<LoopbackProvider> StartAsync()
    {
        var provider = new LoopbackProvider();
        await provider._app.StartAsync();
        return provider;
    }

    /// <summary>Its address.</summary>
    public string Authority => _app.Urls.Single();

    /// <summary>What it states of the next person: types and values.</summary>
    public IReadOnlyList<(string Type, string Value)> Claims { get; set; } = [];

    /// <summary>Whether the next person says no to being named.</summary>
    public bool IsRefused { get; set; }

    /// <summary>The last request to sign somebody in.</summary>
    public OpenIddictRequest? Asked { get; private set; }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private void Configure(OpenIddictServerBuilder server)
    {
        server
            .EnableDegradedMode()
            .SetAuthorizationEndpointUris("connect/authorize")
            .SetTokenEndpointUris("connect/token")
            .AllowAuthorizationCodeFlow()
            .RequireProofKeyForCodeExchange()
            .RegisterScopes("profile", "email")
            .AddEphemeralEncryptionKey()
            .AddEphemeralSigningKey();
        server.UseAspNetCore().DisableTransportSecurityRequirement();
        server.AddEventHandler<OpenIddictServerEvents.ValidateAuthorizationRequestContext>(on =>
            on.UseInlineHandler(context =>
            {
                if (context.ClientId != ClientId)
                {
                    context.Reject(OpenIddictConstants.Errors.InvalidClient);
                }
                return default;
            })
        );
        server.AddEventHandler<OpenIddictServerEvents.ValidateTokenRequestContext>(on =>
            on.UseInlineHandler(context =>
            {
                if (context is not { ClientId: ClientId, ClientSecret: ClientSecret })
                {
                    context.Reject(OpenIddictConstants.Errors.InvalidClient);
                }
                return default;
            })
        );
        server.AddEventHandler<OpenIddictServerEvents.HandleAuthorizationRequestContext>(on =>
            on.UseInlineHandler(context =>
            {
                Asked = context.Request;
                if (IsRefused)
                {
                    context.Reject(OpenIddictConstants.Errors.AccessDenied, "The person said no.");
                }
                else
                {
                    context.SignIn(Person(context.Request.GetScopes()));
                }
                return default;
            })
        );
    }

    private ClaimsPrincipal Person(ImmutableArray<string> scopes)
    {
        var identity = new ClaimsIdentity("loopback");
        foreach (var named in Claims.GroupBy(c => c.Type, c => c.Value))
        {
            // The protocol's own claim of a checked address is true or false, not a text.
            if (named.Key == OpenIddictConstants.Claims.EmailVerified)
            {
                identity.SetClaim(named.Key, bool.Parse(named.Single()));
            }
            else
            {
                identity.SetClaims(named.Key, [.. named]);
            }
        }
        identity.SetDestinations(_ => [OpenIddictConstants.Destinations.IdentityToken]);
        return new ClaimsPrincipal(identity).SetScopes(scopes);
    }
}
