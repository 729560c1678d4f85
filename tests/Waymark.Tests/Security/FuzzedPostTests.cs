using System.Diagnostics;
using System.Net;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Security;

/// <summary>
/// Broken forms of every kind, over the real host: nothing a browser, or a program in its place, can send is answered with a fault of ours. A few
/// dozen for each page in the gate, always the same; WAYMARK_FUZZ_SECONDS=60 goes on for that long with others.
/// </summary>
public sealed class FuzzedPostTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    private const int InTheGate = 40;

    private static readonly double? s_seconds = double.TryParse(
        Environment.GetEnvironmentVariable("WAYMARK_FUZZ_SECONDS"),
        out var seconds
    )
        ? seconds
        : null;

    private static readonly string[] s_values =
    [
        "",
        " ",
        "0",
        "-1",
        "99999999999999999999",
        "1e309",
        "NaN",
        "31/02/2026",
        "2026-13-45T99:99:99Z",
        "true",
        "on",
        "null",
        "yes",
        "é\u0301\u200f\u202e",
        "\0",
        "\ufffd\ufffe",
        "a\r\nb\rc\nd",
        "'; DROP TABLE concerns; --",
        "<script>alert(1)</script>",
        "{\"resourceType\":\"Questionnaire\"}",
        "../../../../etc/passwd",
        "%00%ff%c0%af",
        "{id:guid}",
        "00000000-0000-0000-0000-000000000000",
        new('9', 5_000),
        new('é', 25_000),
    ];

    public static TheoryData<string> Pages { get; } =
    [
        "/safety-check",
        "/accounts/sign-in",
        "/concerns/start",
        "RECORD/safety-check",
        "RECORD/assessment",
        "RECORD/assessment/FIRST",
        "RECORD/act-now",
        "RECORD/formulation",
        "RECORD/decision",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Post_OfBrokenForm_IsNeverOurFault(string address)
    {
        using var visitor = await host.SignInAsync("megan.hughes");
        if (address.StartsWith("RECORD", StringComparison.Ordinal))
        {
            address = await RecordAsync(visitor, address);
        }
        var page = await visitor.FollowAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.Status);
        address = page.Response.RequestMessage!.RequestUri!.PathAndQuery;
        var whole = page.Fields("main form");
        Assert.NotEmpty(whole);
        Random chance = new(s_seconds is null ? 20261124 : Environment.TickCount);
        var watch = Stopwatch.StartNew();
        for (
            var n = 0;
            s_seconds is { } limit ? watch.Elapsed.TotalSeconds < limit : n < InTheGate;
            n++
        )
        {
            var broken = Break(whole, chance);
            var answer = await visitor.PostAsync(address, broken);
            Assert.True(
                (int)answer.Status < 500,
                $"{answer.Status} for\n{string.Join('\n', broken.Select(f => $"{f.Key}={f.Value[..Math.Min(80, f.Value.Length)]}"))}"
            );
        }
    }

    [Theory]
    [InlineData("act-now")]
    [InlineData("act-now?handler=nothing")]
    public async Task Post_ToHandlerThatIsNotThere_IsNotFound(string address)
    {
        using var visitor = await host.SignInAsync("megan.hughes");
        var page = await visitor.GetAsync(await RecordAsync(visitor, "RECORD/act-now"));
        var posted = await visitor.PostAsync(
            new Uri(page.Response.RequestMessage!.RequestUri!, address).PathAndQuery,
            page.Fields("main form")
        );
        Assert.Equal(HttpStatusCode.NotFound, posted.Status);
    }

    private static async Task<string> RecordAsync(Visitor visitor, string address)
    {
        var start = await visitor.GetAsync("/concerns/start");
        var started = await start.SubmitAsync(
            visitor,
            "main form",
            ("Worry", "A worry to break forms with"),
            ("ChildReference", $"FUZZ{Guid.NewGuid():N}"[..20]),
            ("Age", "14")
        );
        var record = started.RedirectedTo!.Replace("/safety-check", "", StringComparison.Ordinal);
        if (address.Contains("/assessment/", StringComparison.Ordinal))
        {
            var list = await visitor.GetAsync(record + "/assessment");
            await list.SubmitAsync(visitor, "main form");
            list = await visitor.GetAsync(record + "/assessment");
            return list
                .Document.QuerySelector("main a[href*='/assessment/']")!
                .GetAttribute("href")!;
        }
        return address.Replace("RECORD", record, StringComparison.Ordinal);
    }

    /// <summary>Leaves out, doubles, swaps and replaces fields; now and then adds one that no form has.</summary>
    private static List<KeyValuePair<string, string>> Break(
        IReadOnlyList<KeyValuePair<string, string>> whole,
        Random chance
    )
    {
        // Without its token a form is turned away at the door; most keep theirs so that what lies behind is reached.
        List<KeyValuePair<string, string>> broken =
        [
            .. whole.Where(f => f.Key == "_token" ? chance.Next(20) > 0 : chance.Next(8) > 0),
        ];
        for (var changes = chance.Next(1, 6); changes > 0 && broken.Count > 0; changes--)
        {
            var at = chance.Next(broken.Count);
            var (key, value) = broken[at];
            if (key == "_token")
            {
                continue;
            }
            switch (chance.Next(6))
            {
                case 0:
                    broken.Add(new(key, s_values[chance.Next(s_values.Length)]));
                    break;
                case 1:
                    broken[at] = new(key + "[0].x", value);
                    break;
                case 2:
                    broken[at] = new(broken[chance.Next(broken.Count)].Key, value);
                    break;
                case 3 when value.Length > 4:
                    var cut = chance.Next(value.Length);
                    broken[at] = new(
                        key,
                        value[..cut] + (char)chance.Next(32, 0xD7FF) + value[cut..]
                    );
                    break;
                case 4:
                    broken.Add(new(((char)chance.Next(33, 0x3000)).ToString(), value));
                    break;
                default:
                    broken[at] = new(key, s_values[chance.Next(s_values.Length)]);
                    break;
            }
        }
        return broken;
    }
}
