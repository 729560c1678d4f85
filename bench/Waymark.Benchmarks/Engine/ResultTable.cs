using System.Globalization;
using System.Text;

namespace Waymark.Benchmarks.Engine;

/// <summary>The results as Markdown.</summary>
internal static class ResultTable
{
    /// <summary>The table of changed answers and loads with all engines, then what concerns ours alone.</summary>
    public static string Write(
        IReadOnlyList<EngineMeasurement> ours,
        IReadOnlyList<PeerResult> peers
    )
    {
        var text = new StringBuilder();
        var sizes = ours.Select(row => row.ItemCount).ToList();
        text.AppendLine("One changed answer until everything is settled, p50 / p95:").AppendLine();
        Header(text, "engine", sizes);
        Row(text, "**Waymark.Instruments**", ours.Select(row => Both(row.Change)));
        Peers(text, peers, sizes, peer => Both(peer.Change));
        if (peers.Count > 0)
        {
            Row(text, "fastest peer ÷ ours", sizes.Select(size => Ratio(ours, peers, size)));
        }

        text.AppendLine()
            .AppendLine(
                "Opening a response with all answers until everything is settled, p50 / p95:"
            )
            .AppendLine();
        Header(text, "engine", sizes);
        Row(
            text,
            "**Waymark.Instruments**, definition at hand",
            ours.Select(row => Both(row.Load))
        );
        Peers(text, peers, sizes, peer => Both(peer.Load));
        text.AppendLine().AppendLine("Ours alone:").AppendLine();
        Header(text, "what", sizes);
        Row(
            text,
            "parse + check + compile, first work of a new process, p50 / p95",
            ours.Select(row => Both(row.Cold))
        );
        Row(text, "parse + check + compile, p50 / p95", ours.Select(row => Both(row.Parse)));
        Row(text, "allocated per changed answer", ours.Select(row => $"{row.ChangeBytes:N0} B"));
        Row(
            text,
            "changed answer, with one expression over `descendants()`, p50 / p95",
            ours.Select(row => Both(row.Unanalysable))
        );
        return text.ToString();
    }

    private static void Header(StringBuilder text, string first, IReadOnlyList<int> sizes)
    {
        Row(text, first, sizes.Select(size => $"N = {size}"));
        Row(text, "---", sizes.Select(_ => "---:"));
    }

    private static void Row(StringBuilder text, string first, IEnumerable<string> cells) =>
        text.Append("| ").Append(first).Append(" | ").AppendJoin(" | ", cells).AppendLine(" |");

    private static void Peers(
        StringBuilder text,
        IReadOnlyList<PeerResult> peers,
        List<int> sizes,
        Func<PeerResult, string> cell
    )
    {
        foreach (var peer in peers.GroupBy(row => $"{row.Peer} {row.Version}"))
        {
            Row(
                text,
                peer.Key,
                sizes.Select(size => cell(peer.Single(row => row.ItemCount == size)))
            );
        }
    }

    private static string Ratio(
        IReadOnlyList<EngineMeasurement> ours,
        IReadOnlyList<PeerResult> peers,
        int size
    )
    {
        var fastest = peers.Where(row => row.ItemCount == size).Min(row => row.Change.Median);
        var ratio = fastest / ours.Single(row => row.ItemCount == size).Change.Median;
        return string.Create(CultureInfo.InvariantCulture, $"{ratio:N0} ×");
    }

    private static string Both(Percentiles times) => $"{Time(times.Median)} / {Time(times.P95)}";

    private static string Time(double milliseconds) =>
        milliseconds switch
        {
            < 1 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds * 1000:0.0} µs"),
            < 100 => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:0.0} ms"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{milliseconds:N0} ms"),
        };
}
