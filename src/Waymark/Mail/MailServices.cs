using Microsoft.Extensions.Options;
using Waymark.Hosting;

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
            .Validate<IOptions<WaymarkOptions>>(
                (mail, waymark) => !mail.IsOn || waymark.Value.PublicAddress is not null,
                $"{MailOptions.Section}: letters need {WaymarkOptions.Section}:{nameof(WaymarkOptions.PublicAddress)} (what their links begin with)."
            )
            .ValidateOnStart();
        return services.AddSingleton<Post>();
    }
}
