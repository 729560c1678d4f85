using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Waymark.Features.Accounts;
using Waymark.Features.Openings;
using Waymark.Features.Surveys;
using Waymark.Tests.Features.Surveys.Export;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features;

/// <summary>
/// Every way into Waymark, tried by everyone: each page's every handler and each other endpoint, found by asking the host, by
/// six roles in the record's own team, in another team and in another agency, and by nobody. What each is answered stands
/// in one approved file: a new page, handler or role fails here until somebody has judged it. To take the present answers as
/// approved, run this test with WAYMARK_APPROVE=1 and read the difference.
/// </summary>
public sealed partial class AccessMatrixTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    private const string File = "tests/Waymark.Tests/Features/access-matrix.approved.txt";

    /// <summary>A page asks at most 12 times (<see cref="EveryPageTests"/>); what is made from a whole record writes one event more.</summary>
    private const int MostQueries = 14;
    private const string Team = "Assessment team (demo)";
    private const string OtherTeam = "Family help team (demo)";

    /// <summary>What an id in an address stands for: one of a record in <see cref="Team"/>, and one that does not exist.</summary>
    private readonly Dictionary<string, (string There, string Nowhere)> _values = new(
        StringComparer.Ordinal
    )
    {
        ["pageId"] = ("page.a1", "page.a1"),
        ["code"] = ("404", "404"),
        ["stage"] = ("Only", "Only"),
        // A survey's link is no secret of a role's: whoever has the token has it. Here nobody has.
        ["waveId"] = (
            "01900000-0000-7000-8000-000000000001",
            "01900000-0000-7000-8000-000000000000"
        ),
        ["token"] = ("no-token", "no-token"),
        ["passkey"] = ("AAAA", "AAAA"),
        ["provider"] = ("nowhere", "nowhere"),
    };

    /// <summary>One way in.</summary>
    private sealed record Way(string Method, string Route, string Handler)
    {
        public string Name =>
            $"{Method, -4} /{Route}{(Handler.Length == 0 ? "" : $"?handler={Handler}")}";

        public bool NamesARow => Route.Contains("Id:guid", StringComparison.Ordinal);
    }

    /// <summary>One who tries.</summary>
    private sealed record Person(string Group, string Role, Visitor Visitor, string Token)
    {
        /// <summary>To whom it is no news that the row is there: the record's own team, or those who answer for surveys.</summary>
        public bool Knows(Way way) =>
            way.Route.Contains("{evaluationId", StringComparison.Ordinal)
                ? Group.StartsWith("own-", StringComparison.Ordinal)
                    && Role is (Roles.TrainingLead or Roles.Researcher)
                : Group == "own-team" && Role is (Roles.Practitioner or Roles.Supervisor);
    }

    [Fact]
    public async Task EveryWayIn_ByEveryone_IsAnsweredAsApproved()
    {
        var ways = await WaysAsync();
        await StageAsync();
        var people = await PeopleAsync();
        List<string> faults = [];
        Dictionary<string, List<string>> answers = [];
        // Signing out comes last: it ends what the others need.
        foreach (
            var way in ways.OrderBy(w => w.Route.EndsWith("sign-out", StringComparison.Ordinal))
        )
        {
            answers[way.Name] = [];
            foreach (var person in people)
            {
                answers[way.Name].Add(await AnswerAsync(way, person, faults));
            }
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Approved.Check(File, Table(ways, people, answers));
    }

    /// <summary>The status of a way for a person; where it is 404, the same way to nowhere must not be told apart from it.</summary>
    private async Task<string> AnswerAsync(Way way, Person person, List<string> faults)
    {
        var there = await TryAsync(way, person, v => v.There);
        if (there.Status == HttpStatusCode.NotFound && way.NamesARow && !person.Knows(way))
        {
            var nowhere = await TryAsync(way, person, v => v.Nowhere);
            if (there != nowhere)
            {
                faults.Add(
                    $"{way.Name} by {person.Group} {person.Role}: a row that is there and one that is not can be told apart:\n{there}\n{nowhere}"
                );
            }
        }
        if (there is { Status: HttpStatusCode.OK, Queries: > MostQueries } && way.Method == "GET")
        {
            faults.Add(
                $"{way.Name} by {person.Group} {person.Role}: asked the database {there.Queries} times"
            );
        }
        if (there.Status == HttpStatusCode.InternalServerError)
        {
            faults.Add($"{way.Name} by {person.Group} {person.Role}: 500");
        }
        return there.ToSignIn ? "in" : $"{(int)there.Status}";
    }

    /// <summary>All that an answer tells: status, headers, every byte but the form's token, and how often the database was asked.</summary>
    private sealed record Answer(
        HttpStatusCode Status,
        bool ToSignIn,
        string Headers,
        string Body,
        int Queries
    );

    private async Task<Answer> TryAsync(
        Way way,
        Person person,
        Func<(string There, string Nowhere), string> value
    )
    {
        var address = "/" + Filled(way.Route, value);
        if (way.Handler.Length > 0)
        {
            address += $"?handler={way.Handler}";
        }
        host.Queries.Clear();
        var page =
            way.Method == "POST"
                ? await person.Visitor.PostAsync(address, [new("_token", person.Token)])
                : await person.Visitor.GetAsync(address);
        var missing = page.Status == HttpStatusCode.NotFound;
        return new(
            page.Status,
            page.RedirectedTo?.Contains("/accounts/sign-in", StringComparison.Ordinal) == true,
            string.Join(
                '\n',
                page.Response.Headers.Concat(page.Response.Content.Headers)
                    .Where(h => h.Key is not "Content-Security-Policy")
                    .Select(h => $"{h.Key}: {string.Join(',', h.Value)}")
                    .Order(StringComparer.Ordinal)
            ),
            missing ? Token().Replace(page.Html, "") : "",
            host.Queries.Count
        );
    }

    private string Filled(string route, Func<(string There, string Nowhere), string> value) =>
        Parameter()
            .Replace(
                route,
                match =>
                    route.StartsWith(
                        "concerns/{concernId:guid}/assessment",
                        StringComparison.Ordinal
                    )
                    && match.Groups[1].Value == "pageId"
                        ? "page.a-now"
                    : _values.TryGetValue(match.Groups[1].Value, out var known) ? value(known)
                    : throw new InvalidOperationException(
                        $"Say in {nameof(AccessMatrixTests)} what {match.Value} of {route} stands for."
                    )
            );

    private async Task<IReadOnlyList<Way>> WaysAsync()
    {
        using var client = host.CreateClient();
        var loader = host.Services.GetRequiredService<PageLoader>();
        List<Way> ways = [];
        foreach (
            var endpoint in host
                .Services.GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
        )
        {
            var route = endpoint.RoutePattern.RawText!.TrimStart('/');
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page)
            {
                var handlers = (await loader.LoadAsync(page, endpoint.Metadata))
                    .HandlerMethods.Select(h => new Way(
                        h.HttpMethod.ToUpperInvariant(),
                        route,
                        (h.Name ?? "").ToLowerInvariant()
                    ))
                    .ToList();
                // A page answers GET even where it has no handler for it.
                ways.AddRange(handlers);
                ways.Add(new("GET", route, ""));
            }
            else if (!StaticFile().IsMatch(route))
            {
                ways.AddRange(
                    (
                        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
                    ).Select(m => new Way(m, route, ""))
                );
            }
        }
        return
        [
            .. ways.Distinct()
                .OrderBy(w => w.Route, StringComparer.Ordinal)
                .ThenBy(w => w.Method, StringComparer.Ordinal)
                .ThenBy(w => w.Handler, StringComparer.Ordinal),
        ];
    }

    /// <summary>A whole record in a team, and an emergency opening of it.</summary>
    private async Task StageAsync()
    {
        await host.AddPersonAsync("starts.it", AgencyKind.Council, [Roles.Practitioner], Team);
        await host.AddPersonAsync("opens.it", AgencyKind.Council, [Roles.Practitioner], OtherTeam);
        using var starter = await host.SignInAsync("starts.it");
        using var opener = await host.SignInAsync("opens.it");
        var walk = await RecordWalk.StartAsync(host, starter, "MATRIX-1");
        await walk.StartAssessmentAsync();
        var decided = await (await walk.GetAsync("/decision")).SubmitAsync(
            starter,
            "main form:has([name=Kind])",
            ("Kind", "Consult"),
            ("ConsultWith", "The named doctor"),
            ("Question", "What would you do?"),
            ("ConsultBy.DayOfMonth", "30"),
            ("ConsultBy.Month", "11"),
            ("ConsultBy.Year", "2026"),
            ("Reasons", "To be sure.")
        );
        Assert.True(decided.Errors.Count == 0, string.Join("; ", decided.Errors));
        var found = await (await opener.GetAsync("/concerns/find")).SubmitAsync(
            opener,
            "main form",
            ("Reference", "MATRIX-1")
        );
        await found.SubmitAsync(opener, "main form", ("Reason", "To try the matrix of access."));
        var (child, team, opening) = await host.ReadAsync(
            AgencyKind.Council,
            async db =>
            {
                var concern = await db.Concerns.SingleAsync(c => c.Id == walk.ConcernId);
                return (
                    concern.ChildId,
                    await db.Teams.Where(t => t.Name == Team).Select(t => t.Id).SingleAsync(),
                    await db
                        .Admissions.Where(a => a.Ground == AdmissionGround.Emergency)
                        .Select(a => a.Id)
                        .SingleAsync()
                );
            }
        );
        Add("concernId", walk.ConcernId);
        Add("childId", child);
        Add("teamId", team);
        Add("openingId", opening);
        Add(
            "personId",
            await host.ReadAsync(
                null,
                db =>
                    db.Users.Where(u => u.Email == "starts.it@demo.example")
                        .Select(u => u.Id)
                        .SingleAsync()
            )
        );
        Add(
            "evaluationId",
            await StoredSurvey.AddAsync(
                host,
                "ruth.adeyemi",
                (WaveStage.Only, "workforce-bridge-2014", 30, true)
            )
        );

        void Add(string name, Guid id) =>
            _values[name] = (id.ToString(), "01900000-0000-7000-8000-000000000000");
    }

    private async Task<IReadOnlyList<Person>> PeopleAsync()
    {
        List<Person> people = [await PersonAsync("nobody", "", null)];
        foreach (
            var (group, agency, teams) in new (string, AgencyKind, string[])[]
            {
                ("own-team", AgencyKind.Council, [Team]),
                ("own-agency", AgencyKind.Council, [OtherTeam]),
                ("other-agency", AgencyKind.School, []),
            }
        )
        {
            foreach (var role in Roles.All)
            {
                var mailbox = $"{group}.{role}".ToLowerInvariant();
                await host.AddPersonAsync(mailbox, agency, [role], teams);
                people.Add(await PersonAsync(group, role, mailbox));
            }
        }
        return people;
    }

    private async Task<Person> PersonAsync(string group, string role, string? mailbox)
    {
        var visitor = mailbox is null ? host.NewVisitor() : await host.SignInAsync(mailbox);
        var page = await visitor.GetAsync(mailbox is null ? "/accounts/sign-in" : "/");
        return new(
            group,
            role,
            visitor,
            page.Document.QuerySelector("[name=_token]")!.GetAttribute("value")!
        );
    }

    private static string Table(
        IReadOnlyList<Way> ways,
        IReadOnlyList<Person> people,
        Dictionary<string, List<string>> answers
    )
    {
        var width = ways.Max(w => w.Name.Length);
        var groups = people.Select(p => p.Group).Distinct().ToList();
        string Line(string name, Func<string, string> cell) =>
            $"{name.PadRight(width)} | {string.Join(" | ", groups.Select(g => cell(g).PadRight(g == "nobody" ? 6 : 23)))}".TrimEnd();
        return string.Join(
            '\n',
            [
                "What everyone is answered. Forms are posted empty, with a valid token. \"in\": sent to sign in.",
                $"In each group: {string.Join(", ", Roles.All.Select(r => Roles.Words(r).ToLowerInvariant()))}.",
                "",
                Line("", g => g),
                .. ways.Select(way =>
                    Line(
                        way.Name,
                        g =>
                            string.Join(
                                ' ',
                                people
                                    .Index()
                                    .Where(p => p.Item.Group == g)
                                    .Select(p => answers[way.Name][p.Index].PadRight(3))
                            )
                    )
                ),
            ]
        );
    }

    [GeneratedRegex("""<input name="_token"[^>]*>""")]
    private static partial Regex Token();

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"\.(css|js|svg|map)(\.gz|\.br)?$|\{\*\*")]
    private static partial Regex StaticFile();
}
