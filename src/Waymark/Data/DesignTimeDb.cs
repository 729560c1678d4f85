using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace Waymark.Data;

/// <summary>The context that <c>dotnet ef</c> works with; it opens no database.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<WaymarkDb>
{
    public WaymarkDb CreateDbContext(string[] args) =>
        new(
            new DbContextOptionsBuilder<WaymarkDb>().UseSqlite("Data Source=design.db").Options,
            new AgencyScope()
        );
}
