using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Waymark.Data.Sealing;
using Waymark.Security.Encryption;

namespace Waymark.Data;

/// <summary>The context that <c>dotnet ef</c> works with; it opens no database.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<WaymarkDb>
{
    public WaymarkDb CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<WaymarkDb>().UseSqlite("Data Source=design.db").Options,
            new AgencyScope(),
            new AgencyKeyrings(
                new(() => WrappingKeys.Of(WrappingKey.Create("design"))),
                _ => throw new InvalidOperationException("The design-time context opens no field."),
                TimeProvider.System
            )
        );
}
