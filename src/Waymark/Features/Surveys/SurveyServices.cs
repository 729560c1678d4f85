using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Waymark.Features.Surveys.Answer;
using Waymark.Features.Surveys.Keys;
using Waymark.Features.Surveys.Waves;
using Waymark.Hosting;

namespace Waymark.Features.Surveys;

/// <summary>What asking surveys needs.</summary>
public static class SurveyServices
{
    /// <summary>The limit on how often links are opened from one place.</summary>
    public const string LinkRate = "survey-links";

    /// <summary>Adds the keys, the answers and the rounds.</summary>
    public static IServiceCollection AddSurveys(this IServiceCollection services)
    {
        services.AddRateLimiter(limits =>
        {
            limits.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limits.AddPolicy(LinkRate, PlaceOf);
        });
        return services
            .AddSingleton<SurveyKeys>()
            .AddSingleton<SealedSurvey>()
            .AddSingleton<SurveySubmission>()
            .AddScoped<WaveClosing>()
            .AddScoped<WaveRound>()
            .AddSingleton<WaveRounds>()
            .AddHostedService(provider => provider.GetRequiredService<WaveRounds>());
    }

    /// <summary>
    /// The place a request comes from is kept in memory for a minute, as a counter, and nowhere else. A whole office can share one, so the limit is
    /// generous: it keeps a machine from trying links, which cannot be guessed anyway.
    /// </summary>
    private static RateLimitPartition<string> PlaceOf(HttpContext context) =>
        RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ =>
                new()
                {
                    PermitLimit = context
                        .RequestServices.GetRequiredService<IOptions<WaymarkOptions>>()
                        .Value.SurveyLinksPerMinute,
                    Window = TimeSpan.FromMinutes(1),
                }
        );
}
