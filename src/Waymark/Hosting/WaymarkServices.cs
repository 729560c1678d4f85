using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Backups;
using Waymark.Data;
using Waymark.Data.Chain;
using Waymark.Data.Databases;
using Waymark.Data.Protection;
using Waymark.Data.Sealing;
using Waymark.Features.Accounts;
using Waymark.Features.Insight;
using Waymark.Features.Openings.Refused;
using Waymark.Features.OpenSafetyCheck;
using Waymark.Features.Retention;
using Waymark.Features.Settings;
using Waymark.Features.Shared.Answers;
using Waymark.Features.Surveys;
using Waymark.Features.Surveys.Export;
using Waymark.Hosting.Settings;
using Waymark.Hosting.Telemetry;
using Waymark.Mail;
using Waymark.Security;
using Waymark.Security.Encryption;
using Waymark.Security.Encryption.Tokens;
using Waymark.Security.Logs;

namespace Waymark.Hosting;

/// <summary>Everything the pages need, registered in one place.</summary>
public static class WaymarkServices
{
    public static WebApplicationBuilder AddWaymark(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services
            .AddOptions<WaymarkOptions>()
            .BindConfiguration(WaymarkOptions.Section)
            .Validate<IConfiguration>(
                (_, configuration) =>
                    KnownSettings.Unknown(configuration) is not [var first, ..]
                        ? true
                        : throw new OptionsValidationException(
                            WaymarkOptions.Section,
                            typeof(WaymarkOptions),
                            [first]
                        )
            )
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<WaymarkOptions>, SettingsCheck>();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(provider =>
            DeployedContent.Load(
                provider.GetRequiredService<IOptions<WaymarkOptions>>().Value.ContentPath
            )
        );
        builder.AddLogPrivacy().AddTelemetry();
        AddData(services);
        services.AddAccounts();
        services.AddLimits();
        AddPolicies(services);
        AddPages(services);
        builder.WebHost.ConfigureKestrel(server =>
        {
            server.AddServerHeader = false;
            server.Limits.MaxRequestBodySize = RequestLimits.BodyBytes;
        });
        // The one file that is taken, a list of addresses, never comes to lie on a disk.
        services.Configure<Microsoft.AspNetCore.Http.Features.FormOptions>(form =>
            form.MemoryBufferThreshold = (int)RequestLimits.BodyBytes
        );
        return builder;
    }

