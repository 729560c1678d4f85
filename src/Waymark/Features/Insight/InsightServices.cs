using Waymark.Features.Insight.Columns;
using Waymark.Features.Insight.Releasing;

namespace Waymark.Features.Insight;

/// <summary>What results of surveys need.</summary>
public static class InsightServices
{
    public static IServiceCollection AddInsight(this IServiceCollection services)
    {
        services
            .AddOptions<InsightOptions>()
            .BindConfiguration(InsightOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services.AddSingleton<AnswerColumns>().AddScoped<ReleaseAtClosing>();
    }
}
