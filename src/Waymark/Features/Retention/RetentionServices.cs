namespace Waymark.Features.Retention;

/// <summary>What keeping and erasing records needs.</summary>
public static class RetentionServices
{
    public static IServiceCollection AddRetention(this IServiceCollection services)
    {
        services
            .AddOptions<RetentionOptions>()
            .BindConfiguration(RetentionOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services
            .AddSingleton<RetentionSchedule>()
            .AddScoped<RetentionRegister>()
            .AddScoped<Erasure>();
    }
}
