using System.Collections.Concurrent;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;
using Waymark.Content;
using Waymark.Data;
using Waymark.Data.Databases;
using Waymark.Features.Accounts;

namespace Waymark.Tests.Host;

/// <summary>The whole application with a demo's agencies and people, a database of its own and a clock that tests move.</summary>
public class WaymarkHost : WebApplicationFactory<Program>
{
    private static readonly bool s_onPostgres =
        Environment.GetEnvironmentVariable("WAYMARK_TEST_DATABASE") == "postgres";

    private readonly Lazy<string?> _postgres = new(() =>
        s_onPostgres ? PostgresServer.NewDatabase() : null
    );

    private readonly string _folder = Directory.CreateTempSubdirectory("waymark-test-").FullName;

    /// <summary>The clock; it starts on Tuesday 24 November 2026 at 16:50 in the United Kingdom.</summary>
    public FakeTimeProvider Clock { get; } =
        new(new DateTimeOffset(2026, 11, 24, 16, 50, 0, TimeSpan.Zero));

    /// <summary>
    /// Lets time pass without the work that is done at regular times meanwhile: five years of rounds every quarter of an hour would be done one by one.
    /// </summary>
    public void Pass(TimeSpan time) => Clock.AdjustTime(Clock.GetUtcNow() + time);

    /// <summary>Whether the demo's one-click sign-in is on; the demo's people are there either way.</summary>
    protected virtual bool Demo => true;

    /// <summary>
    /// The connection string of a PostgreSQL database, or null for SQLite. Every test runs on either: the variable
    /// WAYMARK_TEST_DATABASE=postgres says on which.
    /// </summary>
    public virtual string? Postgres => _postgres.Value;

    /// <summary>Whether the demo's made-up surveys are there; most tests lay down their own.</summary>
    protected virtual bool DemoSurveys => false;

    /// <summary>Settings beside those of every test.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string?>> Settings => [];

    private readonly QueryCounter _counter;

    public WaymarkHost() => _counter = new(Queries);

    /// <summary>The text of every query since they were last cleared.</summary>
    public ConcurrentQueue<string> Queries { get; } = new();

