using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace Waymark.Tests.Host;

/// <summary>A person with a browser: pages are read as documents, forms are filled in by name and sent with all they hold.</summary>
public sealed class Visitor(HttpClient client) : IDisposable
{
    /// <summary>The client underneath, for requests no form would make.</summary>
    public HttpClient Client { get; } = client;

    /// <summary>Opens a page.</summary>
    public async Task<VisitedPage> GetAsync(string path) =>
        await ReadAsync(await Client.GetAsync(path));

    /// <summary>Opens a page and goes where it sends the visitor.</summary>
    public async Task<VisitedPage> FollowAsync(string path)
    {
        var page = await GetAsync(path);
        for (var hops = 0; page.RedirectedTo is { } next && hops < 5; hops++)
        {
            page = await GetAsync(next);
        }
        return page;
    }

    /// <summary>Signs in with the demo's password.</summary>
    public async Task SignInAsync(string mailbox)
    {
        var page = await GetAsync("/accounts/sign-in");
        var entered = await page.SubmitAsync(
            this,
            "form:has([name=Password])",
            ("Email", $"{mailbox}@demo.example"),
            ("Password", Waymark.Features.Demo.DemoData.Password)
        );
        Assert.Equal(HttpStatusCode.Redirect, entered.Status);
    }

    /// <summary>Posts fields as a form would.</summary>
    public async Task<VisitedPage> PostAsync(
        string path,
        IEnumerable<KeyValuePair<string, string>> fields,
        IReadOnlyDictionary<string, string>? headers = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent(fields),
        };
        request.Headers.TryAddWithoutValidation(
            "Origin",
            Client.BaseAddress!.GetLeftPart(UriPartial.Authority)
        );
        foreach (var (name, value) in headers ?? new Dictionary<string, string>())
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }
        return await ReadAsync(await Client.SendAsync(request));
    }

    /// <summary>Posts a form of any kind, one with a file too.</summary>
    public async Task<VisitedPage> PostFormAsync(string path, HttpContent form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = form };
        request.Headers.TryAddWithoutValidation(
            "Origin",
            Client.BaseAddress!.GetLeftPart(UriPartial.Authority)
        );
        return await ReadAsync(await Client.SendAsync(request));
    }

    public void Dispose() => Client.Dispose();

    private static async Task<VisitedPage> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var document = await BrowsingContext
            .New(AngleSharp.Configuration.Default)
            .OpenAsync(request =>
                request.Content(html).Address(response.RequestMessage!.RequestUri!)
            );
        return new(response, html, document);
    }
}

/// <summary>An answer of the server, as a person and as a test see it.</summary>
public sealed record VisitedPage(HttpResponseMessage Response, string Html, IDocument Document)
{
    public HttpStatusCode Status => Response.StatusCode;

    /// <summary>Where the answer sends the visitor, or null.</summary>
    public string? RedirectedTo => Response.Headers.Location?.ToString();

    /// <summary>The words of the page's main part, with white space folded.</summary>
    public string Words =>
        Fold(Document.QuerySelector("main")?.TextContent ?? Document.Body?.TextContent ?? "");

    /// <summary>The first-level heading.</summary>
    public string Heading => Fold(Document.QuerySelector("h1")?.TextContent ?? "");

    /// <summary>The error summary's entries.</summary>
    public IReadOnlyList<string> Errors =>
        [
            .. Document
                .QuerySelectorAll(".govuk-error-summary__list li")
                .Select(e => Fold(e.TextContent)),
        ];

    /// <summary>What a form would send as it stands, with the named fields replaced.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Fields(
        string formSelector,
        params IEnumerable<(string Name, string Value)> typed
    )
    {
        var form = Form(formSelector);
        var replaced = typed.Select(t => t.Name).ToHashSet();
        return
        [
            .. form
                .Elements.OfType<IHtmlElement>()
                .SelectMany(Sent)
                .Where(field => !replaced.Contains(field.Key)),
            .. typed.Select(t => KeyValuePair.Create(t.Name, t.Value)),
        ];
    }

    /// <summary>Sends a form of this page as it stands, with the named fields replaced.</summary>
    public Task<VisitedPage> SubmitAsync(
        Visitor visitor,
        string formSelector,
        params IEnumerable<(string Name, string Value)> typed
    )
    {
        var action = Form(formSelector).GetAttribute("action");
        return visitor.PostAsync(
            new Uri(Response.RequestMessage!.RequestUri!, action ?? "").PathAndQuery is var target
            && action is null
                ? Response.RequestMessage.RequestUri!.PathAndQuery
                : target,
            Fields(formSelector, typed)
        );
    }

    private IHtmlFormElement Form(string selector) =>
        Document.QuerySelector(selector) as IHtmlFormElement
        ?? throw new InvalidOperationException($"The page '{Heading}' has no form {selector}.");

    private static IEnumerable<KeyValuePair<string, string>> Sent(IHtmlElement element) =>
        element switch
        {
            IHtmlInputElement { Name.Length: > 0, Type: "radio" or "checkbox", IsChecked: false } =>
                [],
            IHtmlInputElement { Name.Length: > 0 } input => [new(input.Name!, input.Value)],
            IHtmlTextAreaElement { Name.Length: > 0 } area => [new(area.Name!, area.Value)],
            IHtmlSelectElement { Name.Length: > 0 } select =>
            [
                new(select.Name!, select.Value ?? ""),
            ],
            _ => [],
        };

    private static string Fold(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
