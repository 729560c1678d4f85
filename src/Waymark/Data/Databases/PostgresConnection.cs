using Npgsql;

namespace Waymark.Data.Databases;

/// <summary>The connection to PostgreSQL as the service opens it: what was configured, and what nobody should have to know to configure.</summary>
public static class PostgresConnection
{
    /// <summary>
    /// How many statements a connection keeps planned. The filters of who needs to know make long questions, which the server would plan anew
    /// each time; a page asks the same few.
    /// </summary>
    private const int Planned = 100;

    /// <summary>Completes a connection string. A setting that it names itself stands: <c>Max Auto Prepare=0</c> plans nothing ahead.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static string Of(string? configured)
    {
        var parts = new NpgsqlConnectionStringBuilder(configured);
        if (!parts.ShouldSerialize("Max Auto Prepare"))
        {
            parts.MaxAutoPrepare = Planned;
        }
        return parts.ConnectionString;
    }
}
