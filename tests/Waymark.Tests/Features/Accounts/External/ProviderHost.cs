using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Accounts.External;

/// <summary>
/// A host that knows one real provider under three rules: <c>council</c> gives out the addresses itself, and states agency and roles;
/// <c>public</c> is a sign-in that anybody can have; <c>away</c> belongs to an agency that Waymark has not.
/// </summary>
public sealed class ProviderHost : SecondWayHost
{
    private LoopbackProvider? _provider;

    /// <summary>The provider.</summary>
    public LoopbackProvider Provider => _provider!;

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
        [
            .. Rules("council"),
            Rule("council", "AgencyClaim", "tenant"),
            Rule("council", "Agencies:tenant-of-the-council", "A Council of the tests"),
            Rule("council", "Agencies:tenant-of-the-school", "A School of the tests"),
            Rule("council", "RoleClaim", "groups"),
            Rule("council", "Roles:group-social-work", "Practitioner"),
            Rule("council", "Roles:group-leads", "Supervisor"),
            Rule("council", "TrustsEmail", "true"),
            Rule("council", "CreatesAccounts", "true"),
            Rule("council", "AskWhom", "the council’s service desk"),
            .. Rules("public"),
            Rule("public", "Agency", "A Council of the tests"),
            .. Rules("away"),
            Rule("away", "Agency", "An agency that is not here"),
        ];

    public override async ValueTask InitializeAsync()
    {
        _provider = await LoopbackProvider.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_provider is not null)
        {
            await _provider.DisposeAsync();
        }
    }

    /// <summary>Goes to the provider, which states a person, and comes back.</summary>
    /// <returns>What Waymark answers when the person comes back.</returns>
    public async Task<VisitedPage> ComeBackAsync(
        Visitor visitor,
        string provider,
        params IReadOnlyList<(string Type, string Value)> claims
    ) => await visitor.FollowAsync(await AnswerAsync(visitor, provider, claims));

    /// <summary>Goes to the provider, and tells the address at which it sends the person back, unopened.</summary>
    public async Task<string> AnswerAsync(
        Visitor visitor,
        string provider,
        IReadOnlyList<(string Type, string Value)> claims,
        string returnTo = "/concerns"
    )
    {
        var start = await visitor.GetAsync(
            $"/accounts/external?provider={provider}&returnTo={Uri.EscapeDataString(returnTo)}"
        );
        return await AnswerAsync(start.RedirectedTo!, claims);
    }

    /// <summary>What the provider answers to a request that Waymark sent somebody with.</summary>
    public async Task<string> AnswerAsync(
        string request,
        IReadOnlyList<(string Type, string Value)> claims
    )
    {
        Assert.StartsWith(Provider.Authority, request, StringComparison.Ordinal);
        Provider.Claims = claims;
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var answer = await browser.GetAsync(request);
        var back = answer.Headers.Location;
        Assert.True(back is not null, await answer.Content.ReadAsStringAsync());
        return back.PathAndQuery;
    }

    private IEnumerable<KeyValuePair<string, string?>> Rules(string name) =>
        [
            Rule(name, "DisplayName", $"The {name} sign-in"),
            Rule(name, "Authority", Provider.Authority),
            Rule(name, "ClientId", LoopbackProvider.ClientId),
            Rule(name, "ClientSecret", LoopbackProvider.ClientSecret),
        ];

    private static KeyValuePair<string, string?> Rule(string name, string key, string value) =>
        new($"Waymark:SignIn:OpenIdConnect:{name}:{key}", value);
}
