using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Waymark.Data.Databases;

/// <summary>
/// Tells PostgreSQL on each opened connection whose rows may be seen. A connection that comes back from the pool has
/// forgotten it, so that a forgotten call shows nothing rather than the last agency's rows.
/// </summary>
internal sealed class AgencyOfConnection : DbConnectionInterceptor
{
    public static AgencyOfConnection Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (Command(connection, eventData) is { } command)
        {
            using (command)
            {
                command.ExecuteNonQuery();
            }
        }
    }

    public override async Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        if (Command(connection, eventData) is { } command)
        {
            await using (command)
            {
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
        }
    }

    private static DbCommand? Command(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (eventData.Context is not WaymarkDb db || db.CurrentAgencyId == Guid.Empty)
        {
            return null;
        }
        var command = connection.CreateCommand();
        command.CommandText = $"SELECT set_config('{RowLevelSecurity.Setting}', @agency, false)";
        var agency = command.CreateParameter();
        agency.ParameterName = "agency";
        agency.Value = db.CurrentAgencyId.ToString("D");
        command.Parameters.Add(agency);
        return command;
    }
}
