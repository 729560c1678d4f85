using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Accounts.People;

/// <summary>What somebody who has left had open, passed on by an administrator of the demo's council.</summary>
public sealed class PassRecordsTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    [Fact]
    public async Task Pass_ToAColleague_OpensTheRecordToThemAndClosesItToWhoLeft()
    {
        await host.AddPersonAsync("successor", AgencyKind.Council, [Roles.Practitioner]);
        var (admin, left, address) = await LeftAsync("leaves-one", "PASS-1");
        using var _ = admin;
        using var successor = await host.SignInAsync("successor");
        Assert.Equal(HttpStatusCode.NotFound, (await successor.GetAsync(address)).Status);
        var page = await admin.GetAsync(left + "/records");

        var passed = await page.SubmitAsync(
            admin,
            "main form",
            ("Chosen", Option(page, "successor"))
        );

        Assert.Contains("1 child’s record", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("PASS-1", page.Html, StringComparison.Ordinal);
        Assert.Equal(left, passed.RedirectedTo);
        Assert.Equal(HttpStatusCode.OK, (await successor.GetAsync(address)).Status);
        var e = await EventAsync("leaves-one");
        Assert.Equal(("leaves-one", "successor", "Ines Duarte"), (e.Before, e.After, e.ByName));
        Assert.Contains(
            "Nothing is open to this person alone",
            (await admin.GetAsync(left + "/records")).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Pass_ToATeam_OpensTheRecordToItsPeople()
    {
        var team = await host.ReadAsync(
            AgencyKind.Council,
            db => db.Teams.Select(t => t.Name).OrderBy(n => n).FirstAsync()
        );
        await host.AddPersonAsync("of-the-team", AgencyKind.Council, [Roles.Practitioner], team);
        var (admin, left, address) = await LeftAsync("leaves-two", "PASS-2");
        using var _ = admin;
        var page = await admin.GetAsync(left + "/records");

        await page.SubmitAsync(admin, "main form", ("Chosen", Option(page, "Team: " + team)));

        using var member = await host.SignInAsync("of-the-team");
        Assert.Equal(HttpStatusCode.OK, (await member.GetAsync(address)).Status);
        Assert.Equal(team, (await EventAsync("leaves-two")).After);
    }

    [Fact]
    public async Task Pass_ToNobody_SaysWhatToChoose()
    {
        var (admin, left, _) = await LeftAsync("leaves-three", "PASS-3");
        using var __ = admin;

        var refused = await (await admin.GetAsync(left + "/records")).SubmitAsync(
            admin,
            "main form",
            ("Chosen", "")
        );

        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["Choose a team or a colleague"], refused.Errors);
    }

    [Fact]
    public async Task Records_OfSomebodyWhoIsNotSuspendedOrOfAnotherAgency_AreNotThere()
    {
        await host.AddPersonAsync("stays", AgencyKind.Council, [Roles.Practitioner]);
        using var admin = await host.SignInAsync("ines.duarte");
        foreach (var mailbox in (string[])["stays", "grace.amoah"])
        {
            var id = await IdAsync(mailbox);
            if (mailbox == "grace.amoah")
            {
                await SuspendAsync(id);
            }
            Assert.Equal(
                HttpStatusCode.NotFound,
                (await admin.GetAsync($"/people/{id}/records")).Status
            );
        }
    }

    /// <summary>A person of no team who started a record and was suspended.</summary>
    private async Task<(Visitor Admin, string Person, string Record)> LeftAsync(
        string mailbox,
        string reference
    )
    {
        await host.AddPersonAsync(mailbox, AgencyKind.Council, [Roles.Practitioner]);
        using var leaver = await host.SignInAsync(mailbox);
        var walk = await RecordWalk.StartAsync(host, leaver, reference);
        var id = await IdAsync(mailbox);
        await SuspendAsync(id);
        return (await host.SignInAsync("ines.duarte"), $"/people/{id}", walk.Address);
    }

    private Task<Guid> IdAsync(string mailbox) =>
        host.ReadAsync(
            null,
            db =>
                db.Users.Where(u => u.Email == mailbox + "@demo.example")
                    .Select(u => u.Id)
                    .SingleAsync()
        );

    private Task<int> SuspendAsync(Guid id) =>
        host.ReadAsync(
            null,
            async db =>
            {
                (await db.Users.SingleAsync(u => u.Id == id)).SuspendedAt = host.Clock.GetUtcNow();
                return await db.SaveChangesAsync();
            }
        );

    private async Task<RecordEvent> EventAsync(string from) =>
        (
            await host.ReadAsync(
                AgencyKind.Council,
                db => db.Events.Where(e => e.Kind == EventKinds.RecordPassed).ToListAsync()
            )
        ).Single(e => e.Before == from);

    private static string Option(VisitedPage page, string text) =>
        page
            .Document.QuerySelectorAll("#Chosen option")
            .Single(o => o.TextContent.Trim() == text)
            .GetAttribute("value")!;
}
