using Microsoft.Extensions.Diagnostics.HealthChecks;
using Waymark.Data;

namespace Waymark.Hosting;

/// <summary>Ready means that the database answers.</summary>
internal sealed class DatabaseCheck(WaymarkDb db) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    ) =>
        await db.Database.CanConnectAsync(cancellationToken)
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("The database does not answer.");
}
