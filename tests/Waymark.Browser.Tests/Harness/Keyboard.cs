using Microsoft.Playwright;
using Xunit;

namespace Waymark.Browser.Tests.Harness;

/// <summary>
/// A person who has a keyboard and nothing else: Tab, Shift+Tab, arrows, Space, Enter and letters. What cannot be reached in a
/// bounded number of presses, or has no visible focus, fails the test.
/// </summary>
public sealed class Keyboard(IPage page)
{
    /// <summary>More presses than the longest page has stops.</summary>
    private const int Bound = 250;

    /// <summary>How often a key was pressed so far.</summary>
    public int Presses { get; private set; }

    /// <summary>What has the focus.</summary>
    public Task<Focused> FocusedAsync() => page.ReadAsync<Focused>(Focused.Read);

    /// <summary>Presses a key.</summary>
    public async Task PressAsync(string key)
    {
        Presses++;
        await page.Keyboard.PressAsync(key);
    }

    /// <summary>Tabs on until the focus is where it is wanted.</summary>
    /// <param name="wanted">Whether this is it.</param>
    /// <param name="what">What is looked for, for the message.</param>
    public async Task<Focused> FocusAsync(Func<Focused, bool> wanted, string what)
    {
        var passed = new List<string>();
        for (var presses = 0; presses <= Bound; presses++)
        {
            var focused = await FocusedAsync();
            if (wanted(focused))
            {
                Assert.True(focused.Shown, $"The focus on {focused} cannot be seen.");
                return focused;
            }
            passed.Add(focused.ToString());
            await PressAsync("Tab");
        }
        throw new InvalidOperationException(
            $"Tab never reached {what} on {page.Url}. It passed:\n{string.Join('\n', passed.Distinct())}"
        );
    }

    /// <summary>Types into the field with a label, in place of what is there.</summary>
    /// <param name="label">The field's label.</param>
    /// <param name="text">The text; a line break is typed as Enter.</param>
    /// <param name="group">The legend of the question it is in, where several fields share the label.</param>
    public async Task TypeAsync(string label, string text, string? group = null)
    {
        await FocusAsync(
            f => f.Kind == "text" && f.Name == label && (group is null || f.Group == group),
            $"the field “{label}”"
        );
        await ReplaceAsync(text);
    }

    /// <summary>Types into the field posted under a name, in place of what is there.</summary>
    public async Task TypeIntoAsync(string fieldName, string text)
    {
        await FocusAsync(f => f.FieldName == fieldName, $"the field {fieldName}");
        await ReplaceAsync(text);
    }

    /// <summary>Chooses one radio of a question.</summary>
    /// <param name="question">The legend, or the part of it that makes it unique.</param>
    /// <param name="option">The option's label.</param>
    public async Task ChooseAsync(string question, string option)
    {
        var focused = await FocusAsync(
            f => f.Kind == "radio" && f.Group.Contains(question, StringComparison.Ordinal),
            $"the radios of “{question}”"
        );
        var group = focused.FieldName;
        for (var presses = 0; presses < 12; presses++)
        {
            if (focused.Name == option)
            {
                if (!focused.Chosen)
                {
                    await PressAsync("Space");
                    focused = await FocusedAsync();
                }
                Assert.True(focused.Chosen, $"Space did not choose {focused}.");
                return;
            }
            await PressAsync("ArrowDown");
            focused = await FocusedAsync();
            Assert.Equal(group, focused.FieldName);
        }
        throw new InvalidOperationException($"“{question}” has no option “{option}”.");
    }

    /// <summary>Ticks checkboxes of a question.</summary>
    public async Task TickAsync(string question, params IEnumerable<string> options)
    {
        foreach (var option in options)
        {
            var box = await FocusAsync(
                f =>
                    f.Kind == "checkbox"
                    && f.Group.Contains(question, StringComparison.Ordinal)
                    && f.Name == option,
                $"the box “{option}” of “{question}”"
            );
            if (!box.Chosen)
            {
                await PressAsync("Space");
            }
            Assert.True((await FocusedAsync()).Chosen, $"Space did not tick {box}.");
        }
    }

    /// <summary>Presses a button and waits for the page that follows.</summary>
    public async Task SendAsync(string button)
    {
        await FocusAsync(f => f.Kind == "button" && f.Name == button, $"the button “{button}”");
        await EnterAsync();
    }

    /// <summary>Follows a link, or a button that is a link, and waits for the page that follows.</summary>
    public async Task FollowAsync(string link)
    {
        await FocusAsync(f => f.Kind is "link" or "button" && f.Name == link, $"the link “{link}”");
        await EnterAsync();
    }

    /// <summary>Presses Enter on a link or button that gives a file, and reads the file.</summary>
    public async Task<byte[]> SaveFileAsync(string linkOrButton)
    {
        await FocusAsync(
            f => f.Kind is "link" or "button" && f.Name == linkOrButton,
            $"the link or button “{linkOrButton}”"
        );
        var download = await page.RunAndWaitForDownloadAsync(() => PressAsync("Enter"));
        return await File.ReadAllBytesAsync(
            await download.PathAsync(),
            TestContext.Current.CancellationToken
        );
    }

    /// <summary>Presses Enter and waits until the page that follows is there.</summary>
    public async Task EnterAsync()
    {
        var loaded = new TaskCompletionSource();
        void Loaded(object? sender, IPage _) => loaded.TrySetResult();
        page.Load += Loaded;
        try
        {
            await PressAsync("Enter");
            await loaded.Task.WaitAsync(
                TimeSpan.FromMinutes(1),
                TestContext.Current.CancellationToken
            );
        }
        catch (TimeoutException)
        {
            throw new InvalidOperationException(
                $"Enter on {await FocusedAsync()} led nowhere from {page.Url}."
            );
        }
        finally
        {
            page.Load -= Loaded;
        }
    }

    private async Task ReplaceAsync(string text)
    {
        await PressAsync("ControlOrMeta+A");
        Presses += text.Length;
        await page.Keyboard.TypeAsync(text);
    }
}
