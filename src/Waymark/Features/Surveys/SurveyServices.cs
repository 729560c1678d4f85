using Waymark.Features.Surveys.Answer;
using Waymark.Features.Surveys.Keys;
using Waymark.Features.Surveys.Waves;

namespace Waymark.Features.Surveys;

/// <summary>What asking surveys needs.</summary>
public static class SurveyServices
{
    /// <summary>Adds the keys, the answers and the rounds.</summary>
    public static IServiceCollection AddSurveys(this IServiceCollection services) =>
        services
            .AddSingleton<SurveyKeys>()
            .AddSingleton<SealedSurvey>()
            .AddSingleton<SurveySubmission>()
            .AddSingleton<WaveDoors>()
            .AddScoped<WaveClosing>()
            .AddScoped<WaveRound>()
            .AddSingleton<WaveRounds>()
            .AddHostedService(provider => provider.GetRequiredService<WaveRounds>());
}
