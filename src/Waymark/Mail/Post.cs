using Microsoft.Extensions.Options;
using Waymark.Hosting;

namespace Waymark.Mail;

/// <summary>Sends letters through the deployment's mail server, or into its pickup folder. Safe to share between threads.</summary>
public sealed class Post(
    IOptions<MailOptions> options,
    IOptions<WaymarkOptions> waymark,
    TimeProvider clock,
    ILogger<Post> log
)
{
    /// <summary>Whether letters can leave; where not, say so before anybody waits for one.</summary>
    public bool IsOn => options.Value.IsOn && waymark.Value.PublicAddress is not null;

    /// <summary>A link in a letter.</summary>
    /// <param name="path">The path within Waymark, beginning with a slash.</param>
    /// <exception cref="InvalidOperationException">Letters cannot leave; see <see cref="IsOn"/>.</exception>
    public string Link(string path) => waymark.Value.Link(path) ?? throw NotSet();

    /// <summary>Begins a round of letters over one connection, which is opened with the first of them.</summary>
    /// <exception cref="InvalidOperationException">Letters cannot leave; see <see cref="IsOn"/>.</exception>
    public PostRound Begin() => IsOn ? new(options.Value, clock, log) : throw NotSet();

    /// <summary>Sends one letter. A failure is logged without the address and the words.</summary>
    /// <exception cref="InvalidOperationException">Letters cannot leave; see <see cref="IsOn"/>.</exception>
    public async Task<Delivery> SendAsync(Letter letter, CancellationToken cancellation)
    {
        await using var round = Begin();
        return await round.SendAsync(letter, cancellation);
    }

    private static InvalidOperationException NotSet() =>
        new(
            $"{MailOptions.Section} or {WaymarkOptions.Section}:{nameof(WaymarkOptions.PublicAddress)} is not set."
        );
}
