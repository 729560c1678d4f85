using System.Data.Common;
using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Waymark.Data;
using Waymark.Data.Databases;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Hosting.Storage;

/// <summary>An SQLite file that cannot grow while people save, and then can again.</summary>
public sealed class FullDiskTests(FullDiskTests.FillableHost host)
    : IClassFixture<FullDiskTests.FillableHost>
{
    [Fact]
    public async Task DiskIsFull_NothingAcknowledgedIsLostAndWhatWasTypedIsSavedLater()
    {
        using var visitor = await host.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(host, visitor, "FULL-1");
        List<string> acknowledged = [];
        VisitedPage? away = null;
        host.IsFull = true;
        for (var n = 0; away is null; n++)
        {
            Assert.True(n < 200, "The file was never full.");
            var page = await walk.GetAsync("/safety-check/page.a1");
            if (page.Status == HttpStatusCode.ServiceUnavailable)
            {
                // Who opened a page is written down too.
                break;
            }
            var note = $"note {n} " + string.Concat(Enumerable.Repeat("He said it again. ", 80));
            var saved = await page.SubmitAsync(
                visitor,
                "main form",
                ("value:a1", "suspected"),
                ("value:a1.note", note)
            );
            if (saved.Status == HttpStatusCode.Redirect)
            {
                acknowledged.Add($"note {n} ");
            }
            else
            {
                Assert.Equal(HttpStatusCode.ServiceUnavailable, saved.Status);
                away = saved;
            }
        }

        host.IsFull = false;
        if (away is not null)
        {
            var offered = await away.SubmitAsync(visitor, "main form");
            Assert.Equal("Waymark can save again", offered.Heading);
            Assert.Equal(
                HttpStatusCode.Redirect,
                (await offered.SubmitAsync(visitor, "main form")).Status
            );
        }
        var kept = await host.ReadAsync(
            AgencyKind.School,
            db =>
                db.Events.IgnoreQueryFilters()
                    .Where(e => e.Kind == EventKinds.AnswerChanged && e.Place == "a1.note")
                    .ToListAsync()
        );
        Assert.NotEmpty(acknowledged);
        Assert.All(
            acknowledged,
            note => Assert.Contains(kept, e => e.After!.Contains(note, StringComparison.Ordinal))
        );
    }

    public sealed class FillableHost : WaymarkHost
    {
        /// <inheritdoc/>
        public override string? Postgres => null;

        /// <summary>Whether the file may grow no more than a few pages from now on.</summary>
        public bool IsFull { get; set; }

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            // One disk for all: the callback runs for every request's own context.
            var disk = new Disk(this);
            builder.ConfigureServices(services =>
                services.ConfigureDbContext<SqliteWaymarkDb>(o => o.AddInterceptors(disk))
            );
        }

        private sealed class Disk(FillableHost host) : DbConnectionInterceptor
        {
            private long _pages;

            public override void ConnectionOpened(
                DbConnection connection,
                ConnectionEndEventData eventData
            )
            {
                if (host.IsFull && _pages == 0)
                {
                    _pages = Ask(connection, "page_count") + 20;
                }
                Ask(
                    connection,
                    host.IsFull
                        ? string.Create(CultureInfo.InvariantCulture, $"max_page_count = {_pages}")
                        : "max_page_count = 1000000000"
                );
            }

            public override Task ConnectionOpenedAsync(
                DbConnection connection,
                ConnectionEndEventData eventData,
                CancellationToken cancellationToken = default
            )
            {
                ConnectionOpened(connection, eventData);
                return Task.CompletedTask;
            }

            private static long Ask(DbConnection connection, string pragma)
            {
                using var command = connection.CreateCommand();
                command.CommandText = "PRAGMA " + pragma;
                return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
            }
        }
    }
}
