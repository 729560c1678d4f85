using Microsoft.Extensions.Compliance.Redaction;

namespace Waymark.Security.Logs;

/// <summary>Keeps people out of the logs.</summary>
internal static class LogPrivacy
{
    /// <summary>
    /// The parts of ASP.NET Core that write the address of a request, which can carry the token of a survey or a sign-in link. No setting of a
    /// deployment makes them talk.
    /// </summary>
    private static readonly string[] s_writeAddresses =
    [
        "Microsoft.AspNetCore.Hosting.Diagnostics",
        "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.StaticFiles",
        "Microsoft.AspNetCore.StaticAssets",
        "Microsoft.AspNetCore.Mvc.Infrastructure",
        "Microsoft.AspNetCore.Mvc.RazorPages",
        "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.HostFiltering",
        "Microsoft.AspNetCore.HttpLogging",
        "Microsoft.AspNetCore.HttpOverrides",
        "Microsoft.AspNetCore.HttpsPolicy",
        "Microsoft.AspNetCore.RateLimiting",
    ];

    /// <summary>Leaves out of every log line what is marked <see cref="PrivateAttribute"/>, and addresses.</summary>
    public static WebApplicationBuilder AddLogPrivacy(this WebApplicationBuilder builder)
    {
        builder.Logging.EnableRedaction();
        builder.Services.AddRedaction(redaction =>
            redaction.SetFallbackRedactor<ErasingRedactor>()
        );
        // The text of each query is for whoever looks for it, not for every log.
        builder.Logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Services.PostConfigure<LoggerFilterOptions>(HoldAddressesBack);
        return builder;
    }

    /// <summary>A rule for one kind of log goes before a rule for a category, so that each kind gets the rule again.</summary>
    private static void HoldAddressesBack(LoggerFilterOptions options)
    {
        var rules = options.Rules.Where(r => !s_writeAddresses.Any(c => Concerns(r, c))).ToList();
        options.Rules.Clear();
        rules.ForEach(options.Rules.Add);
        foreach (var provider in rules.Select(r => r.ProviderName).Append(null).Distinct())
        {
            foreach (var category in s_writeAddresses)
            {
                options.Rules.Add(new(provider, category, LogLevel.Warning, filter: null));
            }
        }
    }

    private static bool Concerns(LoggerFilterRule rule, string category) =>
        rule.CategoryName?.StartsWith(category, StringComparison.OrdinalIgnoreCase) == true;
}
