using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Waymark.Hosting;

namespace Waymark.Features.Accounts.External;

/// <summary>One authentication scheme for each provider of the configuration.</summary>
internal static class ProviderSchemes
{
    public static IServiceCollection AddProviders(this IServiceCollection services)
    {
        services.AddTransient<OpenIdConnectHandler>();
        services.TryAddEnumerable(
            ServiceDescriptor.Singleton<
                IPostConfigureOptions<OpenIdConnectOptions>,
                OpenIdConnectPostConfigureOptions
            >()
        );
        services.AddSingleton<IConfigureOptions<OpenIdConnectOptions>, Settings>();
        services
            .AddOptions<AuthenticationOptions>()
            .Configure<IOptions<WaymarkOptions>>(
                (schemes, waymark) =>
                {
                    foreach (var (name, provider) in waymark.Value.SignIn.OpenIdConnect)
                    {
                        schemes.AddScheme<OpenIdConnectHandler>(name, provider.DisplayName);
                    }
                }
            );
        return services;
    }

    /// <summary>The address at which a provider sends people back. Its administrator must know it.</summary>
    public static string CallbackPath(string name) => $"/accounts/external/callback/{name}";

    private sealed class Settings(IOptions<WaymarkOptions> waymark)
        : IConfigureNamedOptions<OpenIdConnectOptions>
    {
        public void Configure(OpenIdConnectOptions options) { }

        public void Configure(string? name, OpenIdConnectOptions options)
        {
            if (
                name is null
                || !waymark.Value.SignIn.OpenIdConnect.TryGetValue(name, out var provider)
            )
            {
                return;
            }
            var authority = new Uri(provider.Authority);
            options.SignInScheme = IdentityConstants.ExternalScheme;
            options.Authority = provider.Authority;
            options.ClientId = provider.ClientId;
            options.ClientSecret = provider.ClientSecret;
            options.CallbackPath = CallbackPath(name);
            options.RequireHttpsMetadata = !authority.IsLoopback;
            options.ResponseType = OpenIdConnectResponseType.Code;
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.MapInboundClaims = false;
            options.SaveTokens = false;
            options.GetClaimsFromUserInfoEndpoint = false;
            options.DisableTelemetry = true;
            options.Scope.Clear();
            foreach (var scope in provider.Scopes.Split(' ').Prepend("openid").Distinct())
            {
                options.Scope.Add(scope);
            }
            // The answer is a plain GET to our own address, so these need not cross sites.
            options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.NonceCookie.SameSite = SameSiteMode.Lax;
            options.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            // They belong to the path of the answer, so that they cannot have the stricter prefix.
            var prefix = PublicScheme.IsHttps(waymark.Value) ? "__Secure-" : "";
            options.CorrelationCookie.Name = prefix + "waymark-journey.";
            options.NonceCookie.Name = prefix + "waymark-nonce.";
            options.Events.OnRedirectToIdentityProvider = context =>
            {
                if (ExternalJourney.AsksAgain(context.Properties))
                {
                    context.ProtocolMessage.Prompt = OpenIdConnectPrompt.Login;
                }
                if (waymark.Value.PublicAddress is { } address)
                {
                    context.ProtocolMessage.RedirectUri = address.TrimEnd('/') + CallbackPath(name);
                }
                return Task.CompletedTask;
            };
            options.Events.OnRemoteFailure = context =>
            {
                context.Response.Redirect("/accounts/external/back");
                context.HandleResponse();
                return Task.CompletedTask;
            };
        }
    }
}
