using System.Diagnostics;
using System.Text.Json;

namespace Waymark.Benchmarks.Engine;

/// <summary>What one peer took at one size.</summary>
internal sealed record PeerResult(
    string Peer,
    string Version,
    int ItemCount,
    Percentiles Load,
    Percentiles Change
);

/// <summary>Runs <c>bench/peers</c> under Node on the forms that were generated for this run.</summary>
internal static class PeerRun
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Measures every peer at every size.</summary>
    /// <param name="peersFolder">The folder of <c>measure.mjs</c>, where <c>npm ci</c> has been run.</param>
    /// <param name="formsFolder">Where the generated forms lie.</param>
    /// <exception cref="InvalidOperationException">Node failed; its own words are on standard error.</exception>
    public static IReadOnlyList<PeerResult> Run(string peersFolder, string formsFolder)
    {
        using var node =
            Process.Start(
                new ProcessStartInfo("node", ["--expose-gc", "measure.mjs", formsFolder])
                {
                    WorkingDirectory = peersFolder,
                    RedirectStandardOutput = true,
                }
            ) ?? throw new InvalidOperationException("Node did not start.");
        var output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        if (node.ExitCode != 0)
        {
            throw new InvalidOperationException($"The peers ended with exit code {node.ExitCode}.");
        }

        var rows = JsonSerializer.Deserialize<List<Row>>(output, Web)!;
        return
        [
            .. rows.Select(row => new PeerResult(
                row.Peer,
                row.Version,
                row.ItemCount,
                new Percentiles(row.Load.P50, row.Load.P95, row.Load.Count),
                new Percentiles(row.Change.P50, row.Change.P95, row.Change.Count)
            )),
        ];
    }

    private sealed record Row(string Peer, string Version, int ItemCount, Times Load, Times Change);

    private sealed record Times(double P50, double P95, int Count);
}
