using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Demo;
using Waymark.Hosting;
using Waymark.PageBenchmarks;

// Pages beside a bare page of the same application in the same run, over loopback, one request after another.
// waymark-pages [ROUNDS] [WORD]: only the rows that have the word. Everything runs twice, and the second pass is measured: the first lets the
// just-in-time compiler and the demo's own work behind the start come to an end.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var rounds = args is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 1500;
var only = args is [_, var word] ? word : "";
var folder = Directory.CreateTempSubdirectory("waymark-bench-").FullName;
var builder = WebApplication.CreateBuilder();
builder.Configuration.AddInMemoryCollection([
    new("Waymark:Demo", "true"),
    new("Waymark:DatabaseFile", Path.Combine(folder, "waymark.db")),
    new("Waymark:SurveyKeysFolder", Path.Combine(folder, "surveys")),
    // One address asks for everything here.
    new("Waymark:Limits:LinksPerMinute", "1000000"),
    new("Waymark:Limits:OpenChecksPerMinute", "1000000"),
    new("Logging:LogLevel:Default", "Warning"),
    new("Urls", "http://127.0.0.1:0"),
]);
builder.AddWaymark();
var app = builder.Build();
await app.PrepareDatabaseAsync(CancellationToken.None);
await using (var scope = app.Services.CreateAsyncScope())
{
    await scope
        .ServiceProvider.GetRequiredService<WaymarkDb>()
        .Database.ExecuteSqlRawAsync("CREATE TABLE bare (id INTEGER PRIMARY KEY, words TEXT)");
}
app.UseWaymark();
await app.StartAsync();
using var client = new HttpClient(
    new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }
)
{
    BaseAddress = new Uri(app.Urls.First()),
};

await PostAsync(
    "/accounts/sign-in",
    Token(await GetAsync("/accounts/sign-in")),
    ("Email", "megan.hughes@demo.example"),
    ("Password", DemoData.Password)
);
var record = Regex.Match(await GetAsync("/concerns"), "/concerns/[0-9a-f-]{36}").Value;
var question = record + "/safety-check/page.a1";
var bareToken = Token(await GetAsync("/bare"));
string[] options = ["yes", "no", "suspected", "not-known"];
var turn = 0;

var wave = await OpenWave.StartAsync(app.Services, 2 * rounds);
Queue<string> toSend = new(Enumerable.Range(0, 2 * rounds).Select(_ => wave.NextAnswers()));

(string Name, Func<Task> Bare, Func<Task<TimeSpan?>> Page)[] rows =
[
    (
        "GET of a question, which logs who looked",
        () => GetAsync("/bare"),
        async () =>
        {
            await GetAsync(question);
            return null;
        }
    ),
    (
        "POST of an answer, saved with its event",
        PostBareAsync,
        async () =>
        {
            var page = await GetAsync(question);
            var start = Stopwatch.GetTimestamp();
            await PostAsync(
                question,
                Token(page),
                ("_seen", Regex.Match(page, "name=\"_seen\" value=\"(\\d+)\"").Groups[1].Value),
                ("_asked", "a1"),
                ("value:a1", options[turn++ % 4])
            );
            return Stopwatch.GetElapsedTime(start);
        }
    ),
    (
        "POST of a whole survey (66 tasks), saved with its used link",
        PostBareAsync,
        async () =>
        {
            await PostAsync("/surveys/answer", "", ("_answers", toSend.Dequeue()), ("_send", "1"));
            return null;
        }
    ),
    (
        "GET of a question of the open check, which stores nothing",
        () => GetAsync("/bare"),
        async () =>
        {
            await GetAsync("/safety-check");
            return null;
        }
    ),
];
rows = [.. rows.Where(row => row.Name.Contains(only, StringComparison.Ordinal))];
foreach (var (_, bare, page) in rows)
{
    await CompareAsync(bare, page);
}
Console.WriteLine("| page | bare p50 / p95 | this page p50 / p95 | p50 ratio | p95 ratio |");
Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
foreach (var (name, bare, page) in rows)
{
    var (bareTimes, pageTimes) = await CompareAsync(bare, page);
    Print(name, bareTimes, pageTimes);
}
await app.StopAsync();
Directory.Delete(folder, recursive: true);

Task PostBareAsync() => PostAsync("/bare", bareToken, ("Words", options[turn++ % 4]));

// The two are timed in turns, so that whatever else the machine does meets both alike.
async Task<(List<double> Bare, List<double> Page)> CompareAsync(
    Func<Task> bare,
    Func<Task<TimeSpan?>> page
)
{
    List<double> bareTimes = [],
        pageTimes = [];
    for (var round = 0; round < rounds; round++)
    {
        var start = Stopwatch.GetTimestamp();
        await bare();
        bareTimes.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        start = Stopwatch.GetTimestamp();
        var timedItself = await page();
        pageTimes.Add((timedItself ?? Stopwatch.GetElapsedTime(start)).TotalMilliseconds);
    }
    bareTimes.Sort();
    pageTimes.Sort();
    return (bareTimes, pageTimes);
}

static void Print(string what, List<double> bare, List<double> page) =>
    Console.WriteLine(
        $"| {what} | {At(bare, 50):0.00} / {At(bare, 95):0.00} ms | {At(page, 50):0.00} / {At(page, 95):0.00} ms | {At(page, 50) / At(bare, 50):0.0} × | {At(page, 95) / At(bare, 95):0.0} × |"
    );

static double At(List<double> sorted, int percent) =>
    sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];

static string Token(string page) =>
    Regex
        .Matches(page, "name=\"_token\" type=\"hidden\" value=\"([^\"]+)\"")
        .Last()
        .Groups[1]
        .Value;

async Task<string> GetAsync(string path)
{
    using var response = await client.GetAsync(path);
    response.EnsureSuccessStatusCode();
    return await response.Content.ReadAsStringAsync();
}

async Task<string> PostAsync(string path, string token, params (string Name, string Value)[] fields)
{
    using var content = new FormUrlEncodedContent([
        new("_token", token),
        .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)),
    ]);
    using var response = await client.PostAsync(path, content);
    return response.StatusCode == HttpStatusCode.Redirect
        ? ""
        : throw new InvalidOperationException($"{path}: {response.StatusCode}");
}