    /// <summary>The folder with the database and the keys.</summary>
    public string Folder => _folder;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Production");
        builder.ConfigureAppConfiguration(
            (_, configuration) =>
                configuration
                    .AddInMemoryCollection([
                        new("Waymark:DatabaseFile", Path.Combine(_folder, "waymark.db")),
                        new("Waymark:Postgres", Postgres),
                        new("Waymark:Demo", Demo ? "true" : "false"),
                        // Every visitor of a test comes from one address.
                        new("Waymark:Limits:SignInsPerMinute", "100000"),
                        new("Waymark:Limits:LinksPerMinute", "100000"),
                        new("Waymark:Limits:OpenChecksPerMinute", "100000"),
                        new("Waymark:DemoSurveys", DemoSurveys ? "true" : "false"),
                        new("Waymark:Mail:PickupFolder", Path.Combine(_folder, "mail")),
                        new("Waymark:Mail:From", "waymark@agency.example"),
                        new("Waymark:PublicAddress", "http://localhost"),
                        new("Logging:LogLevel:Default", "Warning"),
                        new("Logging:LogLevel:Microsoft.AspNetCore.DataProtection", "Error"),
                    ])
                    .AddInMemoryCollection(Settings)
        );
        builder.ConfigureServices(services =>
            services
                .Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))
                .ConfigureDbContext<SqliteWaymarkDb>(o => o.AddInterceptors(_counter))
                .ConfigureDbContext<PostgresWaymarkDb>(o => o.AddInterceptors(_counter))
        );
    }

    /// <summary>The content that is served.</summary>
    public ContentLibrary Library() => Services.GetRequiredService<ContentLibrary>();

    /// <summary>A browser that nobody is signed in to.</summary>
    public virtual Visitor NewVisitor() =>
        new(CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true }));

    /// <summary>A browser in which a person of the demo is signed in, by their mailbox name.</summary>
    public async Task<Visitor> SignInAsync(string mailbox)
    {
        var visitor = NewVisitor();
        await visitor.SignInAsync(mailbox);
        return visitor;
    }

    /// <summary>Reads the store behind one agency's wall, or behind a shut wall when no agency is named.</summary>
    public async Task<T> ReadAsync<T>(AgencyKind? agency, Func<WaymarkDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        if (agency is { } kind)
        {
            scope
                .ServiceProvider.GetRequiredService<AgencyScope>()
                .Enter((await db.Agencies.SingleAsync(a => a.Kind == kind)).Id);
        }
        return await read(db);
    }

    /// <summary>Reads the store as one person of the demo may, by their mailbox name.</summary>
    public async Task<T> AsPersonAsync<T>(string mailbox, Func<WaymarkDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        var person = await db.Users.SingleAsync(u => u.Email == mailbox + "@demo.example");
        var supervises = await (
            from held in db.UserRoles
            join role in db.Roles on held.RoleId equals role.Id
            where held.UserId == person.Id && role.Name == Roles.Supervisor
            select held
        ).AnyAsync();
        scope
            .ServiceProvider.GetRequiredService<AgencyScope>()
            .EnterAs(person.AgencyId, person.Id, supervises, Clock.GetUtcNow());
        return await read(db);
    }

    /// <summary>Makes an account in an agency of the demo, with the demo's password, and places it in teams by name.</summary>
    public async Task AddPersonAsync(
        string mailbox,
        AgencyKind agency,
        IReadOnlyList<string> roles,
        params string[] teams
    )
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        var users =
            scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Identity.UserManager<Practitioner>>();
        var home = await db.Agencies.SingleAsync(a => a.Kind == agency);
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Enter(home.Id);
        var person = new Practitioner
        {
            Id = Guid.CreateVersion7(),
            AgencyId = home.Id,
            DisplayName = mailbox,
            JobTitle = "Person of the tests",
            Email = mailbox + "@demo.example",
            UserName = mailbox + "@demo.example",
            EmailConfirmed = true,
        };
        Succeeded(await users.CreateAsync(person, Waymark.Features.Demo.DemoData.Password));
        Succeeded(await users.AddToRolesAsync(person, roles));
        foreach (var team in await db.Teams.Where(t => teams.Contains(t.Name)).ToListAsync())
        {
            db.TeamMembers.Add(
                new()
                {
                    TeamId = team.Id,
                    PersonId = person.Id,
                    AgencyId = home.Id,
                    Part = roles.Contains(Roles.Supervisor)
                        ? Waymark.Features.Teams.TeamPart.Supervisor
                        : Waymark.Features.Teams.TeamPart.Member,
                    Since = Clock.GetUtcNow(),
                }
            );
        }
        await db.SaveChangesAsync();

        static void Succeeded(Microsoft.AspNetCore.Identity.IdentityResult result) =>
            Xunit.Assert.True(
                result.Succeeded,
                string.Join(" ", result.Errors.Select(e => e.Description))
            );
    }

    /// <summary>Adds an agency that the demo has not, once.</summary>
    public Task AddAgencyAsync(AgencyKind kind) =>
        ReadAsync(
            null,
            async db =>
            {
                if (!await db.Agencies.AnyAsync(a => a.Kind == kind))
                {
                    db.Agencies.Add(
                        new()
                        {
                            Id = Guid.CreateVersion7(),
                            Name = $"A {kind} of the tests",
                            Kind = kind,
                        }
                    );
                }
                return await db.SaveChangesAsync();
            }
        );

    /// <summary>Uses a service behind one agency's wall.</summary>
    public async Task<T> InAsync<TService, T>(AgencyKind agency, Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        scope
            .ServiceProvider.GetRequiredService<AgencyScope>()
            .Enter((await db.Agencies.SingleAsync(a => a.Kind == agency)).Id);
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && Directory.Exists(_folder))
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(_folder, recursive: true);
        }
    }
}
