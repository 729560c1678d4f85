using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Options;
using Waymark.Hosting;
using Waymark.Hosting.Settings;
using Xunit;

namespace Waymark.Tests.Hosting.Settings;

public sealed class SettingsTests
{
    private static readonly string s_example = Path.Combine(
        Repository.Root,
        "deploy/waymark.example.json"
    );

    [Fact]
    public void Example_HasALineForEverySettingAndNoOther()
    {
        Assert.Contains("Waymark:DatabaseFile", KnownSettings.Names.Keys);
        Assert.Contains("Waymark:Retention:ReviewEveryYears", KnownSettings.Names.Keys);
        using var json = JsonDocument.Parse(
            File.ReadAllText(s_example),
            new() { CommentHandling = JsonCommentHandling.Skip }
        );

        var shown = Leaves("", json.RootElement).Order(StringComparer.Ordinal);

        Assert.Equal(KnownSettings.Names.Keys.Order(StringComparer.Ordinal), shown);
    }

    [Fact]
    public void Example_AsItStands_IsTheDefaults()
    {
        var example = new ConfigurationBuilder().AddJsonFile(s_example).Build();
        Assert.Empty(KnownSettings.Unknown(example));
        var bound = example.GetSection(WaymarkOptions.Section).Get<WaymarkOptions>()!;
        var defaults = new WaymarkOptions();
        Assert.All(
            typeof(WaymarkOptions)
                .GetProperties()
                .Where(p =>
                    p.CanWrite && (p.PropertyType.IsValueType || p.PropertyType == typeof(string))
                ),
            p => Assert.Equal(p.GetValue(defaults), p.GetValue(bound))
        );
    }

