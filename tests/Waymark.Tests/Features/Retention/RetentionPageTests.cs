using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Retention;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Retention;

/// <summary>The register of records to keep: who sees what of it, and what a person can do there.</summary>
public sealed class RetentionPageTests(WaymarkHost host) : IClassFixture<WaymarkHost>
{
    private const string Worry = "Words that the register never shows";

    [Fact]
    public async Task List_OfAnAdministrator_HasEveryReferenceAndNoWord()
    {
        await StageAsync("KEEP-1");
        using var ines = await host.SignInAsync("ines.duarte");

        var page = await ines.GetAsync("/retention");

        Assert.Contains("KEEP-1", page.Words, StringComparison.Ordinal);
        Assert.Contains("HC-12044", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("SA-0413", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Worry, page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Demo:", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_OfASupervisor_HasTheirTeamsRecordsAlone()
    {
        await StageAsync("KEEP-2");
        using var helen = await host.SignInAsync("helen.marsh");

        var page = await helen.GetAsync("/retention");

        Assert.Contains("KEEP-2", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("HC-12044", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_SaysTheDayTheRuleAndThatItIsNotVerified()
    {
        var child = await StageAsync("KEEP-3");
        using var helen = await host.SignInAsync("helen.marsh");

        var page = await helen.GetAsync($"/retention/{child}");

        Assert.Contains("24 November 2101", page.Words, StringComparison.Ordinal);
        Assert.Contains("Not verified", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Class_Chosen_CountsByItAndIsAnEvent()
    {
        var child = await StageAsync("KEEP-4");
        using var helen = await host.SignInAsync("helen.marsh");

        await (await helen.GetAsync($"/retention/{child}")).SubmitAsync(
            helen,
            "form[action$=class]",
            ("Class", nameof(RetentionClass.SchoolFile))
        );

        // The child was told to be 14 on 24 November 2026.
        Assert.Contains(
            "24 November 2037",
            (await helen.GetAsync($"/retention/{child}")).Words,
            StringComparison.Ordinal
        );
        Assert.Equal(
            [nameof(RetentionClass.SchoolFile)],
            await host.ReadAsync(
                AgencyKind.Council,
                async db =>
                    (
                        await db
                            .Events.Where(e =>
                                e.SubjectId == child && e.Kind == EventKinds.RetentionClassChosen
                            )
                            .ToListAsync()
                    ).Select(e => e.After)
            )
        );
    }

    [Fact]
    public async Task Request_TimeIsOverWhileItIsNot_IsRefused()
    {
        var child = await StageAsync("KEEP-5");
        using var helen = await host.SignInAsync("helen.marsh");

        var page = await (await helen.GetAsync($"/retention/{child}")).SubmitAsync(
            helen,
            "form[action$=request]",
            ("Ground", nameof(ErasureGround.TimeIsOver)),
            ("ErasureReason", "It seems old enough.")
        );

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains("must be kept until", page.Errors.Single(), StringComparison.Ordinal);
        Assert.Contains("It seems old enough.", page.Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hold", "HoldReason", "short")]
    [InlineData("hold", "HoldReason", "see https://i.imgur.com/abc.png for the court's letter")]
    [InlineData("request", "ErasureReason", "")]
    public async Task Reason_MissingOrRefused_ChangesNothing(
        string form,
        string field,
        string reason
    )
    {
        var child = await StageAsync("KEEP-" + form + reason.Length);
        using var helen = await host.SignInAsync("helen.marsh");

        var page = await (await helen.GetAsync($"/retention/{child}")).SubmitAsync(
            helen,
            $"form[action$={form}]",
            (field, reason),
            ("Ground", nameof(ErasureGround.StartedInError))
        );

        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.NotEmpty(page.Errors);
        Assert.False(
            await host.ReadAsync(
                AgencyKind.Council,
                async db =>
                    await db.LegalHolds.AnyAsync(h => h.ChildId == child)
                    || await db.ErasureRequests.AnyAsync(r => r.ChildId == child)
            )
        );
    }

    [Fact]
    public async Task Withdraw_Request_LeavesTheRecordAndAnEvent()
    {
        var child = await StageAsync("KEEP-6");
        using var helen = await host.SignInAsync("helen.marsh");
        await (await helen.GetAsync($"/retention/{child}")).SubmitAsync(
            helen,
            "form[action$=request]",
            ("Ground", nameof(ErasureGround.StartedInError)),
            ("ErasureReason", "Started for the wrong child.")
        );
        using var ines = await host.SignInAsync("ines.duarte");
        Assert.Contains(
            "Erasure waits for a second person",
            (await ines.GetAsync("/retention")).Words,
            StringComparison.Ordinal
        );

        await (await ines.GetAsync($"/retention/{child}")).SubmitAsync(
            ines,
            "form[action$=withdraw]"
        );

        Assert.NotNull(
            (await helen.GetAsync($"/retention/{child}")).Document.QuerySelector(
                "form[action$=request]"
            )
        );
        Assert.True(
            await host.ReadAsync(
                AgencyKind.Council,
                db =>
                    db.Events.AnyAsync(e =>
                        e.SubjectId == child && e.Kind == EventKinds.ErasureWithdrawn
                    )
            )
        );
    }

    [Fact]
    public async Task Keep_AfterFiveYears_IsNoLongerDue()
    {
        var own = new WaymarkHost();
        await using var _ = own;
        using (var priya = await own.SignInAsync("priya.nair"))
        {
            await RecordWalk.StartAsync(own, priya, "KEEP-7");
        }
        own.Pass(TimeSpan.FromDays(366 * 5));
        using var helen = await own.SignInAsync("helen.marsh");
        var list = await helen.GetAsync("/retention");
        Assert.Contains("2 due to be looked at", list.Words, StringComparison.Ordinal);
        var address = list
            .Document.QuerySelectorAll("main a")
            .Single(a => a.TextContent.Contains("KEEP-7", StringComparison.Ordinal))
            .GetAttribute("href")!;

        await (await helen.GetAsync(address)).SubmitAsync(helen, "form[action$=keep]");

        Assert.Contains(
            "1 due to be looked at",
            (await helen.GetAsync("/retention")).Words,
            StringComparison.Ordinal
        );
    }

    private async Task<Guid> StageAsync(string reference)
    {
        using var priya = await host.SignInAsync("priya.nair");
        var walk = await RecordWalk.StartAsync(host, priya, reference, worry: Worry);
        return await host.ReadAsync(
            AgencyKind.Council,
            db =>
                db.Concerns.Where(c => c.Id == walk.ConcernId).Select(c => c.ChildId).SingleAsync()
        );
    }
}
