using System.Text.RegularExpressions;
using Waymark.Content;
using Waymark.Tests.Documents;
using Xunit;

namespace Waymark.Browser.Tests.Journeys;

/// <summary>
/// The four kinds of case of the 2014 study, by keyboard alone, from sign-in to the referral: on a phone and on a desktop,
/// with and without script.
/// </summary>
public sealed class CaseStudyJourneyTests(Chromium chromium, Site site) : BrowserTest(chromium)
{
    [Theory]
    [InlineData("v01", Screen.Phone, Script.On)]
    [InlineData("v01", Screen.Desktop, Script.Off)]
    [InlineData("v02", Screen.Desktop, Script.On)]
    [InlineData("v02", Screen.Phone, Script.Off)]
    [InlineData("v03", Screen.Phone, Script.On)]
    [InlineData("v03", Screen.Desktop, Script.Off)]
    [InlineData("v04", Screen.Desktop, Script.On)]
    [InlineData("v04", Screen.Phone, Script.Off)]
    public async Task Referral_ByKeyboard_EverythingEssentialAndNothingUnsafeIsSuggested(
        string id,
        Screen screen,
        Script script
    )
    {
        var content = site.Services.GetRequiredService<ContentLibrary>();
        var study = content.CaseStudies.Single(s => s.Id == id);
        var visit = await OpenAsync(site, screen, script);
        var walk = new CaseWalk(visit, study, content);

        await walk.StartAsync("Megan Hughes, designated safeguarding lead");
        await walk.CheckSafetyAsync();
        await walk.AssessAsync();
        await visit.Keyboard.FollowAsync("Go on to the formulation");
        var suggested = await walk.ReadFormulationAsync();
        AssertEssentials(study, content, suggested);
        await visit.Keyboard.FormulateAsync(
            "Seriously concerned: reason to suspect significant harm",
            "Fairly sure"
        );
        await visit.Keyboard.FollowAsync("Go on to the decision");
        await visit.Keyboard.ReferAsync();
        Assert.Equal(walk.Record, visit.Path);
        AssertNothingUnsafe(study, walk.Suggested);

        await visit.Keyboard.FollowAsync("The referral, to read or print");
        AssertIsReferral(study, await visit.WordsAsync());
        var word = await visit.Keyboard.SaveFileAsync("Save as a Word document");
        AssertIsReferral(study, Visit.Fold(WordReading.PlainText(word)));
        Assert.Empty(WordReading.Faults(word));
    }

    [Theory]
    [InlineData(Screen.Phone, Script.On)]
    [InlineData(Screen.Desktop, Script.Off)]
    public async Task BenignConcern_ByKeyboard_EndsCalmlyWithADayToLookAgain(
        Screen screen,
        Script script
    )
    {
        var content = site.Services.GetRequiredService<ContentLibrary>();
        var study = content.CaseStudies.Single(s => s.EndsCalmly);
        var visit = await OpenAsync(site, screen, script);
        var walk = new CaseWalk(visit, study, content);

        await walk.StartAsync("Grace Amoah, school nurse");
        await walk.CheckSafetyAsync();

        Assert.DoesNotContain(walk.Suggested, step => step.Urgency == "Now");
        Assert.Equal(0, await visit.Page.Locator(".wm-now").CountAsync());

        await walk.AssessAsync();
        await visit.Keyboard.FollowAsync("Go on to the formulation");
        Assert.DoesNotContain(await walk.ReadFormulationAsync(), step => step.Urgency == "Now");
        await visit.Keyboard.FormulateAsync("No sign of harm found so far", "Very sure");
        await visit.Keyboard.FollowAsync("Go on to the decision");
        await visit.Keyboard.DoNotReferAsync("24", "2", "2027");

        Assert.Equal(walk.Record, visit.Path);
        Assert.Contains(
            "Do not refer now; look again on 24 February 2027",
            await visit.WordsAsync(),
            StringComparison.Ordinal
        );
    }

    /// <summary>Every rule of an essential step is suggested, with its urgency.</summary>
    private static void AssertEssentials(
        CaseStudy study,
        ContentLibrary content,
        IReadOnlyList<Suggestion> suggested
    )
    {
        var titles = content
            .Instruments.Where(folder => folder.Rules is not null)
            .SelectMany(folder => folder.Rules!.Rules)
            .ToLookup(rule => rule.Id, rule => rule.Title);
        Assert.NotEmpty(study.Essential);
        Assert.All(
            study.Essential.SelectMany(step => step.Rules, (step, rule) => (step.Urgency, rule)),
            essential =>
                Assert.Contains(
                    suggested,
                    seen =>
                        (
                            seen.Urgency == essential.Urgency.ToString()
                            || seen.Urgency == Suggestion.Never
                        )
                        && titles[essential.rule]
                            .Any(title => seen.Title.StartsWith(title, StringComparison.Ordinal))
                )
        );
    }

    /// <summary>The document says what worries, what was written, what is asked and what is not known.</summary>
    private static void AssertIsReferral(CaseStudy study, string words) =>
        Assert.All(
            [
                study.Title,
                "A strategy discussion today.",
                "The person may be alerted.",
                "Call the school office only.",
                "Secrecy and fear of being blamed.",
                "Megan Hughes",
            ],
            part => Assert.Contains(part, words, StringComparison.Ordinal)
        );

    private static void AssertNothingUnsafe(CaseStudy study, IReadOnlyList<Suggestion> suggested)
    {
        var doing = suggested.Where(seen => seen.Urgency != Suggestion.Never).ToList();
        Assert.NotEmpty(doing);
        Assert.All(
            study.Unsafe.SelectMany(step => step.MustNotMatch),
            pattern =>
                Assert.DoesNotContain(
                    doing,
                    seen =>
                        Regex.IsMatch(
                            $"{seen.Title}\n{seen.Reason}",
                            pattern,
                            RegexOptions.IgnoreCase | RegexOptions.Multiline
                        )
                )
        );
    }
}