    [Theory]
    [InlineData("Waymark:SignInMinute", "30", "Waymark:SignInMinutes")]
    [InlineData("Waymark:Postgress", "Host=x", "Waymark:Postgres")]
    [InlineData("Waymark:Retention:ReviewEveryYear", "3", "Waymark:Retention:ReviewEveryYears")]
    public async Task Start_SettingThatIsNone_NamesItAndTheNearest(
        string name,
        string value,
        string nearest
    )
    {
        var stopped = await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(name, value));
        Assert.Contains($"'{name}'", stopped.ToString(), StringComparison.Ordinal);
        Assert.Contains($"'{nearest}'", stopped.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Waymark:SignInMinutes", "0", "SignInMinutes")]
    [InlineData("Waymark:CheckpointMinutes", "often", "CheckpointMinutes")]
    [InlineData("Waymark:Retention:ReviewEveryYears", "400", "ReviewEveryYears")]
    [InlineData("Waymark:EncryptionKeys", "no key", "EncryptionKeys")]
    [InlineData("Waymark:PublicAddress", "ftp://waymark.example", "Waymark:PublicAddress")]
    [InlineData("Waymark:LongestSignInHours", "0", "LongestSignInHours")]
    [InlineData("Waymark:Postgres", "Host=db.example;Database=w", "Waymark:Postgres")]
    [InlineData("Waymark:Postgres", "Host=/run,db.example", "SSL Mode=VerifyFull")]
    [InlineData("Waymark:Postgres", "Host=db.example;SSL Mode=Require", "SSL Mode=VerifyFull")]
    [InlineData("Waymark:Postgres", "no connection string", "Waymark:Postgres")]
    [InlineData("Waymark:ReadDatabase", "Host=10.0.0.9", "Waymark:ReadDatabase")]
    [InlineData("Waymark:Proxies:0", "the gateway", "Waymark:Proxies")]
    [InlineData("Waymark:Limits:LinksPerMinute", "0", "Waymark:Limits:LinksPerMinute")]
    [InlineData("Waymark:SignIn:OpenIdConnect:council:Agency", "A", "council:DisplayName")]
    [InlineData("Waymark:TelemetryEndpoint", "collector", "TelemetryEndpoint")]
    public async Task Start_SettingOutOfItsRange_NamesIt(string name, string value, string named)
    {
        var stopped = await Assert.ThrowsAnyAsync<Exception>(() => StartAsync(name, value));
        Assert.Contains(named, stopped.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://provider.example", "Agency", "A council", "council:Authority")]
    [InlineData("https://provider.example", "Scopes", "email", "either Agency or AgencyClaim")]
    [InlineData("https://provider.example", "Roles:group", "Boss", "'Boss' is no role")]
    [InlineData("https://provider.example", "CreatesAccounts", "true", "needs RoleClaim")]
    public async Task Start_ProviderWithoutWhatItNeeds_NamesIt(
        string authority,
        string name,
        string value,
        string named
    )
    {
        const string Section = "Waymark:SignIn:OpenIdConnect:council:";
        var stopped = await Assert.ThrowsAnyAsync<Exception>(() =>
            StartAsync([
                new(Section + "DisplayName", "The council"),
                new(Section + "ClientId", "waymark"),
                new(Section + "Authority", authority),
                new(Section + name, value),
            ])
        );
        Assert.Contains(named, stopped.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Database=w")]
    [InlineData("Host=localhost:5433")]
    [InlineData("Host=/run/postgresql,::1")]
    [InlineData("Host=db.example,db2.example;SSL Mode=VerifyFull")]
    public void Wrong_DatabaseOnThisMachineOrOverProvenTls_IsNot(string connection) =>
        Assert.Empty(SettingsCheck.Wrong(new WaymarkOptions { Postgres = connection }));

    [Fact]
    public async Task Start_LettersWithoutAPublicAddress_NameIt()
    {
        var stopped = await Assert.ThrowsAnyAsync<Exception>(() =>
            StartAsync([
                new("Waymark:Mail:Host", "mail.example"),
                new("Waymark:Mail:From", "waymark@agency.example"),
            ])
        );
        Assert.Contains("Waymark:PublicAddress", stopped.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void EveryNumber_HasARange() =>
        Assert.All(
            KnownSettings
                .Classes.Where(c => !typeof(IValidatableObject).IsAssignableFrom(c.Type))
                .SelectMany(c => c.Type.GetProperties())
                .Where(p => p.CanWrite),
            property =>
                Assert.True(
                    (Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
                        != typeof(int)
                        || property.IsDefined(typeof(RangeAttribute), inherit: false),
                    $"{property.DeclaringType!.Name}.{property.Name} takes any number"
                )
        );

    /// <summary>Whatever is set is known, or is named.</summary>
    [Property(MaxTest = 200)]
    public Property Unknown_AnyName_IsAnswered() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(),
            name =>
            {
                var key = "Waymark:x" + name.Get;
                var configuration = new ConfigurationBuilder()
                    .AddInMemoryCollection([new(key, "1")])
                    .Build();
                return KnownSettings.Unknown(configuration).Count == 1;
            }
        );

    [Fact]
    public void File_IsBelowVariablesAndArguments()
    {
        var builder = new ConfigurationBuilder()
            .AddInMemoryCollection([new("first", "1")])
            .AddEnvironmentVariables()
            .AddCommandLine([]);
        builder.AddSettingsFile();
        Assert.Equal(
            ["Memory", "Json", "EnvironmentVariables", "CommandLine"],
            builder.Sources.Select(s =>
                s.GetType().Name.Replace("ConfigurationSource", "", StringComparison.Ordinal)
            )
        );
    }

    private static IEnumerable<string> Leaves(string path, JsonElement element) =>
        element.ValueKind == JsonValueKind.Object && !KnownSettings.Names.ContainsKey(path)
            ? element
                .EnumerateObject()
                .SelectMany(p => Leaves(path.Length == 0 ? p.Name : $"{path}:{p.Name}", p.Value))
            : [path];

    private static Task StartAsync(string name, string value) => StartAsync([new(name, value)]);

    private static async Task StartAsync(IReadOnlyList<KeyValuePair<string, string?>> settings)
    {
        var folder = Directory.CreateTempSubdirectory("waymark-settings-");
        try
        {
            var builder = WebApplication.CreateBuilder();
            builder.Configuration.AddInMemoryCollection([
                new("Waymark:DatabaseFile", Path.Combine(folder.FullName, "waymark.db")),
                .. settings,
            ]);
            builder.AddWaymark();
            await using var app = builder.Build();
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            await app.PrepareDatabaseAsync(TestContext.Current.CancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Command_WithASettingThatIsWrong_NamesItAndDoesNothing()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        var code = await Waymark
            .Commands.WaymarkCommand.Create()
            .Parse([
                "log",
                "export",
                "log.jsonl",
                "--agency",
                "Any",
                "--Waymark:PublicAddress=nowhere",
            ])
            .InvokeAsync(
                new() { Output = output, Error = errors },
                TestContext.Current.CancellationToken
            );

        Assert.Equal(Waymark.Commands.Operation.NotDone, code);
        Assert.Contains("Waymark:PublicAddress: 'nowhere'", errors.ToString());
        Assert.Contains("Nothing was done.", errors.ToString());
    }
}
