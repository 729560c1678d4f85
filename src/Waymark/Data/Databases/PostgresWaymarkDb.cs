using Microsoft.EntityFrameworkCore;
using Waymark.Data.Sealing;

namespace Waymark.Data.Databases;

/// <summary>
/// The store in PostgreSQL, for several nodes. The wall stands a second time in the database itself: see
/// <see cref="RowLevelSecurity"/>.
/// </summary>
public sealed class PostgresWaymarkDb(
    DbContextOptions<PostgresWaymarkDb> options,
    AgencyScope scope,
    AgencyKeyrings keyrings
) : WaymarkDb(options, scope, keyrings)
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        base.OnConfiguring(optionsBuilder);
        optionsBuilder.AddInterceptors(AgencyOfConnection.Instance);
    }

    /// <inheritdoc/>
    public override async Task PrepareAsync(CancellationToken cancellation)
    {
        await Database.MigrateAsync(cancellation);
        await RowLevelSecurity.RaiseAsync(this, cancellation);
    }
}
