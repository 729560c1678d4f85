namespace Waymark.Tests.Host;

/// <summary>One more node on another host's PostgreSQL database, with the same two secrets and nothing else in common.</summary>
public sealed class NodeHost(PostgresHost first) : WaymarkHost
{
    /// <inheritdoc/>
    public override string? Postgres => first.Postgres;

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureAppConfiguration(
            (_, configuration) =>
                configuration.AddInMemoryCollection([
                    new(
                        "Waymark:EncryptionKeysFile",
                        Path.Combine(first.Folder, "keys", "encryption.keys")
                    ),
                    new(
                        "Waymark:LogSigningKeyFile",
                        Path.Combine(first.Folder, "keys", "log-signing.pem")
                    ),
                ])
        );
    }
}
