namespace Waymark.Mail;

/// <summary>What sending letters needs.</summary>
public static class MailServices
{
    /// <summary>Adds <see cref="Post"/> and its settings; a wrong setting names itself and stops the start.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services
            .AddOptions<MailOptions>()
            .BindConfiguration(MailOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        return services.AddSingleton<Post>();
    }
}
