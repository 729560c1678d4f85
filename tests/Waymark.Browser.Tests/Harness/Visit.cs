using Microsoft.Playwright;

namespace Waymark.Browser.Tests.Harness;

/// <summary>One person's browser window.</summary>
public sealed class Visit(IPage page, Script script)
{
    /// <summary>The window's page, for looking. What a person does goes through <see cref="Keyboard"/>.</summary>
    public IPage Page { get; } = page;

    /// <summary>The person's only way to act.</summary>
    public Keyboard Keyboard { get; } = new(page);

    /// <summary>Whether the pages' script runs.</summary>
    public Script Script { get; } = script;

    /// <summary>The path of the page shown.</summary>
    public string Path => new Uri(Page.Url).AbsolutePath;

    /// <summary>The first-level heading.</summary>
    public async Task<string> HeadingAsync() =>
        Fold(await Page.Locator("h1").First.InnerTextAsync());

    /// <summary>The words of the main part that can be seen.</summary>
    public async Task<string> WordsAsync() => Fold(await Page.Locator("main").InnerTextAsync());

    /// <summary>Opens an address, as typed into the browser or followed from an e-mail.</summary>
    public async Task OpenAsync(string path) => await Page.GotoAsync(path);

    /// <summary>Waits until the words of the main part hold what is looked for.</summary>
    public async Task SeeAsync(string words) =>
        await Page.Locator("main").GetByText(words).First.WaitForAsync();

    /// <summary>Prints the page on A4 into a file, as the browser's print command would, and returns the file.</summary>
    public async Task<string> PrintAsync(string name)
    {
        var file = System.IO.Path.Combine(Artifacts("print"), name + ".pdf");
        await Page.PdfAsync(
            new()
            {
                Path = file,
                Format = "A4",
                PreferCSSPageSize = true,
            }
        );
        return file;
    }

    /// <summary>A folder for what people look at, under artifacts/.</summary>
    public static string Artifacts(string folder) =>
        Directory
            .CreateDirectory(
                System.IO.Path.Combine(Waymark.Tests.Repository.Root, "artifacts", folder)
            )
            .FullName;

    /// <summary>White space folded into single spaces.</summary>
    public static string Fold(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
