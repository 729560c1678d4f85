using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Hosting.Storage;

/// <summary>A real PostgreSQL is stopped as by a power cut while people save, and started again.</summary>
public sealed class PostgresLostTests(PostgresLostTests.LosableHost host)
    : IClassFixture<PostgresLostTests.LosableHost>
{
    private const int People = 4;
    private const int Enough = 12;

    [Fact]
    public async Task ServerStopsUnderLoad_EveryAcknowledgedAnswerIsThereAndNoOtherErrorIsShown()
    {
        ConcurrentBag<(Guid Concern, string Note)> acknowledged = [];
        ConcurrentBag<HttpStatusCode> others = [];
        ConcurrentQueue<VisitedPage> unavailable = [];
        using var stop = new CancellationTokenSource();
        var walks = new List<RecordWalk>();
        for (var person = 0; person < People; person++)
        {
            var visitor = await host.SignInAsync("tom.beckett");
            walks.Add(await RecordWalk.StartAsync(host, visitor, $"LOST-{person}"));
        }
        var pages = await Task.WhenAll(walks.Select(w => w.GetAsync("/safety-check/page.a1")));
        using var plain = host.NewVisitor();

        var saving = walks.Select((walk, person) => SaveAsync(walk, pages[person])).ToList();
        await UntilAsync(() => acknowledged.Count >= Enough);
        host.Database.Stop();
        await UntilAsync(() => unavailable.Count >= Enough);
        var ready = await plain.Client.GetAsync("/health/ready");
        var live = await plain.Client.GetAsync("/health/live");
        host.Database.StartAgain();
        var before = acknowledged.Count;
        await UntilAsync(() => acknowledged.Count >= before + Enough);
        await stop.CancelAsync();
        await Task.WhenAll(saving);

        Assert.Empty(others);
        Assert.Equal(
            (HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK),
            (ready.StatusCode, live.StatusCode)
        );
        Assert.Equal(HttpStatusCode.OK, (await plain.Client.GetAsync("/health/ready")).StatusCode);
        var kept = await host.ReadAsync(
            AgencyKind.School,
            db =>
                db.Events.IgnoreQueryFilters()
                    .Where(e => e.Kind == EventKinds.AnswerChanged && e.Place == "a1.note")
                    .ToListAsync()
        );
        // Where a save broke off in its commit, the page did not know whether it was made; the next one then stands beside it, for a person to choose.
        var beside = await host.ReadAsync(
            AgencyKind.School,
            db => db.Collisions.IgnoreQueryFilters().ToListAsync()
        );
        Assert.All(
            acknowledged,
            answer =>
                Assert.Contains(
                    kept.Select(e => (e.ConcernId, Words: e.After!))
                        .Concat(
                            beside.Select(c => (ConcernId: (Guid?)c.ConcernId, Words: c.Second))
                        ),
                    saved =>
                        saved.ConcernId == answer.Concern
                        && saved.Words.Contains(answer.Note, StringComparison.Ordinal)
                )
        );

        await ResumeAsync(unavailable.Last(), walks);

        async Task SaveAsync(RecordWalk walk, VisitedPage page)
        {
            for (var n = 0; !stop.IsCancellationRequested; n++)
            {
                var note = $"note {n}.";
                // Each save says which answers it has seen: the page as it was drawn last.
                var saved = await page.SubmitAsync(
                    walk.Visitor,
                    "main form",
                    ("value:a1", "suspected"),
                    ("value:a1.note", note)
                );
                switch (saved.Status)
                {
                    case HttpStatusCode.Redirect:
                        acknowledged.Add((walk.ConcernId, note));
                        var next = await walk.GetAsync("/safety-check/page.a1");
                        if (next.Status == HttpStatusCode.OK)
                        {
                            page = next;
                        }
                        else if (next.Status == HttpStatusCode.ServiceUnavailable)
                        {
                            Assert.Null(next.Document.QuerySelector("[name=_held]"));
                        }
                        else
                        {
                            others.Add(next.Status);
                        }
                        break;
                    case HttpStatusCode.ServiceUnavailable:
                        unavailable.Enqueue(saved);
                        await Task.Delay(20);
                        break;
                    default:
                        others.Add(saved.Status);
                        break;
                }
            }
        }
    }

    /// <summary>What was typed while the server was away is offered again and can be saved.</summary>
    private static async Task ResumeAsync(VisitedPage away, List<RecordWalk> walks)
    {
        Assert.Equal("Waymark cannot save just now", away.Heading);
        Assert.DoesNotContain("note ", away.Html, StringComparison.Ordinal);
        var path = away.Response.RequestMessage!.RequestUri!.AbsolutePath;
        var visitor = walks
            .First(w => path.StartsWith(w.Address, StringComparison.Ordinal))
            .Visitor;

        var offered = await away.SubmitAsync(visitor, "main form");
        Assert.Equal("Waymark can save again", offered.Heading);
        var saved = await offered.SubmitAsync(visitor, "main form");

        Assert.Equal(HttpStatusCode.Redirect, saved.Status);
    }

    private static async Task UntilAsync(Func<bool> reached)
    {
        for (var looks = 0; !reached(); looks++)
        {
            Assert.True(looks < 3000, "It did not come to that within a minute.");
            await Task.Delay(20);
        }
    }

    public sealed class LosableHost : WaymarkHost
    {
        /// <summary>The server that is lost.</summary>
        public OwnPostgres Database { get; } = new();

        /// <inheritdoc/>
        public override string? Postgres => Database.Connection + ";Timeout=2";

        protected override void Dispose(bool disposing)
        {
            base.Dispose(disposing);
            if (disposing)
            {
                Database.Dispose();
            }
        }
    }
}
