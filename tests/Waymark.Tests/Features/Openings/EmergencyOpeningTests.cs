using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Openings;

/// <summary>Finding a closed record by its reference, opening it with a reason, and the supervisor who is told.</summary>
public sealed class EmergencyOpeningTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    private const string Reason = "The child is at our door and the team is out.";
    private const string Worry = "A worry in very particular words";

    [Fact]
    public async Task Find_OwnRecord_GoesThere()
    {
        var (walk, priya) = await StartAsync("FIND-1");

        Assert.Equal(walk.Address, (await FindAsync(priya, "find - 1")).RedirectedTo);
    }

    [Fact]
    public async Task Find_NoSuchReference_SaysSo()
    {
        using var sam = await host.SignInAsync("sam.okafor");

        var page = await FindAsync(sam, "NOBODY-1");

        Assert.Contains(
            "There is no record for the reference",
            page.Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Find_ReferenceOfAnotherAgency_IsTheSameAsNone()
    {
        using var megan = await host.SignInAsync("megan.hughes");
        await RecordWalk.StartAsync(host, megan, "OTHER-9");
        using var sam = await host.SignInAsync("sam.okafor");

        var there = await FindAsync(sam, "OTHER-9");
        var nowhere = await FindAsync(sam, "OTHER-8");

        Assert.Equal(nowhere.Words.Replace("OTHER-8", ""), there.Words.Replace("OTHER-9", ""));
    }

    [Theory]
    [InlineData("")]
    [InlineData("too short")]
    [InlineData("look at https://i.imgur.com/abc.png please")]
    public async Task Open_WithoutAProperReason_StaysClosed(string reason)
    {
        var (walk, _) = await StartAsync("SHUT-" + reason.Length);
        using var sam = await host.SignInAsync("sam.okafor");

        var page = await OpenAsync(sam, "SHUT-" + reason.Length, reason);

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Single(page.Errors);
        Assert.Equal(HttpStatusCode.NotFound, (await sam.GetAsync(walk.Address)).Status);
    }

    [Fact]
    public async Task Open_WithAReason_OpensForEightHoursAndIsWrittenDown()
    {
        var (walk, priya) = await StartAsync("GLASS-1");
        using var sam = await host.SignInAsync("sam.okafor");

        var opened = await OpenAsync(sam, "GLASS-1", Reason);

        Assert.Equal(walk.Address, opened.RedirectedTo);
        Assert.Equal(HttpStatusCode.OK, (await sam.GetAsync(walk.Address)).Status);
        Assert.Contains(
            "Opened the record in an emergency: " + Reason,
            (await priya.GetAsync(walk.Address + "/history")).Words,
            StringComparison.Ordinal
        );

        host.Pass(TimeSpan.FromHours(8) + TimeSpan.FromMinutes(1));
        using var later = await host.SignInAsync("sam.okafor");
        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync(walk.Address)).Status);
    }

    [Fact]
    public async Task Open_ByAnyoneElse_IsNotOpenedWithIt()
    {
        var (walk, _) = await StartAsync("GLASS-2");
        await host.AddPersonAsync(
            "another.worker",
            AgencyKind.Council,
            [Roles.Practitioner],
            "Family help team (demo)"
        );
        using var sam = await host.SignInAsync("sam.okafor");
        await OpenAsync(sam, "GLASS-2", Reason);

        using var other = await host.SignInAsync("another.worker");

        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(walk.Address)).Status);
    }

    [Fact]
    public async Task Openings_OfTheTeamsSupervisor_TellNothingOfTheChildAndCanBeReviewed()
    {
        var (walk, _) = await StartAsync("GLASS-3");
        using var sam = await host.SignInAsync("sam.okafor");
        await OpenAsync(sam, "GLASS-3", Reason);
        await sam.GetAsync(walk.Address);
        using var helen = await host.SignInAsync("helen.marsh");

        Assert.Contains(
            "opened by someone outside the team",
            (await helen.GetAsync("/concerns")).Words,
            StringComparison.Ordinal
        );
        var list = await helen.GetAsync("/openings");
        Assert.Contains("GLASS-3", list.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Worry, list.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(Reason, list.Html, StringComparison.Ordinal);
        var link = list
            .Document.QuerySelectorAll("a")
            .Single(a => a.TextContent.Contains("GLASS-3", StringComparison.Ordinal))
            .GetAttribute("href")!;
        var review = await helen.GetAsync(link);
        Assert.Contains(Reason, review.Words, StringComparison.Ordinal);
        Assert.Contains("overview", review.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Worry, review.Html, StringComparison.Ordinal);

        var saved = await review.SubmitAsync(
            helen,
            "main form",
            ("Note", "Talked to Sam. It was right.")
        );

        Assert.Equal("/openings", saved.RedirectedTo);
        var kinds = await host.ReadAsync(
            AgencyKind.Council,
            async db =>
            {
                var child = await db
                    .Concerns.Where(c => c.Id == walk.ConcernId)
                    .Select(c => c.ChildId)
                    .SingleAsync();
                return await db
                    .Events.Where(e => e.SubjectId == child && e.Place == WaymarkDb.ChildPlace)
                    .OrderBy(e => e.Id)
                    .Select(e => e.Kind)
                    .ToListAsync();
            }
        );
        Assert.Equal(
            [EventKinds.RecordsSearched, EventKinds.EmergencyOpening, EventKinds.OpeningReviewed],
            kinds
        );
        Assert.Contains(
            "Looked at by Helen Marsh",
            (await helen.GetAsync(link)).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Openings_OfWhoOpened_CannotBeReviewedByThemselves()
    {
        await host.AddPersonAsync(
            "second.supervisor",
            AgencyKind.Council,
            [Roles.Practitioner, Roles.Supervisor],
            "Family help team (demo)"
        );
        await StartAsync("GLASS-4");
        using var second = await host.SignInAsync("second.supervisor");
        await OpenAsync(second, "GLASS-4", Reason);
        var id = await host.ReadAsync(
            AgencyKind.Council,
            db =>
                db.Admissions.Where(a => a.PersonName == "second.supervisor")
                    .Select(a => a.Id)
                    .SingleAsync()
        );

        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync($"/openings/{id}")).Status);
        using var helen = await host.SignInAsync("helen.marsh");
        Assert.Equal(HttpStatusCode.OK, (await helen.GetAsync($"/openings/{id}")).Status);
    }

    private async Task<(RecordWalk Walk, Visitor Priya)> StartAsync(string reference)
    {
        var priya = await host.SignInAsync("priya.nair");
        return (await RecordWalk.StartAsync(host, priya, reference, worry: Worry), priya);
    }

    private static async Task<VisitedPage> FindAsync(Visitor visitor, string reference) =>
        await (await visitor.GetAsync("/concerns/find")).SubmitAsync(
            visitor,
            "main form",
            ("Reference", reference)
        );

    private static async Task<VisitedPage> OpenAsync(
        Visitor visitor,
        string reference,
        string reason
    )
    {
        var closed = await FindAsync(visitor, reference);
        Assert.Equal("This record is not open to you", closed.Heading);
        Assert.DoesNotContain(Worry, closed.Html, StringComparison.Ordinal);
        return await closed.SubmitAsync(visitor, "main form", ("Reason", reason));
    }
}
