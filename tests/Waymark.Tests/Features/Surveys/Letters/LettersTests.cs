using System.Net;
using Microsoft.EntityFrameworkCore;
using Waymark.Features.Accounts;
using Waymark.Features.Surveys.Letters;
using Waymark.Tests.Features.Surveys.Walk;
using Waymark.Tests.Host;
using Waymark.Tests.Mail;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Letters;

/// <summary>Letters that a real mail server on loopback does not take.</summary>
public sealed class LettersTests
{
    private const string Gone = "gone@heron.example";
    private const string Ann = "ann@heron.example";

    [Fact]
    public async Task Invitation_ThatIsRefused_IsShownWithWhatToDoAndTriedAgainTheNextDay()
    {
        await using var server = await MailServer.StartAsync();
        server.Unknown[Gone] = true;
        using var host = new PostHost(server.Port);
        var walk = await SurveyWalk.StartOnceAsync(host);
        await walk.InviteAsync(Gone, Ann);
        await SurveyWalk.RoundAsync(host);
        Assert.Equal(Ann, Assert.Single(server.Delivered).To.ToString());

        var overview = await walk.OverviewAsync();
        Assert.Contains(
            "2, of whom 1 is still to be written to",
            overview.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "The mail server did not take 1 of these letters.",
            overview.Words,
            StringComparison.Ordinal
        );
        var letters = await walk.Lead.GetAsync($"/surveys/{walk.Id}/letters");
        Assert.Contains(Gone, letters.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(Ann, letters.Words, StringComparison.Ordinal);

        // Not again on the same day; on the next the mailbox is there.
        await SurveyWalk.RoundAsync(host);
        Assert.Single(server.Delivered);
        server.Unknown.Clear();
        host.Pass(TimeSpan.FromDays(1));
        await SurveyWalk.RoundAsync(host);
        Assert.Equal(2, server.Delivered.Count);
        await walk.Lead.SignInAsync("dai.probert");
        Assert.Contains(
            "has taken every invitation",
            (await walk.Lead.GetAsync($"/surveys/{walk.Id}/letters")).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Reminder_ThatIsRefused_IsShownNowhere()
    {
        await using var server = await MailServer.StartAsync();
        using var host = new PostHost(server.Port);
        var walk = await SurveyWalk.StartOnceAsync(host);
        await walk.InviteAsync(Gone, Ann);
        await SurveyWalk.RoundAsync(host);
        Assert.Equal(2, server.Delivered.Count);
        server.Unknown[Gone] = true;
        host.Pass(TimeSpan.FromDays(7));
        await SurveyWalk.RoundAsync(host);
        Assert.Equal(3, server.Delivered.Count);

        await walk.Lead.SignInAsync("dai.probert");
        var letters = await walk.Lead.GetAsync($"/surveys/{walk.Id}/letters");
        Assert.DoesNotContain(Gone, letters.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "did not take",
            (await walk.OverviewAsync()).Words,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task WrongAddress_TakenOff_GoesWithAllItsInvitationsAndTheOthersStay()
    {
        await using var server = await MailServer.StartAsync();
        server.Unknown[Gone] = true;
        using var host = new PostHost(server.Port);
        var walk = await SurveyWalk.StartThreeAsync(host);
        await walk.InviteAsync($"{Gone},max@heron.example", $"{Ann},max@heron.example");
        await SurveyWalk.RoundAsync(host);
        var path = $"/surveys/{walk.Id}/letters";
        var none = await (await walk.Lead.GetAsync(path)).SubmitAsync(
            walk.Lead,
            "#main-content form"
        );
        Assert.Equal(HttpStatusCode.BadRequest, none.Status);
        Assert.Equal("Tick at least one address", Assert.Single(none.Errors));

        var box = none.Document.QuerySelector($"[name={LettersPage.LetterField}]")!;
        var taken = await none.SubmitAsync(
            walk.Lead,
            "#main-content form",
            (LettersPage.LetterField, box.GetAttribute("value")!)
        );

        Assert.Equal($"/surveys/{walk.Id}?done=taken-off", taken.RedirectedTo);
        var (people, invitations) = await host.ReadAsync(
            AgencyKind.Council,
            async db =>
                (
                    (await db.Invitees.ToListAsync()).ConvertAll(i => i.Email),
                    await db.Invitations.CountAsync()
                )
        );
        Assert.Equal([Ann], people);
        Assert.Equal(4, invitations);
    }

    [Fact]
    public async Task Invitation_WithTheMailServerAway_WaitsAndIsNoRefusal()
    {
        using var host = new PostHost(MailServer.FreePort());
        var walk = await SurveyWalk.StartOnceAsync(host);
        await walk.InviteAsync(Ann);
        await SurveyWalk.RoundAsync(host);
        var words = (await walk.OverviewAsync()).Words;
        Assert.Contains("1, of whom 1 is still to be written to", words, StringComparison.Ordinal);
        Assert.DoesNotContain("did not take", words, StringComparison.Ordinal);
    }

    private sealed class PostHost(int port) : WaymarkHost
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
            [
                new("Waymark:Mail:PickupFolder", ""),
                new("Waymark:Mail:Host", "localhost"),
                new("Waymark:Mail:Port", $"{port}"),
                new("Waymark:Mail:Security", "None"),
            ];
    }
}
