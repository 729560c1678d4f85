using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Data.Databases;
using Waymark.Features.Accounts;
using Waymark.Features.Surveys;
using Waymark.Features.Surveys.Keys;
using Waymark.Tests.Features.Surveys.Walk;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Anonymity;

/// <summary>
/// A whole wave, answered in an order made by chance, and somebody who then holds every row of every table and every log line. Their best guess must be no
/// better than chance; where marks are written in the order of the answers, the same matcher must find everyone.
/// </summary>
public sealed class AdversaryTests
{
    private const int People = 40;

    /// <summary>One test in two thousand would fail by chance; a leak of an order gives 1 in 2001.</summary>
    private const double Suspicious = 1.5 / 2001;

    public enum Kind
    {
        Sqlite,
        Postgres,
    }

    [Theory]
    [InlineData(Kind.Sqlite, false)]
    [InlineData(Kind.Sqlite, true)]
    [InlineData(Kind.Postgres, false)]
    [InlineData(Kind.Postgres, true)]
    public async Task Matcher_WithEveryRowAndLogLine_DoesNoBetterThanChance(Kind kind, bool closed)
    {
        using var host = new OpenHost(kind);
        var (finding, _) = await AttackAsync(host, closed, (_, _) => Task.CompletedTask);
        Assert.True(finding.Chance > Suspicious, finding.ToString());
        Assert.True(finding.Correct < People / 2, finding.ToString());
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Matcher_WhereMarksAreWrittenInTheOrderOfTheAnswers_FindsEveryone(Kind kind)
    {
        using var host = new OpenHost(kind);
        var (finding, _) = await AttackAsync(host, closed: false, MarkAtOnceAsync);
        Assert.Equal(People, finding.Correct);
        Assert.True(finding.Chance <= Suspicious, finding.ToString());
    }

    [Theory]
    [InlineData(Kind.Sqlite)]
    [InlineData(Kind.Postgres)]
    public async Task Events_OfAWaveThatEverybodyAnswered_AreThoseOfAWaveThatNobodyDid(Kind kind)
    {
        using var host = new OpenHost(kind);
        var (_, dump) = await AttackAsync(host, closed: false, (_, _) => Task.CompletedTask);
        var evaluation = Assert.Single(dump["evaluations"]).Columns["Id"];
        Assert.Equal(
            ["evaluation-started", "invitations-sent", "people-invited"],
            dump["events"]
                .Where(e => e.Columns["SubjectId"] == evaluation)
                .Select(e => e.Columns["Kind"])
                .Order(StringComparer.Ordinal)
        );
    }

    /// <summary>What a careless program does: the used link is marked when the answers come.</summary>
    private static async Task MarkAtOnceAsync(WaymarkDb db, Guid invitation)
    {
        if (db is SqliteWaymarkDb)
        {
            await db.Database.ExecuteSqlAsync(
                $"""UPDATE "invitations" SET "IsAnswered" = 1, rowid = (SELECT max(rowid) + 1 FROM "invitations") WHERE "Id" = {invitation}"""
            );
        }
        else
        {
            await db.Database.ExecuteSqlAsync(
                $"""UPDATE "invitations" SET "IsAnswered" = true WHERE "Id" = {invitation}"""
            );
        }
    }

    private static async Task<(
        Matcher.Finding Finding,
        IReadOnlyDictionary<string, IReadOnlyList<DumpedRow>> Dump
    )> AttackAsync(OpenHost host, bool closed, Func<WaymarkDb, Guid, Task> mark)
    {
        var random = new Random(7);
        var walk = await SurveyWalk.StartOnceAsync(host, "vignette-rating");
        await walk.InviteAsync(
            Enumerable.Range(1, People).Select(i => $"person{i:00}@heron.example")
        );
        await SurveyWalk.RoundAsync(host);
        var links = SurveyWalk.TakeLetters(host).Select(l => l.Link).Order().ToArray();
        Assert.Equal(People, links.Length);
        random.Shuffle(links);
        host.Log.Clear();
        var key = host.Services.GetRequiredService<SurveyKeys>().Find(walk.Id)!;
        var (agency, hashes) = await host.ReadAsync(
            AgencyKind.Council,
            async db =>
                (
                    await db.Evaluations.Select(e => e.AgencyId).FirstAsync(),
                    (await db.Invitations.AsNoTracking().ToListAsync()).ToDictionary(
                        i => Convert.ToHexString(i.TokenHash),
                        i => i.Id
                    )
                )
        );
        foreach (var link in links)
        {
            var sent = await SurveyWalk.AnswerAsync(host, link, random);
            Assert.Equal("/surveys/answered", sent.RedirectedTo);
            var used = hashes[Convert.ToHexString(SurveyKey.HashOf(link.Split('/')[^1]))];
            await host.ReadAsync(
                AgencyKind.Council,
                async db =>
                {
                    await mark(db, used);
                    return 0;
                }
            );
        }
        Assert.NotEmpty(host.Log);
        Assert.DoesNotContain(
            host.Log,
            line => links.Any(l => line.Contains(l.Split('/')[^1], StringComparison.Ordinal))
        );
        if (closed)
        {
            await walk.CloseAsync(WaveStage.Only);
        }
        var dump = await Dump.TakeAsync(host, agency);
        var invitees = dump["invitees"].ToDictionary(r => Guid.Parse(r.Columns["Id"]));
        var invitations = dump["invitations"]
            .Select(r => (r, invitees[Guid.Parse(r.Columns["InviteeId"])]))
            .ToList();
        var wave = invitations[0].r.Columns["WaveId"];
        var responses = dump["survey_responses"].Where(r => r.Columns["WaveId"] == wave).ToList();
        Assert.Equal(People, responses.Count);
        var truth = invitations
            .Select(i =>
                responses.FindIndex(r =>
                    r.Columns["MatchHash"]
                    == Convert.ToHexString(key.MatchHashOf(Guid.Parse(i.r.Columns["InviteeId"])))
                )
            )
            .ToArray();
        Assert.DoesNotContain(-1, truth);
        return (Matcher.Attack(invitations, responses, truth, [.. host.Log]), dump);
    }

    /// <summary>A host of one kind of database with every log line kept.</summary>
    private sealed class OpenHost(Kind kind) : WaymarkHost
    {
        private readonly Lazy<string?> _postgres = new(() =>
            kind == Kind.Postgres ? PostgresServer.NewDatabase() : null
        );

        public ConcurrentQueue<string> Log { get; } = new();

        public override string? Postgres => _postgres.Value;

        protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
            [new("Waymark:DemoSurveys", "false")];

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureLogging(logging =>
                logging.AddProvider(new Keeper(Log)).AddFilter<Keeper>(null, LogLevel.Trace)
            );
        }

        private sealed class Keeper(ConcurrentQueue<string> log) : ILoggerProvider, ILogger
        {
            public ILogger CreateLogger(string categoryName) => this;

            public void Dispose() { }

            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            ) => log.Enqueue(formatter(state, exception));
        }
    }
}
