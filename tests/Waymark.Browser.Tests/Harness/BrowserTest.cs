using Microsoft.Playwright;
using Xunit;

namespace Waymark.Browser.Tests.Harness;

/// <summary>
/// A test that opens browsers. When it fails, what each of them showed last is left under TestResults/browser: a picture and
/// the page's HTML. With WAYMARK_TRACE=1 a Playwright trace of every failed test is left there too.
/// </summary>
public abstract class BrowserTest(Chromium chromium) : IAsyncLifetime
{
    /// <summary>Longest wait for one step, in milliseconds: generous, for machines that do other work too.</summary>
    private const float Patience = 60_000;

    private static readonly bool s_trace =
        Environment.GetEnvironmentVariable("WAYMARK_TRACE") == "1";

    private readonly List<Visit> _visits = [];

    /// <summary>A browser of one person, at a site, not signed in.</summary>
    protected async Task<Visit> OpenAsync(
        Site site,
        Screen screen = Screen.Desktop,
        Script script = Script.On
    )
    {
        var context = await chromium.Browser.NewContextAsync(
            new()
            {
                BaseURL = site.Address.ToString(),
                ViewportSize =
                    screen == Screen.Phone
                        ? new() { Width = 375, Height = 812 }
                        : new() { Width = 1280, Height = 900 },
                IsMobile = screen == Screen.Phone,
                HasTouch = screen == Screen.Phone,
                JavaScriptEnabled = script == Script.On,
                Locale = "en-GB",
                TimezoneId = "Europe/London",
                ReducedMotion = ReducedMotion.Reduce,
            }
        );
        context.SetDefaultTimeout(Patience);
        if (s_trace)
        {
            await context.Tracing.StartAsync(new() { Screenshots = true, Snapshots = true });
        }
        var visit = new Visit(await context.NewPageAsync(), script);
        _visits.Add(visit);
        return visit;
    }

    /// <summary>A browser in which a person of the demo is signed in, by their mailbox name.</summary>
    protected async Task<Visit> SignedInAsync(
        Site site,
        string mailbox,
        Screen screen = Screen.Desktop,
        Script script = Script.On
    )
    {
        var visit = await OpenAsync(site, screen, script);
        await visit.OpenAsync("/accounts/sign-in");
        await visit.Keyboard.TypeAsync("E-mail address", $"{mailbox}@demo.example");
        await visit.Keyboard.TypeAsync("Password", Waymark.Features.Demo.DemoData.Password);
        await visit.Keyboard.SendAsync("Sign in");
        return visit;
    }

    public virtual ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        var failed = TestContext.Current.TestState?.Result == TestResult.Failed;
        foreach (var (index, visit) in _visits.Index())
        {
            if (failed)
            {
                await KeepAsync(visit, index);
            }
            await visit.Page.Context.CloseAsync();
        }
    }

    private static async Task KeepAsync(Visit visit, int index)
    {
        var folder = Path.Combine(Waymark.Tests.Repository.Root, "TestResults", "browser");
        Directory.CreateDirectory(folder);
        var test = TestContext.Current.Test?.TestDisplayName ?? "test";
        var file = Path.Combine(
            folder,
            string.Concat(
                test.Split('.').Last().Where(c => char.IsLetterOrDigit(c) || c is '_' or '-')
            ) + $"-{index}"
        );
        if (!visit.Page.IsClosed)
        {
            await visit.Page.ScreenshotAsync(new() { Path = file + ".png", FullPage = true });
            await File.WriteAllTextAsync(
                file + ".html",
                $"<!-- {visit.Page.Url} -->\n{await visit.Page.ContentAsync()}"
            );
        }
        if (s_trace)
        {
            await visit.Page.Context.Tracing.StopAsync(new() { Path = file + ".zip" });
        }
    }
}
