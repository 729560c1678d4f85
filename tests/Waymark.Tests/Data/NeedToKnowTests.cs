using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Data;

/// <summary>Need to know in the data layer: rows of a closed record are not there, whatever a page asks.</summary>
public sealed class NeedToKnowTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    [Fact]
    public async Task Model_EveryRowOfAChildOrConcern_IsFilteredByNeedToKnow() =>
        await host.ReadAsync(
            null,
            db =>
            {
                var forgotten =
                    from type in db.Model.GetEntityTypes()
                    where typeof(IAgencyOwned).IsAssignableFrom(type.ClrType)
                    where
                        type.FindProperty("ConcernId") is not null
                        || type.FindProperty("ChildId") is not null
                    where type.FindDeclaredQueryFilter(WaymarkDb.NeedToKnow) is null
                    select type.ClrType.Name;

                // The admissions are what the filter itself asks.
                Assert.Equal(["Admission"], forgotten);
                return Task.FromResult(true);
            }
        );

    [Theory]
    [InlineData("priya.nair", true)]
    [InlineData("helen.marsh", true)]
    [InlineData("sam.okafor", false)]
    [InlineData("dai.probert", false)]
    [InlineData("ines.duarte", false)]
    public async Task Read_RecordOfATeam_IsThereForItsPeopleAlone(string mailbox, bool open)
    {
        using var priya = await host.SignInAsync("priya.nair");
        var walk = await RecordWalk.StartAsync(host, priya, "NEED-" + mailbox);

        await AsAsync(
            mailbox,
            async db =>
            {
                Assert.Equal(open, await db.Concerns.AnyAsync(c => c.Id == walk.ConcernId));
                Assert.Equal(open, await db.Responses.AnyAsync(r => r.ConcernId == walk.ConcernId));
                Assert.Equal(open, await db.Events.AnyAsync(e => e.ConcernId == walk.ConcernId));
                Assert.Equal(
                    open,
                    (await db.Children.ToListAsync()).Any(c =>
                        c.Reference == "NEED-" + mailbox.ToUpperInvariant()
                    )
                );
                return true;
            }
        );
    }

    [Fact]
    public async Task Read_AgencyWithoutTeams_IsOneTeam()
    {
        using var megan = await host.SignInAsync("megan.hughes");
        var walk = await RecordWalk.StartAsync(host, megan, "ONE-TEAM");

        Assert.True(
            await AsAsync("tom.beckett", db => db.Concerns.AnyAsync(c => c.Id == walk.ConcernId))
        );
    }

    [Fact]
    public async Task Start_WorryAboutAnotherTeamsChild_OpensThatWorryAloneAndTellsNothing()
    {
        using var priya = await host.SignInAsync("priya.nair");
        using var sam = await host.SignInAsync("sam.okafor");
        var first = await RecordWalk.StartAsync(host, priya, "SHARED-1", worry: "Known to Priya");

        var second = await RecordWalk.StartAsync(host, sam, "shared-1", worry: "Known to Sam");

        var page = await second.GetAsync("");
        Assert.Equal(System.Net.HttpStatusCode.OK, page.Status);
        Assert.DoesNotContain("Known to Priya", page.Html, StringComparison.Ordinal);
        Assert.Equal(
            System.Net.HttpStatusCode.NotFound,
            (await sam.GetAsync(first.Address)).Status
        );
        Assert.Contains("Known to Sam", (await first.GetAsync("")).Html, StringComparison.Ordinal);
        var child = await host.ReadAsync(
            AgencyKind.Council,
            db =>
                db.Concerns.Where(c => c.Id == first.ConcernId).Select(c => c.ChildId).SingleAsync()
        );
        Assert.Equal(
            System.Net.HttpStatusCode.NotFound,
            (await sam.GetAsync($"/children/{child}/team")).Status
        );
    }

    [Fact]
    public void Scope_OfAPerson_IsNeverWidened()
    {
        var (agency, person) = (Guid.NewGuid(), Guid.NewGuid());
        var scope = new AgencyScope();
        scope.EnterAs(agency, person, isSupervisor: false, default);
        scope.Enter(agency);

        Assert.True(scope.IsOfPerson);
        Assert.Throws<InvalidOperationException>(() =>
            scope.EnterAs(agency, Guid.NewGuid(), isSupervisor: true, default)
        );
        Assert.Throws<InvalidOperationException>(() =>
            scope.EnterAs(agency, Guid.Empty, isSupervisor: true, default)
        );
    }

    [Fact]
    public void Code_ThatLooksPastNeedToKnow_IsNamedHere()
    {
        // Each of these shows references, counts or ids, never a word that was written about a child.
        string[] judged =
        [
            "Data/Chain/ChainedEntry.cs",
            "Features/Concerns/Find/FindPage.cshtml.cs",
            "Features/Concerns/Start/StartPage.cshtml.cs",
            "Features/Openings/Review/ReviewPage.cshtml.cs",
            "Features/Openings/ToldOpenings.cs",
            "Features/Retention/Erasure.cs",
            "Features/Retention/RetentionRegister.cs",
            "Features/Teams/Members/MembersPage.cshtml.cs",
            "Features/Teams/TeamsPage.cshtml.cs",
        ];
        var root = Path.Combine(Repository.Root, "src", "Waymark");
        var found = Directory
            .EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(f =>
                !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")
            )
            .Where(f =>
                File.ReadAllText(f).Contains("IgnoreQueryFilters(", StringComparison.Ordinal)
            )
            .ToDictionary(f => Path.GetRelativePath(root, f).Replace('\\', '/'), File.ReadAllText);

        Assert.Equal(judged, found.Keys.Order(StringComparer.Ordinal));
        Assert.All(
            found,
            file =>
                Assert.DoesNotMatch(
                    @"IgnoreQueryFilters\((?!\[WaymarkDb\.NeedToKnow\]\))",
                    file.Value
                )
        );
    }

    private Task<T> AsAsync<T>(string mailbox, Func<WaymarkDb, Task<T>> read) =>
        host.AsPersonAsync(mailbox, read);
}
