using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Waymark.Features.Demo;

namespace Waymark.Load;

/// <summary>
/// One practitioner who works without a pause: starts a record, answers the safety check, opens the act-now sheet, starts the assessment, answers its
/// first questions, looks at the list, and now and then asks for the bare page. Each request goes to the next node that is ready.
/// </summary>
internal sealed partial class Worker(
    int number,
    IReadOnlyList<Node> nodes,
    Tally tally,
    ConcurrentBag<Acknowledged> acknowledged
) : IDisposable
{
    public const string Question = "question";
    public const string Answer = "answer";
    public const string List = "list of records";
    public const string Sheet = "act-now sheet";
    public const string Start = "new record";
    public const string BareGet = "bare page";
    public const string BarePost = "bare post";

    private static readonly string[] s_mailboxes =
    [
        "megan.hughes",
        "tom.beckett",
        "priya.nair",
        "grace.amoah",
    ];

    private readonly HttpClient _client = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() }
    )
    {
        Timeout = TimeSpan.FromSeconds(60),
    };

    private int _turn;

    /// <summary>Signs in; tried until it succeeds.</summary>
    public async Task SignInAsync()
    {
        for (var tries = 0; tries < 50; tries++)
        {
            var form = await GetAsync("sign-in", "/accounts/sign-in");
            if (
                form is not null
                && (
                    await PostAsync(
                        "sign-in",
                        "/accounts/sign-in",
                        form,
                        ("Email", s_mailboxes[number % s_mailboxes.Length] + "@demo.example"),
                        ("Password", DemoData.Password)
                    )
                ).Ok
            )
            {
                return;
            }
            await Task.Delay(100);
        }
        throw new InvalidOperationException("Nobody could sign in.");
    }

    /// <summary>Works on one record after another until told to stop.</summary>
    public async Task WorkAsync(CancellationToken stop)
    {
        for (var n = 0; !stop.IsCancellationRequested; n++)
        {
            await RecordAsync(n, stop);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task RecordAsync(int n, CancellationToken stop)
    {
        if (await GetAsync("start", "/concerns/start") is not { } start)
        {
            await Task.Delay(50, CancellationToken.None);
            return;
        }
        var (ok, to) = await PostAsync(
            Start,
            "/concerns/start",
            start,
            ("Worry", "Someone met in a game wants to meet"),
            ("ChildReference", string.Create(CultureInfo.InvariantCulture, $"L-{number}-{n}")),
            ("Age", "14")
        );
        if (
            !ok
            || to is null
            || RecordAddress().Match(to.OriginalString) is not { Success: true } record
        )
        {
            return;
        }
        for (var q = 1; q <= 8 && !stop.IsCancellationRequested; q++)
        {
            await AnswerAsync(record.Value, $"/safety-check/page.a{q}", $"a{q}", n);
            if (q % 4 == 0)
            {
                await GetAsync(List, "/concerns");
                await BareAsync();
            }
        }
        await GetAsync(Sheet, record.Value + "/act-now");
    }

    /// <summary>An answer that was not acknowledged is given again, as a person would.</summary>
    private async Task AnswerAsync(string record, string path, string linkId, int n)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            if (await GetAsync(Question, record + path) is { } page)
            {
                var note = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{number}.{n}.{linkId}.{tries}"
                );
                var (ok, to) = await PostAsync(
                    Answer,
                    record + path,
                    page,
                    ($"value:{linkId}", "suspected"),
                    ($"value:{linkId}.note", note)
                );
                if (ok && to is not null)
                {
                    acknowledged.Add(new(Guid.Parse(record[^36..]), linkId + ".note", note));
                    return;
                }
            }
            await Task.Delay(200, CancellationToken.None);
        }
    }

    private async Task BareAsync()
    {
        if (await GetAsync(BareGet, "/bare") is { } bare)
        {
            await PostAsync(BarePost, "/bare", bare, ("Words", "suspected"));
        }
    }

    private async Task<string?> GetAsync(string kind, string path)
    {
        var (ok, page, _) = await tally.AskAsync(kind, () => _client.GetAsync(At(path)));
        return ok ? page : null;
    }

    private async Task<(bool Ok, Uri? To)> PostAsync(
        string kind,
        string path,
        string form,
        params (string Name, string Value)[] typed
    )
    {
        var at = At(path);
        using var request = new HttpRequestMessage(HttpMethod.Post, at)
        {
            Content = new FormUrlEncodedContent([
                .. HiddenField()
                    .Matches(
                        form[Math.Max(0, form.LastIndexOf("<main", StringComparison.Ordinal))..]
                    )
                    .Select(m =>
                        KeyValuePair.Create(
                            WebUtility.HtmlDecode(m.Groups["name"].Value),
                            WebUtility.HtmlDecode(m.Groups["value"].Value)
                        )
                    )
                    .DistinctBy(f => f.Key),
                .. typed.Select(t => KeyValuePair.Create(t.Name, t.Value)),
            ]),
        };
        request.Headers.TryAddWithoutValidation("Origin", at.GetLeftPart(UriPartial.Authority));
        var (ok, page, to) = await tally.AskAsync(kind, () => _client.SendAsync(request));
        if (ok && page is not null)
        {
            tally.Errors.Add($"{kind}: the form was shown again");
        }
        return (ok, to);
    }

    /// <summary>The next node that is ready, as a balancer chooses; where none is, the next.</summary>
    private Uri At(string path)
    {
        var next = number + _turn++;
        var node =
            Enumerable
                .Range(next, nodes.Count)
                .Select(i => nodes[i % nodes.Count])
                .FirstOrDefault(n => n.IsReady)
            ?? nodes[next % nodes.Count];
        return new(node.Address, path);
    }

    [GeneratedRegex("/concerns/[0-9a-f-]{36}")]
    private static partial Regex RecordAddress();

    [GeneratedRegex(
        "<input(?=[^>]*type=\"hidden\")(?=[^>]*name=\"(?<name>[^\"]*)\")(?=[^>]*value=\"(?<value>[^\"]*)\")[^>]*>"
    )]
    private static partial Regex HiddenField();
}

/// <summary>An answer of which the browser was told that it is saved.</summary>
internal sealed record Acknowledged(Guid ConcernId, string Place, string Note);
