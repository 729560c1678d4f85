using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Browser.Tests.Journeys;

/// <summary>Opening a closed record in an emergency, and erasing one by two people, by keyboard.</summary>
public sealed class AccessTests(Chromium chromium, Site site) : BrowserTest(chromium)
{
    [Theory]
    [InlineData(Screen.Phone, Script.On)]
    [InlineData(Screen.Desktop, Script.Off)]
    public async Task Emergency_FromSearchToTheSupervisorWhoLooks_ByKeyboard(
        Screen screen,
        Script script
    )
    {
        var reference = $"EM-{screen}".ToUpperInvariant();
        await StartAsync(reference, "A worry that Sam cannot open");
        var sam = await SignedInAsync(site, "sam.okafor", screen, script);
        await sam.Keyboard.FollowAsync("Find a record by your agency’s reference");
        await sam.Keyboard.TypeAsync("Your agency’s reference for the child", reference);
        await sam.Keyboard.SendAsync("Find");
        Assert.Equal("This record is not open to you", await sam.HeadingAsync());
        await sam.Keyboard.SendAsync("Open the record and tell its supervisors");
        Assert.Contains(
            "Say why you need to open",
            await sam.WordsAsync(),
            StringComparison.Ordinal
        );
        await sam.Keyboard.TypeAsync(
            "Why do you need to open this record now?",
            "The child is at our front desk."
        );
        await sam.Keyboard.SendAsync("Open the record and tell its supervisors");
        Assert.Equal("A worry that Sam cannot open", await sam.HeadingAsync());

        var helen = await SignedInAsync(site, "helen.marsh", screen, script);
        await helen.Keyboard.FollowAsync("See who opened what");
        await helen.Keyboard.FollowAsync($"Sam Okafor opened the record of child {reference}");
        Assert.Contains("front desk", await helen.WordsAsync(), StringComparison.Ordinal);
        await helen.Keyboard.TypeAsync(
            "A note, if there is something to say",
            "Talked to Sam. It was right."
        );
        await helen.Keyboard.SendAsync("I have looked at this");
        Assert.Contains(
            "Looked at by Helen Marsh",
            await helen.WordsAsync(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Screen.Desktop, Script.On)]
    [InlineData(Screen.Phone, Script.Off)]
    public async Task Erasure_ByTwoPeople_ByKeyboard(Screen screen, Script script)
    {
        var reference = $"ER-{screen}".ToUpperInvariant();
        var record = await StartAsync(reference, $"A worry to be erased on a {screen}");
        var helen = await SignedInAsync(site, "helen.marsh", screen, script);
        await helen.OpenAsync(record);
        await helen.Keyboard.FollowAsync("How long it is kept, legal hold, erasing");
        await helen.Keyboard.ChooseAsync("On what ground?", "The record was started in error");
        await helen.Keyboard.TypeAsync(
            "Why, in your own words?",
            "Started under the wrong reference."
        );
        await helen.Keyboard.SendAsync("Ask a second person to erase it");
        Assert.Contains(
            "Another supervisor or administrator has to confirm it",
            await helen.WordsAsync(),
            StringComparison.Ordinal
        );

        var ines = await SignedInAsync(site, "ines.duarte", screen, script);
        await ines.OpenAsync("/retention");
        await ines.Keyboard.FollowAsync($"Child {reference}");
        await ines.Keyboard.TypeAsync(
            $"Type the reference {reference} to erase this record",
            reference
        );
        await ines.Keyboard.SendAsync("Erase the record for good");
        Assert.Contains(
            "the record was started in error",
            await ines.WordsAsync(),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(reference, await ines.WordsAsync(), StringComparison.Ordinal);

        await helen.OpenAsync(record);
        Assert.Equal("Page not found", await helen.HeadingAsync());
    }

    private async Task<string> StartAsync(string reference, string worry)
    {
        using var priya = await site.SignInAsync("priya.nair");
        return (await RecordWalk.StartAsync(site, priya, reference, worry: worry)).Address;
    }
}
