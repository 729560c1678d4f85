using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Utils;

namespace Waymark.Mail;

/// <summary>Letters that go one after another over one connection. For one caller at a time.</summary>
public sealed class PostRound : IAsyncDisposable
{
    private static readonly int s_patience = (int)TimeSpan.FromSeconds(20).TotalMilliseconds;

    private readonly MailOptions _options;
    private readonly TimeProvider _clock;
    private readonly ILogger _log;
    private readonly SmtpClient _server = new() { Timeout = s_patience };
    private bool _away;

    internal PostRound(MailOptions options, TimeProvider clock, ILogger log) =>
        (_options, _clock, _log) = (options, clock, log);

    /// <summary>Sends a letter; nothing of it is kept or logged, whatever becomes of it.</summary>
    public async Task<Delivery> SendAsync(Letter letter, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(letter);
        if (_away)
        {
            return Delivery.Away;
        }
        using var message = Compose(letter);
        try
        {
            if (_options.PickupFolder is { Length: > 0 } folder)
            {
                Directory.CreateDirectory(folder);
                // Whoever watches the folder never finds half a letter.
                var file = Path.Combine(folder, $"{Guid.NewGuid():N}");
                await message.WriteToAsync(file + ".part", cancellation);
                File.Move(file + ".part", file + ".eml");
                return Delivery.Sent;
            }
            await ConnectAsync(cancellation);
            await _server.SendAsync(message, cancellation);
            return Delivery.Sent;
        }
        catch (SmtpCommandException refused)
            when (refused.ErrorCode
                    is SmtpErrorCode.RecipientNotAccepted
                        or SmtpErrorCode.MessageNotAccepted
            )
        {
            // The server's words repeat the address: only its number is logged.
            _log.LogWarning(
                "The mail server did not take a letter: {Status}.",
                (int)refused.StatusCode
            );
            return Delivery.Refused;
        }
        catch (Exception problem)
            when (problem
                    is SocketException
                        or IOException
                        or TimeoutException
                        or ServiceNotConnectedException
                        or ServiceNotAuthenticatedException
                        or CommandException
                        or ProtocolException
                        or AuthenticationException
                        or SslHandshakeException
                        or NotSupportedException
            )
        {
            _log.LogWarning(
                "No letter goes out: {Problem}. The next round tries again.",
                problem.GetType().Name
            );
            _away = true;
            return Delivery.Away;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_server.IsConnected)
        {
            try
            {
                await _server.DisconnectAsync(quit: true);
            }
            catch (Exception problem) when (problem is IOException or ProtocolException)
            {
                // The letters are out; the server was faster to hang up.
            }
        }
        _server.Dispose();
    }

    private async Task ConnectAsync(CancellationToken cancellation)
    {
        if (_server.IsConnected)
        {
            return;
        }
        await _server.ConnectAsync(
            _options.Host!,
            _options.Port,
            _options.Security switch
            {
                MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
                MailSecurity.StartTls => SecureSocketOptions.StartTls,
                MailSecurity.None => SecureSocketOptions.None,
            },
            cancellation
        );
        if (!string.IsNullOrEmpty(_options.User))
        {
            await _server.AuthenticateAsync(_options.User, _options.Password ?? "", cancellation);
        }
    }

    private MimeMessage Compose(Letter letter)
    {
        var message = new MimeMessage
        {
            Subject = letter.Subject,
            Date = UkTime.Local(_clock.GetUtcNow()),
            MessageId = MimeUtils.GenerateMessageId(_options.From!.Split('@')[^1]),
            Body = new TextPart("plain") { Text = letter.Text },
        };
        message.From.Add(new MailboxAddress(_options.FromName, _options.From));
        message.To.Add(new MailboxAddress("", letter.To));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
