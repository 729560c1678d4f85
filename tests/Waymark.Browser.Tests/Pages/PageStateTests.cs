using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Waymark.Tests;
using Xunit;

namespace Waymark.Browser.Tests.Pages;

/// <summary>Every state of every page, on a desktop and on a phone: what axe finds, what sticks out, and what a screen reader is told.</summary>
public sealed partial class PageStateTests(Chromium chromium, Stage stage)
    : BrowserTest(chromium),
        IClassFixture<Stage>
{
    private static readonly AxeRunOptions s_axe = new()
    {
        RunOnly = new()
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    public static TheoryData<string> Names =>
        [.. PageState.All.Select(s => s.Name).Except(SurveyStates.All.Select(s => s.Name))];

    public static TheoryData<string> SurveyNames => [.. SurveyStates.All.Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task State_OnDesktopAndPhone_IsAccessibleAndNamedAsApproved(string name) =>
        CheckAsync(name);

    [Theory]
    [MemberData(nameof(SurveyNames))]
    public Task State_OfASurvey_OnDesktopAndPhone_IsAccessibleAndNamedAsApproved(string name) =>
        CheckAsync(name);

    private async Task CheckAsync(string name)
    {
        var state = PageState.All.Single(s => s.Name == name);
        var visit = state.Mailbox is { } mailbox
            ? await SignedInAsync(stage, mailbox)
            : await OpenAsync(stage);
        await state.ReachAsync(stage, visit.Page);

        await AssertAxeFindsNothingAsync(visit.Page, "desktop");
        var snapshot = await visit.Page.Locator("body").AriaSnapshotAsync();
        await visit.Page.SetViewportSizeAsync(375, 812);
        await AssertAxeFindsNothingAsync(visit.Page, "phone");
        Assert.False(
            await visit.Page.EvaluateAsync<bool>(
                "() => document.documentElement.scrollWidth > window.innerWidth"
            ),
            "The page must be moved sideways to be read on a phone."
        );
        Approved.Check(
            $"tests/Waymark.Browser.Tests/Approved/{name}.approved.txt",
            string.Join('\n', Named().Matches(snapshot).Select(m => m.Value.TrimEnd(':')))
        );
    }

    [Theory]
    [MemberData(nameof(SurveyNames))]
    public async Task State_OfASurvey_At320PixelsInForcedColours_CanBeReadAndUsed(string name)
    {
        var state = PageState.All.Single(s => s.Name == name);
        var visit = state.Mailbox is { } mailbox
            ? await SignedInAsync(stage, mailbox)
            : await OpenAsync(stage);
        await visit.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        await visit.Page.SetViewportSizeAsync(320, 640);
        await state.ReachAsync(stage, visit.Page);

        Assert.False(
            await visit.Page.EvaluateAsync<bool>(
                "() => document.documentElement.scrollWidth > window.innerWidth"
            ),
            "The page must be moved sideways to be read at 320 pixels."
        );
        Assert.Empty(await visit.Page.ReadAsync<string[]>(Unseen));
    }

    /// <summary>Controls that have no edge and no words of their own where the system's colours take the place of ours.</summary>
    private const string Unseen = """
        () => [...document.querySelectorAll('main button, main input:not([type=hidden]), main textarea, main select')]
          .filter((e) => e.checkVisibility())
          .filter((e) => {
            const drawn = (style) => style.borderTopStyle !== 'none' && parseFloat(style.borderTopWidth) > 0
            const own = getComputedStyle(e)
            const label = e.labels?.length ? getComputedStyle(e.labels[0], '::before') : null
            return !drawn(own) && !(label && drawn(label)) && !e.textContent.trim() && e.type !== 'file'
          })
          .map((e) => e.outerHTML)
        """;

    private static async Task AssertAxeFindsNothingAsync(IPage page, string width)
    {
        var result = await page.RunAxe(s_axe);
        Assert.True(
            result.Violations.Length == 0,
            string.Join(
                '\n',
                result.Violations.Select(v =>
                    $"{width}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"
                )
            )
        );
    }

    /// <summary>Headings, and everything a person can act on.</summary>
    [GeneratedRegex(
        "(?<=^ *- )'?(heading|link|button|radio|checkbox|textbox|combobox|group|alert|status|region|navigation)\\b( \"|:).*$",
        RegexOptions.Multiline
    )]
    private static partial Regex Named();
}