    private static void AddData(IServiceCollection services)
    {
        services.AddScoped<AgencyScope>();
        services.AddSingleton<LookLog>();
        services.AddScoped<LogCheckpoints>().AddScoped<LogExport>().AddScoped<KeyRotation>();
        services.AddScoped<ReadOnlyDb>().AddScoped<DatabaseBackup>().AddSingleton<RestoredLogs>();
        services.AddHostedService<CheckpointService>();
        services.AddSingleton<RefusedLooks>();
        services.AddSingleton<RefusedLookRounds>();
        services.AddHostedService(provider => provider.GetRequiredService<RefusedLookRounds>());
        services
            .AddOptions<Pkcs11Options>()
            .BindConfiguration(Pkcs11Options.Section)
            .Validate(
                module => module.Library is null || File.Exists(module.Library),
                $"{Pkcs11Options.Section}:{nameof(Pkcs11Options.Library)}: there is no such file. Give the full path of the maker's library."
            )
            .ValidateOnStart();
        services.AddSingleton(provider => new Pkcs11Token(
            provider.GetRequiredService<IOptions<Pkcs11Options>>().Value
        ));
        services.AddSingleton(provider =>
            KeyFiles.EncryptionKeys(
                Options(provider),
                provider.GetRequiredService<Pkcs11Token>(),
                provider.GetRequiredService<TimeProvider>(),
                Log(provider)
            )
        );
        services.AddSingleton(provider => KeyFiles.LogSigningKey(Options(provider), Log(provider)));
        services.AddSingleton(provider => new AgencyKeyrings(
            new(provider.GetRequiredService<WrappingKeys>),
            agencyId => ReadKeys(provider, agencyId),
            provider.GetRequiredService<TimeProvider>()
        ));
        // The options are the same for every request, so they are made once.
        services.AddDbContext<SqliteWaymarkDb>(
            (provider, options) =>
                options
                    .UseSqlite($"Data Source={Options(provider).DatabaseFile}")
                    .AddInterceptors(FieldOpening.Instance),
            optionsLifetime: ServiceLifetime.Singleton
        );
        services.AddDbContext<PostgresWaymarkDb>(
            (provider, options) =>
                options
                    .UseNpgsql(PostgresConnection.Of(Options(provider).Postgres))
                    .AddInterceptors(FieldOpening.Instance, AgencyOfConnection.Instance),
            optionsLifetime: ServiceLifetime.Singleton
        );
        services.AddScoped<WaymarkDb>(provider =>
            string.IsNullOrWhiteSpace(Options(provider).Postgres)
                ? provider.GetRequiredService<SqliteWaymarkDb>()
                : provider.GetRequiredService<PostgresWaymarkDb>()
        );
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: ["ready"]);
    }

    private static WaymarkOptions Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<WaymarkOptions>>().Value;

    private static ILogger Log(IServiceProvider provider) =>
        provider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(KeyFiles));

    private static IReadOnlyList<AgencyKey> ReadKeys(IServiceProvider provider, Guid agencyId)
    {
        using var scope = provider.CreateScope();
        var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        return [.. db.AgencyKeys.AsNoTracking().Where(k => k.AgencyId == agencyId)];
    }

    private static void AddPolicies(IServiceCollection services)
    {
        services
            .AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(
                Policies.ChildRecords,
                policy => policy.RequireRole(Roles.Practitioner, Roles.Supervisor)
            )
            .AddPolicy(Policies.Supervision, policy => policy.RequireRole(Roles.Supervisor))
            .AddPolicy(
                Policies.Retention,
                policy => policy.RequireRole(Roles.Supervisor, Roles.Administrator)
            )
            .AddPolicy(Policies.Surveys, policy => policy.RequireRole(Roles.TrainingLead))
            .AddPolicy(
                Policies.Insight,
                policy => policy.RequireRole(Roles.TrainingLead, Roles.Researcher)
            )
            .AddPolicy(Policies.Settings, policy => policy.RequireRole(Roles.Administrator));
    }

    private static void AddPages(IServiceCollection services)
    {
        services.AddSingleton<ProtectionKeyStore>();
        services.AddDataProtection().SetApplicationName("waymark");
        services
            .AddOptions<KeyManagementOptions>()
            .Configure<ProtectionKeyStore>(
                (keys, store) =>
                {
                    keys.XmlRepository = store;
                    // The store encrypts each key as a whole.
                    keys.XmlEncryptor = new NullXmlEncryptor();
                }
            );
        services.AddScoped<OpenSafetyCheckSwitch>();
        services.AddScoped<AnswerSave>();
        services.AddMail();
        services.AddSurveys().AddSurveyExports();
        services.AddInsight();
        services.AddRetention();
        services.AddSingleton<SealedAnswers>();
        services.AddAntiforgery(options => options.FormFieldName = "_token");
        services
            .AddOptions<Microsoft.AspNetCore.Antiforgery.AntiforgeryOptions>()
            .Configure<IOptions<WaymarkOptions>>(
                (options, waymark) => PublicScheme.Guard(options.Cookie, "waymark-form", waymark)
            );
        services.Configure<Microsoft.AspNetCore.Mvc.MvcOptions>(options =>
        {
            options.Filters.Add<FreeTextGuardFilter>();
            options.Filters.Add<KnownHandlers>();
            // No form of ours has names in brackets, and it fails on a broken one.
            options
                .ValueProviderFactories.OfType<JQueryFormValueProviderFactory>()
                .ToList()
                .ForEach(jquery => options.ValueProviderFactories.Remove(jquery));
        });
        services.AddRazorPages(options =>
        {
            options.RootDirectory = "/Features";
            options.Conventions.AuthorizeFolder("/Concerns", Policies.ChildRecords);
            options.Conventions.AuthorizeFolder("/Assessments", Policies.ChildRecords);
            options.Conventions.AuthorizeFolder("/History", Policies.ChildRecords);
            options.Conventions.AuthorizeFolder("/Children", Policies.ChildRecords);
            options.Conventions.AuthorizeFolder("/Openings", Policies.Supervision);
            options.Conventions.AuthorizeFolder("/AccessCopies", Policies.Supervision);
            options.Conventions.AuthorizeFolder("/Insight", Policies.Insight);
            options.Conventions.AuthorizeFolder("/Retention", Policies.Retention);
            options.Conventions.AuthorizeFolder("/Teams", Policies.Settings);
            options.Conventions.AuthorizeFolder("/Settings", Policies.Settings);
            options.Conventions.AuthorizeFolder("/Accounts/People", Policies.Settings);
            options.Conventions.AllowAnonymousToFolder("/Accounts/SignIn");
            options.Conventions.AllowAnonymousToFolder("/Accounts/Join");
            options.Conventions.AllowAnonymousToFolder("/Accounts/Forgotten");
            options.Conventions.AllowAnonymousToPage("/Accounts/SignOutPage");
            options.Conventions.AllowAnonymousToPage("/Accounts/External/ExternalPage");
            options.Conventions.AllowAnonymousToPage("/Accounts/External/BackPage");
            options.Conventions.AllowAnonymousToFolder("/Home");
            options.Conventions.AllowAnonymousToFolder("/Problems");
            options.Conventions.AllowAnonymousToFolder("/OpenSafetyCheck");
            options.Conventions.AllowAnonymousToFolder("/Guidance");
            options.Conventions.AllowAnonymousToFolder("/Surveys/Answer");
        });
    }
}
