using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Demo;
using Waymark.Hosting;
using Waymark.PageBenchmarks;

// A question page beside a bare page of the same application in the same run, over loopback, one request after another.
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int warmUp = 300;
var rounds = args is [var given] ? int.Parse(given, CultureInfo.InvariantCulture) : 1500;
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

// The two are timed in turns, so that whatever else the machine does meets both alike.
var (bareGet, questionGet) = await CompareAsync(() => GetAsync("/bare"), () => GetAsync(question));
var (barePost, questionPost) = await CompareAsync(
    () => PostAsync("/bare", bareToken, ("Words", options[turn++ % 4])),
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
        return Stopwatch
            .GetElapsedTime(start)
            .TotalMilliseconds.ToString(CultureInfo.InvariantCulture);
    },
    secondTimesItself: true
);

var wave = await OpenWave.StartAsync(app.Services, warmUp + rounds);
Queue<string> toSend = new(Enumerable.Range(0, warmUp + rounds).Select(_ => wave.NextAnswers()));
var (bareInsert, response) = await CompareAsync(
    () => PostAsync("/bare", bareToken, ("Words", options[turn++ % 4])),
    () => PostAsync("/surveys/answer", "", ("_answers", toSend.Dequeue()), ("_send", "1"))
);

var (openBare, openQuestion) = await CompareAsync(
    () => GetAsync("/bare"),
    () => GetAsync("/safety-check")
);

Console.WriteLine("| page | bare p50 / p95 | question p50 / p95 | p50 ratio | p95 ratio |");
Console.WriteLine("| --- | ---: | ---: | ---: | ---: |");
Print("GET of a question, which logs who looked", bareGet, questionGet);
Print("POST of an answer, saved with its event", barePost, questionPost);
Print("POST of a whole survey, saved with its used link", bareInsert, response);
Print("GET of a question of the open check, which stores nothing", openBare, openQuestion);
await app.StopAsync();
Directory.Delete(folder, recursive: true);

async Task<(List<double> First, List<double> Second)> CompareAsync(
    Func<Task<string>> first,
    Func<Task<string>> second,
    bool secondTimesItself = false
)
{
    List<double> a = [],
        b = [];
    for (var round = 0; round < warmUp + rounds; round++)
    {
        var start = Stopwatch.GetTimestamp();
        await first();
        var firstTook = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        start = Stopwatch.GetTimestamp();
        var said = await second();
        var secondTook = secondTimesItself
            ? double.Parse(said, CultureInfo.InvariantCulture)
            : Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        if (round >= warmUp)
        {
            a.Add(firstTook);
            b.Add(secondTook);
        }
    }
    a.Sort();
    b.Sort();
    return (a, b);
}

static void Print(string what, List<double> bare, List<double> question) =>
    Console.WriteLine(
        $"| {what} | {At(bare, 50):0.00} / {At(bare, 95):0.00} ms | {At(question, 50):0.00} / {At(question, 95):0.00} ms | {At(question, 50) / At(bare, 50):0.0} × | {At(question, 95) / At(bare, 95):0.0} × |"
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
