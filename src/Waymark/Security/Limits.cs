using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Waymark.Hosting;

namespace Waymark.Security;

/// <summary>
/// How much may be asked for from one network address in a minute, under <c>Waymark:Limits:</c>. A whole agency can sit behind one address:
/// the numbers leave room for its morning. A single account has a bound of its own.
/// </summary>
public sealed class LimitOptions
{
    /// <summary>Tries to sign in, to enter a code or to confirm.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerMinute { get; set; } = 60;

    /// <summary>
    /// Opened or sent pages of links that were handed out: invitations, surveys. A training room answers together, one question a page.
    /// </summary>
    [Range(1, 1_000_000)]
    public int LinksPerMinute { get; set; } = 600;

    /// <summary>Sent pages of the open safety check.</summary>
    [Range(1, 1_000_000)]
    public int OpenChecksPerMinute { get; set; } = 120;
}

/// <summary>What a limit counts together.</summary>
public enum LimitKind
{
    /// <summary>Nothing is counted.</summary>
    None,

    SignIns,
    Links,
    OpenChecks,
}

/// <summary>Counts what comes from one network address, in memory and for a minute only, and answers 429 beyond the bound.</summary>
public static class Limits
{
    private static readonly PathString[] s_signIns =
    [
        "/accounts/sign-in",
        "/accounts/confirm",
        "/accounts/external",
        "/accounts/ways",
        "/accounts/forgotten",
        "/accounts/new-password",
    ];

    private static readonly PathString[] s_links =
    [
        "/accounts/join",
        "/people/invite",
        "/surveys/answer",
    ];

    public static IServiceCollection AddLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = (context, _) =>
            {
                if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                {
                    context.HttpContext.Response.Headers.RetryAfter = (
                        (int)Math.Ceiling(wait.TotalSeconds)
                    ).ToString(CultureInfo.InvariantCulture);
                }
                return ValueTask.CompletedTask;
            };
        });
        services
            .AddOptions<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>()
            .Configure<IOptions<WaymarkOptions>>(
                (limiter, waymark) =>
                    limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(
                        context => Partition(context, waymark.Value.Limits)
                    )
            );
        return services;
    }

    /// <summary>What a request counts as. Pure.</summary>
    public static LimitKind KindOf(string method, PathString path)
    {
        var sends = HttpMethods.IsPost(method);
        return sends && s_signIns.Any(p => path.StartsWithSegments(p)) ? LimitKind.SignIns
            : s_links.Any(p => path.StartsWithSegments(p)) ? LimitKind.Links
            : sends && path.StartsWithSegments("/safety-check") ? LimitKind.OpenChecks
            : LimitKind.None;
    }

    /// <summary>Whose requests are counted together: one IPv4 address, or one IPv6 network of 64 bits, which one household has. Pure.</summary>
    public static string Counted(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }

    private static RateLimitPartition<string> Partition(HttpContext context, LimitOptions limits)
    {
        var kind = KindOf(context.Request.Method, context.Request.Path);
        if (kind == LimitKind.None)
        {
            return RateLimitPartition.GetNoLimiter("");
        }
        var permits = kind switch
        {
            LimitKind.SignIns => limits.SignInsPerMinute,
            LimitKind.Links => limits.LinksPerMinute,
            LimitKind.OpenChecks => limits.OpenChecksPerMinute,
            _ => throw new InvalidOperationException($"{kind} has no limit."),
        };
        return RateLimitPartition.GetFixedWindowLimiter(
            $"{kind}:{Counted(context.Connection.RemoteIpAddress)}",
            _ => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) }
        );
    }
}
