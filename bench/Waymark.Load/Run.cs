using System.Collections.Concurrent;
using System.Globalization;

namespace Waymark.Load;

/// <summary>A number of people at work on some nodes for a while, and what came of it.</summary>
internal static class Run
{
    /// <summary>Has people work.</summary>
    /// <param name="store">The database.</param>
    /// <param name="nodes">The nodes, started.</param>
    /// <param name="people">How many work without a pause.</param>
    /// <param name="time">How long, beside the time that the fault takes.</param>
    /// <param name="fault">What goes wrong meanwhile.</param>
    public static async Task<Outcome> ForAsync(
        Store store,
        IReadOnlyList<Node> nodes,
        int people,
        TimeSpan time,
        Func<Task>? fault = null
    )
    {
        var tally = new Tally();
        ConcurrentBag<Acknowledged> acknowledged = [];
        List<Worker> workers =
        [
            .. Enumerable
                .Range(Interlocked.Add(ref s_people, people) - people, people)
                .Select(n => new Worker(n, nodes, tally, acknowledged)),
        ];
        try
        {
            await Task.WhenAll(workers.Select(w => w.SignInAsync()));
            using var stop = new CancellationTokenSource();
            var work = workers.Select(w => w.WorkAsync(stop.Token)).ToList();
            await Task.Delay(fault is null ? time : time / 3);
            if (fault is not null)
            {
                // However long it takes, people work on afterwards.
                await fault();
                await Task.Delay(time * 2 / 3);
            }
            await stop.CancelAsync();
            await Task.WhenAll(work);
        }
        finally
        {
            workers.ForEach(w => w.Dispose());
        }
        return new(
            people,
            time,
            tally,
            acknowledged.Count,
            await Count.LostAsync(store, acknowledged)
        );
    }

    /// <summary>People of different runs on one database must not have the same numbers: their references would be taken.</summary>
    private static int s_people;
}

/// <summary>What came of a run.</summary>
internal sealed record Outcome(int People, TimeSpan Time, Tally Tally, int Acknowledged, int Lost)
{
    public const string Head =
        "| where | people | requests/s | question p50 / p95 / p99 | answer p50 / p95 / p99 | list p95 | sheet p95 | bare p50 / p95 | question ÷ bare, p95 | errors | acknowledged | lost |\n"
        + "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |";

    public const string FaultHead =
        "| fault | answered | shown 503 | not reached | other errors | acknowledged | lost |\n"
        + "| --- | ---: | ---: | ---: | ---: | ---: | ---: |";

    /// <summary>Whether nothing was lost and nothing went wrong but what the fault allows.</summary>
    public bool IsSound(bool faulty) =>
        Lost == 0
        && Acknowledged > 0
        && Tally.Errors.IsEmpty
        && (faulty || (Tally.Unavailable == 0 && Tally.Unreachable == 0));

    public string Row(string where) =>
        Text(
            $"| {where} | {People} | {Tally.Requests / Time.TotalSeconds:N0} | {Ms(Worker.Question, 50)} / {Ms(Worker.Question, 95)} / {Ms(Worker.Question, 99)} ms | {Ms(Worker.Answer, 50)} / {Ms(Worker.Answer, 95)} / {Ms(Worker.Answer, 99)} ms | {Ms(Worker.List, 95)} ms | {Ms(Worker.Sheet, 95)} ms | {Ms(Worker.BareGet, 50)} / {Ms(Worker.BareGet, 95)} ms | {Tally.At(Worker.Question, 95) / Tally.At(Worker.BareGet, 95):0.0} × | {Tally.Errors.Count + Tally.Unavailable + Tally.Unreachable} | {Acknowledged:N0} | {Lost} |"
        );

    public string FaultRow(string fault) =>
        Text(
            $"| {fault} | {Tally.Requests:N0} | {Tally.Unavailable} | {Tally.Unreachable} | {Tally.Errors.Count} | {Acknowledged:N0} | {Lost} |"
        );

    private string Ms(string kind, int percent) => Text($"{Tally.At(kind, percent):0}");

    private static string Text(FormattableString text) =>
        text.ToString(CultureInfo.InvariantCulture);
}
