namespace Waymark.Tests.Host;

/// <summary>A PostgreSQL server of one test's own, which the test may stop as a power cut would, and start again.</summary>
public sealed class OwnPostgres : IDisposable
{
    // The path of a socket must be short.
    private readonly string _folder = Directory.CreateTempSubdirectory("wm-pg-").FullName;

    public OwnPostgres()
    {
        Script("start", "durable");
        Connection = PostgresServer.NewDatabase(_folder);
    }

    /// <summary>A connection string to its database, as the role that owns it.</summary>
    public string Connection { get; }

    /// <summary>Stops it without letting anything finish.</summary>
    public void Stop() => Script("stop");

    /// <summary>Starts it with what is on its disk.</summary>
    public void StartAgain() => Script("again");

    public void Dispose()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        try
        {
            Stop();
        }
        catch (InvalidOperationException)
        {
            // The test stopped it.
        }
        Directory.Delete(_folder, recursive: true);
    }

    private void Script(string verb, params string[] more) =>
        PostgresServer.Script([verb, _folder, .. more]);
}
