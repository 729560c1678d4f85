using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Data.Protection;
using Waymark.Features.Accounts;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.OpenSafetyCheck;
using Waymark.Security.Encryption;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Hosting.Nodes;

/// <summary>Two nodes on one database, with every request of a person at the other node than the one before.</summary>
public sealed class TwoNodesTests(PostgresHost first) : IClassFixture<PostgresHost>, IDisposable
{
    private readonly NodeHost _second = StartedAfter(first);

    [Fact]
    public async Task Walk_EveryRequestAtTheOtherNode_SavesEveryAnswer()
    {
        using var visitor = Alternating();
        await visitor.SignInAsync("tom.beckett");
        var walk = await RecordWalk.StartAsync(first, visitor, "NODES-1");
        string[] given = ["suspected", "no", "yes"];
        for (var i = 0; i < given.Length; i++)
        {
            var saved = await walk.AnswerAsync(
                $"/safety-check/page.a{i + 1}",
                ($"value:a{i + 1}", given[i])
            );
            Assert.Equal($"{walk.Address}/safety-check/page.a{i + 2}", saved.RedirectedTo);
        }

        var places = await first.ReadAsync(
            AgencyKind.School,
            db =>
                db.Events.IgnoreQueryFilters()
                    .Where(e => e.ConcernId == walk.ConcernId && e.Kind == EventKinds.AnswerChanged)
                    .Select(e => e.Place)
                    .ToListAsync()
        );
        Assert.Equal(["a1", "a2", "a3"], places.Order());
    }

    [Fact]
    public async Task OpenCheck_EveryRequestAtTheOtherNode_KeepsTheAnswersInThePage()
    {
        using var visitor = Alternating();
        var first = await visitor.GetAsync("/safety-check");
        var second = await first.SubmitAsync(visitor, "main form", ("value:a1", "suspected"));
        Assert.Contains("question 2 of 8", second.Words, StringComparison.Ordinal);

        var back = await second.SubmitAsync(visitor, "main form", ("_back", "1"));

        Assert.NotNull(back.Document.QuerySelector("[name='value:a1'][value$=suspected][checked]"));
    }

    [Fact]
    public void Sealed_ByOneNode_OpensAtTheOther()
    {
        var draft = first.Services.GetRequiredService<SealedAnswers>().Seal("{}");
        Assert.Equal("{}", _second.Services.GetRequiredService<SealedAnswers>().Open(draft));
        var held = _second
            .Services.GetRequiredService<HeldPost>()
            .Hold("/concerns", new FormCollection(new() { ["Worry"] = "words" }));
        Assert.Equal(
            "words",
            first.Services.GetRequiredService<HeldPost>().Read(held)!.Fields.Single().Value
        );
    }

    [Fact]
    public void Keys_MadeWhileBothRun_AreUsedByBoth()
    {
        var keys =
            _second.Services.GetRequiredService<Microsoft.AspNetCore.DataProtection.KeyManagement.IKeyManager>();
        keys.CreateNewKey(first.Clock.GetUtcNow(), first.Clock.GetUtcNow().AddDays(90));
        var seen =
            first.Services.GetRequiredService<Microsoft.AspNetCore.DataProtection.KeyManagement.IKeyManager>();
        Assert.Equal(
            keys.GetAllKeys().Select(k => k.KeyId).Order(),
            seen.GetAllKeys().Select(k => k.KeyId).Order()
        );
    }

    [Fact]
    public async Task Keys_InTheDatabase_AreUnreadableThere()
    {
        var kept = await first.ReadAsync(null, db => db.ProtectionKeys.ToListAsync());
        Assert.NotEmpty(kept);
        var wrapping = first.Services.GetRequiredService<WrappingKeys>();
        Assert.All(
            kept,
            key =>
            {
                Assert.DoesNotContain(
                    "descriptor",
                    System.Text.Encoding.UTF8.GetString(key.Wrapped),
                    StringComparison.Ordinal
                );
                Assert.Contains(
                    "descriptor",
                    ProtectionKeyWrap.Open(wrapping, key)!.ToString(),
                    StringComparison.Ordinal
                );
            }
        );
    }

    [Fact]
    public void Open_KeyOfAnotherName_IsRefused()
    {
        var wrapping = WrappingKeys.Of(WrappingKey.Create("a"));
        var kept = ProtectionKeyWrap.Wrap(wrapping, "key-1", new XElement("key"), default);
        var moved = new ProtectionKey
        {
            Name = "key-2",
            WrappedBy = kept.WrappedBy,
            Wrapped = kept.Wrapped,
            KeptAt = kept.KeptAt,
        };
        Assert.NotNull(ProtectionKeyWrap.Open(wrapping, kept));
        Assert.Null(ProtectionKeyWrap.Open(wrapping, moved));
        Assert.False(ProtectionKeyWrap.Rewrap(WrappingKeys.Of(WrappingKey.Create("a")), kept));
    }

    [Fact]
    public async Task Start_WithKeysInAFolderOfAnEarlierVersion_TakesThemOver()
    {
        using var host = new SqliteHost();
        var folder = Directory.CreateDirectory(Path.Combine(host.Folder, "keys"));
        var earlier = DataProtectionProvider
            .Create(folder, made => made.SetApplicationName("waymark"))
            .CreateProtector("waymark.open-safety-check")
            .ToTimeLimitedDataProtector()
            .Protect("{}", TimeSpan.FromDays(1));

        Assert.Equal("{}", host.Services.GetRequiredService<SealedAnswers>().Open(earlier));
        Assert.Equal(1, await host.ReadAsync(null, db => db.ProtectionKeys.CountAsync()));
    }

    public void Dispose() => _second.Dispose();

    private Visitor Alternating()
    {
        var either = new Either([first.Server.CreateHandler(), _second.Server.CreateHandler()]);
        return new(
            new HttpClient(new CookieContainerHandler { InnerHandler = either })
            {
                BaseAddress = new("http://localhost"),
            }
        );
    }

    private static NodeHost StartedAfter(PostgresHost first)
    {
        _ = first.Server;
        return new(first);
    }

    /// <summary>A load balancer without sticky sessions.</summary>
    private sealed class Either(IReadOnlyList<HttpMessageHandler> nodes) : HttpMessageHandler
    {
        private readonly List<HttpMessageInvoker> _nodes =
        [
            .. nodes.Select(node => new HttpMessageInvoker(node)),
        ];

        private int _requests;

        protected override Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        ) => _nodes[_requests++ % _nodes.Count].SendAsync(request, cancellationToken);

        protected override void Dispose(bool disposing)
        {
            _nodes.ForEach(node => node.Dispose());
            base.Dispose(disposing);
        }
    }
}
