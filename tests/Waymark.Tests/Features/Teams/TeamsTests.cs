using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Teams;

/// <summary>Making teams, filling them, and giving a record from one to another.</summary>
public sealed class TeamsTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    [Fact]
    public async Task Make_NameThatIsTaken_IsRefused()
    {
        using var ines = await host.SignInAsync("ines.duarte");

        var page = await MakeAsync(ines, "assessment  TEAM (demo)");

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Equal(["There is a team of this name. Enter another name"], page.Errors);
    }

    [Fact]
    public async Task Add_SupervisorWithoutTheRole_IsRefused()
    {
        using var ines = await host.SignInAsync("ines.duarte");
        var team = (await MakeAsync(ines, "Night team")).RedirectedTo!;

        var page = await (await ines.GetAsync(team)).SubmitAsync(
            ines,
            "form[action$=add]",
            ("PersonId", (await IdAsync("sam.okafor")).ToString()),
            ("Part", "Supervisor")
        );

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains(
            "has not the role of supervisor",
            page.Errors.Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task AddAndRemove_Person_OpensAndClosesTheTeamsRecords()
    {
        using var ines = await host.SignInAsync("ines.duarte");
        using var priya = await host.SignInAsync("priya.nair");
        var walk = await RecordWalk.StartAsync(host, priya, "TEAMS-1");
        await host.AddPersonAsync("new.worker", AgencyKind.Council, [Roles.Practitioner]);
        using var worker = await host.SignInAsync("new.worker");
        Assert.Equal(HttpStatusCode.NotFound, (await worker.GetAsync(walk.Address)).Status);
        var list = await ines.GetAsync("/teams");
        var team = list
            .Document.QuerySelectorAll("main a")
            .Single(a => a.TextContent == "Assessment team (demo)")
            .GetAttribute("href")!;

        await (await ines.GetAsync(team)).SubmitAsync(
            ines,
            "form[action$=add]",
            ("PersonId", (await IdAsync("new.worker")).ToString()),
            ("Part", "Member")
        );
        Assert.Equal(HttpStatusCode.OK, (await worker.GetAsync(walk.Address)).Status);

        var removed = await (await ines.GetAsync(team)).SubmitAsync(
            ines,
            $"form[action$=remove]:has([value='{await IdAsync("new.worker")}'])"
        );
        Assert.Equal(team, removed.RedirectedTo);
        Assert.Equal(HttpStatusCode.NotFound, (await worker.GetAsync(walk.Address)).Status);
    }

    [Fact]
    public async Task Close_TeamWithRecords_IsRefused()
    {
        using var ines = await host.SignInAsync("ines.duarte");
        var list = await ines.GetAsync("/teams");
        var team = list
            .Document.QuerySelectorAll("main a")
            .Single(a => a.TextContent == "Assessment team (demo)")
            .GetAttribute("href")!;
        var made = (await MakeAsync(ines, "Empty team")).RedirectedTo!;

        Assert.Null((await ines.GetAsync(team)).Document.QuerySelector("form[action$=close]"));
        var token = (await ines.GetAsync(made)).Fields("form[action$=close]");
        Assert.Equal(
            HttpStatusCode.BadRequest,
            (await ines.PostAsync(team + "?handler=close", token)).Status
        );
        Assert.Equal("/teams", (await ines.PostAsync(made + "?handler=close", token)).RedirectedTo);
    }

    [Fact]
    public async Task Give_ByTheTeamsSupervisor_MovesTheRecordAndItsReaders()
    {
        using var priya = await host.SignInAsync("priya.nair");
        using var helen = await host.SignInAsync("helen.marsh");
        using var sam = await host.SignInAsync("sam.okafor");
        var walk = await RecordWalk.StartAsync(host, priya, "GIVE-1");
        var child = await host.ReadAsync(
            AgencyKind.Council,
            db =>
                db.Concerns.Where(c => c.Id == walk.ConcernId).Select(c => c.ChildId).SingleAsync()
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await priya.GetAsync($"/children/{child}/team")).Status
        );
        var page = await helen.GetAsync($"/children/{child}/team");

        var given = await page.SubmitAsync(
            helen,
            "main form",
            ("TeamId", page.Document.QuerySelector("[name=TeamId]")!.GetAttribute("value")!)
        );

        Assert.Equal("/concerns", given.RedirectedTo);
        Assert.Equal(HttpStatusCode.OK, (await sam.GetAsync(walk.Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await priya.GetAsync(walk.Address)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await helen.GetAsync(walk.Address)).Status);
        Assert.Contains(
            "Gave the record to another team: Family help team (demo).",
            (await sam.GetAsync(walk.Address + "/history")).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Make_FirstTeamOfAnAgency_ClosesWhatHasNoTeamUnlessItIsTaken()
    {
        await host.AddPersonAsync("school.admin", AgencyKind.School, [Roles.Administrator]);
        using var megan = await host.SignInAsync("megan.hughes");
        using var tom = await host.SignInAsync("tom.beckett");
        var megans = await RecordWalk.StartAsync(host, megan, "FIRST-M");
        var toms = await RecordWalk.StartAsync(host, tom, "FIRST-T");
        Assert.Equal(HttpStatusCode.OK, (await tom.GetAsync(megans.Address)).Status);
        using var admin = await host.SignInAsync("school.admin");

        await MakeAsync(admin, "Pastoral team");

        // Megan supervises the school's records without a team; Tom keeps his own.
        Assert.Equal(HttpStatusCode.NotFound, (await tom.GetAsync(megans.Address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await tom.GetAsync(toms.Address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await megan.GetAsync(toms.Address)).Status);

        await (await admin.GetAsync("/teams")).SubmitAsync(
            admin,
            "main form",
            ("Name", "Whole school"),
            ("TakeUnplaced", "true")
        );
        Assert.Equal(HttpStatusCode.NotFound, (await megan.GetAsync(megans.Address)).Status);
    }

    private static async Task<VisitedPage> MakeAsync(Visitor admin, string name) =>
        await (await admin.GetAsync("/teams")).SubmitAsync(admin, "main form", ("Name", name));

    private Task<Guid> IdAsync(string mailbox) =>
        host.ReadAsync(
            null,
            db =>
                db.Users.Where(u => u.Email == mailbox + "@demo.example")
                    .Select(u => u.Id)
                    .SingleAsync()
        );
}
