using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Waymark.Features.Accounts;
using Waymark.Features.Assessments.Decide;
using Waymark.Features.Assessments.Formulate;
using Waymark.Features.Children;
using Waymark.Features.Concerns;
using Waymark.Features.Concerns.ActNow;
using Waymark.Features.Settings;
using Waymark.Features.Shared.Answers;

namespace Waymark.Data;

/// <summary>
/// The one store. Every agency-owned set is filtered to <see cref="AgencyScope"/>; every write is checked against it;
/// events cannot be changed or removed.
/// </summary>
public sealed class WaymarkDb(DbContextOptions<WaymarkDb> options, AgencyScope scope)
    : IdentityDbContext<Practitioner, IdentityRole<Guid>, Guid>(options)
{
    public DbSet<Agency> Agencies => Set<Agency>();
    public DbSet<Child> Children => Set<Child>();
    public DbSet<Concern> Concerns => Set<Concern>();
    public DbSet<StoredResponse> Responses => Set<StoredResponse>();
    public DbSet<AnswerCollision> Collisions => Set<AnswerCollision>();
    public DbSet<ActionRecord> Actions => Set<ActionRecord>();
    public DbSet<Formulation> Formulations => Set<Formulation>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<RecordEvent> Events => Set<RecordEvent>();
    public DbSet<Setting> Settings => Set<Setting>();

    private Guid CurrentAgencyId => scope.AgencyId;

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        // SQLite cannot order a DateTimeOffset and PostgreSQL refuses one that is not UTC: both take a UTC DateTime.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(WaymarkDb).Assembly);
        WallOff<Child>(builder);
        WallOff<Concern>(builder);
        WallOff<StoredResponse>(builder);
        WallOff<AnswerCollision>(builder);
        WallOff<ActionRecord>(builder);
        WallOff<Formulation>(builder);
        WallOff<Decision>(builder);
        WallOff<RecordEvent>(builder);
        foreach (var type in builder.Model.GetEntityTypes())
        {
            if (
                typeof(IAgencyOwned).IsAssignableFrom(type.ClrType)
                && type.GetDeclaredQueryFilters().Count == 0
            )
            {
                throw new InvalidOperationException(
                    $"{type.ClrType.Name} belongs to an agency but has no wall."
                );
            }
        }
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        GuardWrites();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(
        bool acceptAllChangesOnSuccess,
        CancellationToken cancellationToken = default
    )
    {
        GuardWrites();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private void WallOff<T>(ModelBuilder builder)
        where T : class, IAgencyOwned =>
        builder.Entity<T>().HasQueryFilter(row => row.AgencyId == CurrentAgencyId);

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
        }
    }
}
