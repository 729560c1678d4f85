using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Hosting;

namespace Waymark.Load;

/// <summary>Waymark with a demo, and the bare page beside it, as a process of its own that can be killed.</summary>
internal sealed class Node : IDisposable
{
    private readonly string[] _settings;
    private readonly int _port = FreePort();
    private Process? _process;
    private volatile bool _isReady;

    public Node(Store store)
    {
        _settings =
        [
            $"--Waymark:DatabaseFile={Path.Combine(store.Folder, "waymark.db")}",
            $"--Waymark:Postgres={store.Postgres}",
        ];
        Address = new($"http://127.0.0.1:{_port}");
    }

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>Whether it said that it is ready, and was not killed since: what a balancer that asks for it knows.</summary>
    public bool IsReady => _isReady;

    /// <summary>Memory in use, in MiB.</summary>
    public long Mebibytes
    {
        get
        {
            _process!.Refresh();
            return _process.WorkingSet64 >> 20;
        }
    }

    /// <summary>Starts it and waits until it is ready.</summary>
    /// <exception cref="InvalidOperationException">It did not become ready within a minute.</exception>
    public async Task StartAsync()
    {
        _process = Process.Start(
            new ProcessStartInfo(
                Environment.ProcessPath!,
                [
                    .. Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet"
                        ? (string[])[Assembly.GetExecutingAssembly().Location]
                        : [],
                    "node",
                    "--urls",
                    Address.OriginalString,
                    .. _settings,
                ]
            )
            {
                RedirectStandardOutput = true,
            }
        )!;
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(5) };
        for (var tries = 0; tries < 600; tries++)
        {
            if (_process.HasExited)
            {
                break;
            }
            try
            {
                using var ready = await client.GetAsync(new Uri(Address, "/health/ready"));
                if (ready.IsSuccessStatusCode)
                {
                    _isReady = true;
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
            await Task.Delay(100);
        }
        throw new InvalidOperationException($"The node at {Address} did not become ready.");
    }

    /// <summary>Ends it as <c>kill -9</c> does.</summary>
    public void Kill()
    {
        _process!.Kill();
        _process.WaitForExit();
        _isReady = false;
    }

    public void Dispose()
    {
        if (_process is { HasExited: false })
        {
            Kill();
        }
        _process?.Dispose();
    }

    /// <summary>The process itself.</summary>
    public static async Task<int> ServeAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Configuration.AddInMemoryCollection([
            new("Waymark:Demo", "true"),
            new("Logging:LogLevel:Default", "None"),
        ]);
        builder.AddWaymark();
        var app = builder.Build();
        await app.PrepareDatabaseAsync(CancellationToken.None);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
            await db.Database.ExecuteSqlRawAsync(
                db.Database.IsSqlite()
                    ? "CREATE TABLE IF NOT EXISTS bare (id INTEGER PRIMARY KEY, words TEXT)"
                    : "CREATE TABLE IF NOT EXISTS bare (id bigserial PRIMARY KEY, words text)"
            );
        }
        app.UseWaymark();
        await app.RunAsync();
        return 0;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
