using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;

namespace Waymark.Load;

/// <summary>What was asked and how it was answered: times by kind of page, and every answer that is neither a page nor a redirect.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _times = new();
    private int _unavailable;
    private int _unreachable;

    /// <summary>Answers with another status than 200, 302 or 503: there should be none.</summary>
    public ConcurrentBag<string> Errors { get; } = [];

    /// <summary>Answers with the page for a database that is away.</summary>
    public int Unavailable => _unavailable;

    /// <summary>Requests that no node answered: a load balancer would have tried another.</summary>
    public int Unreachable => _unreachable;

    public int Requests => _times.Values.Sum(t => t.Count);

    /// <summary>Times one request.</summary>
    /// <returns>The page, null for a redirect; not successful where it was neither.</returns>
    public async Task<(bool Ok, string? Page, Uri? To)> AskAsync(
        string kind,
        Func<Task<HttpResponseMessage>> ask
    )
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            using var response = await ask();
            var text = await response.Content.ReadAsStringAsync();
            switch (response.StatusCode)
            {
                case HttpStatusCode.OK:
                    Took(kind, start);
                    return (true, text, null);
                case HttpStatusCode.Redirect:
                    Took(kind, start);
                    return (true, null, response.Headers.Location);
                case HttpStatusCode.ServiceUnavailable:
                    Interlocked.Increment(ref _unavailable);
                    return (false, text, null);
                default:
                    Errors.Add($"{kind}: {(int)response.StatusCode}");
                    return (false, text, null);
            }
        }
        catch (Exception broken)
            when (broken is HttpRequestException or IOException or TaskCanceledException)
        {
            Interlocked.Increment(ref _unreachable);
            return (false, null, null);
        }
    }

    /// <summary>The time below which this share of the requests of a kind were answered, in milliseconds.</summary>
    public double At(string kind, int percent)
    {
        double[] sorted = [.. Of(kind).Order()];
        return sorted.Length == 0
            ? double.NaN
            : sorted[Math.Min(sorted.Length - 1, sorted.Length * percent / 100)];
    }

    public int Count(string kind) => Of(kind).Count();

    private IEnumerable<double> Of(string kind) =>
        _times.Where(t => kind.Length == 0 || t.Key == kind).SelectMany(t => t.Value);

    private void Took(string kind, long start) =>
        _times.GetOrAdd(kind, _ => []).Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
}
