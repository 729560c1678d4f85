namespace Waymark.Features.Surveys.Export;

/// <summary>What exports of surveys need.</summary>
public static class SurveyExportServices
{
    /// <summary>Adds the one service that makes exports, running while the application runs.</summary>
    public static IServiceCollection AddSurveyExports(this IServiceCollection services) =>
        services
            .AddSingleton<SurveyExports>()
            .AddHostedService(provider => provider.GetRequiredService<SurveyExports>());
}
