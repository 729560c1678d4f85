namespace Waymark.Tests.Host;

/// <summary>The whole application on a PostgreSQL database of its own, whatever the run's own kind is.</summary>
public sealed class PostgresHost : WaymarkHost
{
    private readonly Lazy<string> _connection = new(PostgresServer.NewDatabase);

    /// <inheritdoc/>
    public override string? Postgres => _connection.Value;
}

/// <summary>The whole application on an SQLite file of its own, whatever the run's own kind is.</summary>
public sealed class SqliteHost : WaymarkHost
{
    /// <inheritdoc/>
    public override string? Postgres => null;
}
