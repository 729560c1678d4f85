using Microsoft.Extensions.Options;

namespace Waymark.Mail;

/// <summary>Sends letters through the deployment's mail server, or into its pickup folder. Safe to share between threads.</summary>
public sealed class Post(IOptions<MailOptions> options, TimeProvider clock, ILogger<Post> log)
{
    /// <summary>The settings.</summary>
    public MailOptions Options => options.Value;

    /// <summary>Whether letters can leave; where not, say so before anybody waits for one.</summary>
    public bool IsOn => options.Value.IsOn;

    /// <summary>Begins a round of letters over one connection, which is opened with the first of them.</summary>
    /// <exception cref="InvalidOperationException">Letters cannot leave; see <see cref="IsOn"/>.</exception>
    public PostRound Begin() =>
        IsOn
            ? new(options.Value, clock, log)
            : throw new InvalidOperationException($"{MailOptions.Section} is not set.");

    /// <summary>Sends one letter. A failure is logged without the address and the words.</summary>
    /// <exception cref="InvalidOperationException">Letters cannot leave; see <see cref="IsOn"/>.</exception>
    public async Task<Delivery> SendAsync(Letter letter, CancellationToken cancellation)
    {
        await using var round = Begin();
        return await round.SendAsync(letter, cancellation);
    }
}
