using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Waymark.Data.Chain;
using Waymark.Data.Protection;
using Waymark.Data.Sealing;
using Waymark.Features.AccessCopies;
using Waymark.Features.Accounts;
using Waymark.Features.Accounts.People;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Accounts.Ways;
using Waymark.Features.Assessments.Decide;
using Waymark.Features.Assessments.Formulate;
using Waymark.Features.Children;
using Waymark.Features.Concerns;
using Waymark.Features.Concerns.ActNow;
using Waymark.Features.Insight.Releasing;
using Waymark.Features.Openings;
using Waymark.Features.Retention;
using Waymark.Features.Settings;
using Waymark.Features.Shared.Answers;
using Waymark.Features.Surveys;
using Waymark.Features.Teams;
using Waymark.Security.Encryption;

namespace Waymark.Data;

/// <summary>
/// The one store. Every agency-owned set is filtered to <see cref="AgencyScope"/>, and every row about a child to those who
/// need to know; every write is checked against the agency;
/// events cannot be changed or removed, and take their place in the agency's log in the transaction that writes them; sealed
/// texts are encrypted on the way in and opened on the way out. One subclass per kind of database holds its migrations.
/// </summary>
public abstract partial class WaymarkDb(
    DbContextOptions options,
    AgencyScope scope,
    AgencyKeyrings keyrings
) : IdentityDbContext<Practitioner, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<CodeApp> CodeApps => Set<CodeApp>();
    public DbSet<RecoveryCode> RecoveryCodes => Set<RecoveryCode>();
    public DbSet<AccountInvitation> AccountInvitations => Set<AccountInvitation>();
    public DbSet<SignInSession> SignInSessions => Set<SignInSession>();
    public DbSet<Child> Children => Set<Child>();
    public DbSet<Concern> Concerns => Set<Concern>();
    public DbSet<StoredResponse> Responses => Set<StoredResponse>();
    public DbSet<AnswerCollision> Collisions => Set<AnswerCollision>();
    public DbSet<ActionRecord> Actions => Set<ActionRecord>();
    public DbSet<Formulation> Formulations => Set<Formulation>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<RecordEvent> Events => Set<RecordEvent>();
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();
    public DbSet<Admission> Admissions => Set<Admission>();
    public DbSet<LegalHold> LegalHolds => Set<LegalHold>();
    public DbSet<ErasureRequest> ErasureRequests => Set<ErasureRequest>();
    public DbSet<PassageDecision> PassageDecisions => Set<PassageDecision>();
    public DbSet<Evaluation> Evaluations => Set<Evaluation>();
    public DbSet<Wave> Waves => Set<Wave>();
    public DbSet<SurveyResponse> SurveyResponses => Set<SurveyResponse>();
    public DbSet<Invitee> Invitees => Set<Invitee>();
    public DbSet<Invitation> Invitations => Set<Invitation>();
    public DbSet<PendingMarks> PendingMarks => Set<PendingMarks>();
    public DbSet<WaveDoor> WaveDoors => Set<WaveDoor>();
    public DbSet<ReleaseLedgerRow> ReleaseLedgers => Set<ReleaseLedgerRow>();
    public DbSet<ReleasedFiguresRow> ReleasedFigures => Set<ReleasedFiguresRow>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<AgencyKey> AgencyKeys => Set<AgencyKey>();
    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();
    public DbSet<LogHeadRow> LogHeads => Set<LogHeadRow>();
    public DbSet<CheckpointRow> Checkpoints => Set<CheckpointRow>();

    internal Guid CurrentAgencyId => scope.AgencyId;

    internal AgencyKeyrings Keyrings => keyrings;

    /// <summary>Which of Identity's tables there are: those of passkeys too.</summary>
    internal static Version IdentityTables => IdentitySchemaVersions.Version3;

    /// <summary>Identity asks the application's services for that, and leaves passkeys out where it gets no answer.</summary>
    private static readonly ServiceProvider s_identity = new ServiceCollection()
        .Configure<IdentityOptions>(o => o.Stores.SchemaVersion = IdentityTables)
        .BuildServiceProvider();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        AddOnce(optionsBuilder, FieldOpening.Instance);
        // The model is made once for all contexts of a process, by the first: each must find Identity's answer.
        if (
            optionsBuilder.Options.FindExtension<CoreOptionsExtension>()?.ApplicationServiceProvider
            is null
        )
        {
            optionsBuilder.UseApplicationServiceProvider(s_identity);
        }
    }

    /// <summary>Adds an interceptor. Options that the service keeps have it already: changing them costs every request anew.</summary>
    protected static void AddOnce(DbContextOptionsBuilder options, IInterceptor interceptor)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (
            options
                .Options.FindExtension<CoreOptionsExtension>()
                ?.Interceptors?.Contains(interceptor)
            is not true
        )
        {
            options.AddInterceptors(interceptor);
        }
    }

    /// <summary>Brings the database to this version. Safe to run at every start and on several nodes at once.</summary>
    public abstract Task PrepareAsync(CancellationToken cancellation);

    /// <summary>Has the database leave as little as it can of what the next transaction removes.</summary>
    internal virtual Task BeforeErasingAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Cleans up after rows were removed, outside any transaction.</summary>
    internal virtual Task AfterErasingAsync(CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>
    /// Writes a wave's answers again in the order of their ids, which chance made: nothing of the table tells any more in which order they came in.
    /// For a transaction.
    /// </summary>
    internal abstract Task ForgetOrderOfAnswersAsync(Guid waveId, CancellationToken cancellation);

    /// <summary>Makes sure that there is a database to work on, and makes none.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public async Task RequireExistingAsync(CancellationToken cancellation)
    {
        if (!await Database.CanConnectAsync(cancellation))
        {
            throw new InvalidOperationException(
                "There is no database where the configuration says, or it does not answer. Look at Waymark:DatabaseFile or Waymark:Postgres."
            );
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite cannot order a DateTimeOffset and PostgreSQL refuses one that is not UTC: both take a UTC DateTime.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(WaymarkDb).Assembly);
        WallOff<CodeApp>(builder);
        WallOff<RecoveryCode>(builder);
        WallOff<SignInSession>(builder);
        WallOff<AccountInvitation>(builder);
        WallOff<Child>(builder);
        WallOff<Concern>(builder);
        WallOff<StoredResponse>(builder);
        WallOff<AnswerCollision>(builder);
        WallOff<ActionRecord>(builder);
        WallOff<Formulation>(builder);
        WallOff<Decision>(builder);
        WallOff<RecordEvent>(builder);
        WallOff<Team>(builder);
        WallOff<TeamMember>(builder);
        WallOff<Admission>(builder);
        WallOff<LegalHold>(builder);
        WallOff<ErasureRequest>(builder);
        WallOff<PassageDecision>(builder);
        WallOff<Evaluation>(builder);
        WallOff<Wave>(builder);
        WallOff<SurveyResponse>(builder);
        WallOff<Invitee>(builder);
        WallOff<Invitation>(builder);
        WallOff<PendingMarks>(builder);
        WallOff<ReleaseLedgerRow>(builder);
        WallOff<ReleasedFiguresRow>(builder);
        foreach (var type in builder.Model.GetEntityTypes())
        {
            if (
                typeof(IAgencyOwned).IsAssignableFrom(type.ClrType)
                && type.FindDeclaredQueryFilter(Wall) is null
            )
            {
                throw new InvalidOperationException(
                    $"{type.ClrType.Name} belongs to an agency but has no wall."
                );
            }
        }
        RequireNeedToKnow(builder);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        GuardWrites();
        if (NewEvents().Count > 0 || NewAgencies().Count > 0)
        {
            throw new NotSupportedException("Events and agencies are saved with SaveChangesAsync.");
        }
        FieldSealing.Seal(ChangeTracker, keyrings);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override async Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        GuardWrites();
        var agencies = NewAgencies();
        try
        {
            foreach (var agency in agencies)
            {
                NewAgencyRows.Add(this, agency);
            }
            return await SaveAsync(acceptAllChangesOnSuccess, cancellationToken);
        }
        catch
        {
            agencies.ForEach(keyrings.Forget);
            throw;
        }
    }

    private async Task<int> SaveAsync(bool accept, CancellationToken cancellation)
    {
        var events = NewEvents();
        if (events.Count == 0)
        {
            FieldSealing.Seal(ChangeTracker, keyrings);
            return await base.SaveChangesAsync(accept, cancellation);
        }
        var written = Database.CurrentTransaction is null
            ? await SaveAsOneAsync(events, cancellation)
            : await SaveWithAsync(events, cancellation);
        if (accept)
        {
            ChangeTracker.AcceptAllChanges();
        }
        events.ForEach(e => EventCounter.Add(e.Kind));
        return written;
    }

    private async Task<int> SaveAsOneAsync(List<RecordEvent> events, CancellationToken cancellation)
    {
        // All or nothing: a savepoint inside would be two more questions to the server while everyone waits for the head of the log.
        Database.AutoSavepointsEnabled = false;
        try
        {
            await using var own = await Database.BeginTransactionAsync(cancellation);
            var written = await SaveWithAsync(events, cancellation);
            await own.CommitAsync(cancellation);
            return written;
        }
        finally
        {
            Database.AutoSavepointsEnabled = true;
        }
    }

    private async Task<int> SaveWithAsync(List<RecordEvent> events, CancellationToken cancellation)
    {
        await EventChain.AppendAsync(this, CurrentAgencyId, events, cancellation);
        FieldSealing.Seal(ChangeTracker, keyrings);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess: false, cancellation);
    }

    private List<RecordEvent> NewEvents() =>
        [
            .. ChangeTracker
                .Entries<RecordEvent>()
                .Where(e => e.State == EntityState.Added)
                .Select(e => e.Entity),
        ];

    private List<Guid> NewAgencies() =>
        [
            .. ChangeTracker
                .Entries<Agency>()
                .Where(e => e.State == EntityState.Added)
                .Select(e => e.Entity.Id),
        ];

    private void WallOff<T>(ModelBuilder builder)
        where T : class, IAgencyOwned
    {
        builder.Entity<T>().HasQueryFilter(Wall, row => row.AgencyId == CurrentAgencyId);
        OpenToThoseWhoNeedToKnow(builder.Entity<T>());
    }

    private void GuardWrites()
    {
        foreach (EntityEntry entry in ChangeTracker.Entries())
        {
            if (entry.State is EntityState.Unchanged or EntityState.Detached)
            {
                continue;
            }
            if (entry.Entity is IAgencyOwned owned && owned.AgencyId != CurrentAgencyId)
            {
                throw new InvalidOperationException("A row of another agency cannot be written.");
            }
            if (entry.Entity is RecordEvent && entry.State != EntityState.Added)
            {
                throw new InvalidOperationException("An event cannot be changed or removed.");
            }
            if (entry is { Entity: Child or Concern, State: EntityState.Deleted })
            {
                throw new InvalidOperationException(
                    "A child's record is erased as a whole or not."
                );
            }
        }
    }
}
