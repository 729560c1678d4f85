using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Features.Accounts.External;
using Waymark.Features.Accounts.Forgotten;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Accounts.Ways;
using Waymark.Hosting;

namespace Waymark.Features.Accounts;

/// <summary>What signing in needs.</summary>
public static class AccountsServices
{
    /// <summary>How soon a changed account shows in sessions that are open: a suspension ends them.</summary>
    public static readonly TimeSpan SessionLook = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Rounds of PBKDF2 with SHA-512 over a password: what OWASP's Password Storage Cheat Sheet asks for. Identity hashes an older one
    /// anew when its person signs in.
    /// </summary>
    public const int HashRounds = 210_000;

    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services
            .AddIdentity<Practitioner, IdentityRole<Guid>>(options =>
            {
                options.Stores.SchemaVersion = WaymarkDb.IdentityTables;
                options.Password.RequiredLength = PasswordRules.Least;
                options.Password.RequireDigit = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
                options.User.RequireUniqueEmail = true;
            })
            .AddEntityFrameworkStores<WaymarkDb>()
            .AddClaimsPrincipalFactory<PractitionerClaims>()
            .AddDefaultTokenProviders();
        services
            .AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<WaymarkOptions>, TimeProvider, ILogger<RefusedPage>>(
                ConfigureCookie
            );
        services
            .AddOptions<CookieAuthenticationOptions>(IdentityConstants.ExternalScheme)
            .Configure<IOptions<WaymarkOptions>>(
                (cookie, waymark) => PublicScheme.Guard(cookie.Cookie, "waymark-external", waymark)
            );
        services
            .AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme)
            .Configure<IOptions<WaymarkOptions>>(
                (cookie, waymark) => PublicScheme.Guard(cookie.Cookie, "waymark-passkey", waymark)
            );
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = HashRounds);
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = SessionLook;
            options.OnRefreshingPrincipal = KeepClaimsOfTheSignIn;
        });
        services
            .AddOptions<IdentityPasskeyOptions>()
            .Configure<IOptions<WaymarkOptions>>(ConfigurePasskeys);
        services
            .AddSingleton<HeldPost>()
            .AddSingleton<PendingSignIn>()
            .AddSingleton<PasswordLink>()
            .AddSingleton<PasswordLetters>()
            .AddSingleton<SignInLog>()
            .AddSingleton<Sessions>()
            .AddSingleton<AccountDesk>()
            .AddSingleton<SecondWayDemand>()
            .AddSingleton<CodeCheck>()
            .AddScoped<Attempts>()
            .AddScoped<NewAgency>()
            .AddScoped<Entrance>();
        return services.AddProviders();
    }

    private static void ConfigureCookie(
        CookieAuthenticationOptions cookie,
        IOptions<WaymarkOptions> waymark,
        TimeProvider clock,
        ILogger<RefusedPage> log
    )
    {
        PublicScheme.Guard(cookie.Cookie, "waymark", waymark);
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.TimeProvider = clock;
        cookie.LoginPath = "/accounts/sign-in";
        cookie.AccessDeniedPath = "/accounts/not-allowed";
        cookie.ReturnUrlParameter = "returnTo";
        cookie.ExpireTimeSpan = TimeSpan.FromMinutes(waymark.Value.SignInMinutes);
        cookie.SlidingExpiration = true;
        cookie.Events.OnValidatePrincipal = SessionAge.ValidateAsync;
        cookie.Events.OnRedirectToLogin = HeldPost.ChallengeAsync;
        cookie.Events.OnRedirectToAccessDenied = context =>
        {
            log.Refused(context.HttpContext);
            // A page that exists for others answers as one that does not exist.
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        };
    }

    private static Task KeepClaimsOfTheSignIn(SecurityStampRefreshingPrincipalContext context)
    {
        var fresh = (System.Security.Claims.ClaimsIdentity)context.NewPrincipal!.Identity!;
        fresh.AddClaims(
            context.CurrentPrincipal!.Claims.Where(c =>
                PractitionerClaims.OfTheSignIn.Contains(c.Type)
            )
        );
        return Task.CompletedTask;
    }

    private static void ConfigurePasskeys(
        IdentityPasskeyOptions passkeys,
        IOptions<WaymarkOptions> waymark
    )
    {
        // A passkey counts as two ways only where the device asks for finger, face or PIN.
        passkeys.UserVerificationRequirement = "required";
        passkeys.ResidentKeyRequirement = "required";
        passkeys.AttestationConveyancePreference = "none";
        if (waymark.Value.PublicAddress is { } address)
        {
            var origin = new Uri(address).GetLeftPart(UriPartial.Authority);
            passkeys.ServerDomain = new Uri(address).Host;
            passkeys.ValidateOrigin = context =>
                ValueTask.FromResult(
                    !context.CrossOrigin
                        && string.Equals(context.Origin, origin, StringComparison.OrdinalIgnoreCase)
                );
        }
    }
}
