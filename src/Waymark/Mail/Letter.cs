using System.Net.Mail;

namespace Waymark.Mail;

/// <summary>One e-mail in plain text to one person. It is made when it is sent and kept nowhere: its links are secrets of the recipient.</summary>
/// <param name="To">The recipient's address; see <see cref="IsAddress"/>.</param>
/// <param name="Subject">One line that says nothing about a child and nothing about an answer.</param>
/// <param name="Text">The words.</param>
public sealed record Letter(string To, string Subject, string Text)
{
    private const int LongestAddress = 254;
    private const int LongestMailbox = 64;

    /// <summary>
    /// Whether a text is one bare address that letters can go to: no name beside it, no comment, no quoted mailbox, no white space, and a host with a
    /// dot. It does not say that the mailbox exists.
    /// </summary>
    public static bool IsAddress(string? text)
    {
        if (
            text is null or { Length: > LongestAddress }
            || text.Any(c =>
                char.IsWhiteSpace(c) || char.IsControl(c) || "<>()[],;:\\\"".Contains(c)
            )
            || text.Split('@') is not [{ Length: > 0 and <= LongestMailbox } mailbox, var host]
        )
        {
            return false;
        }
        var labels = host.Split('.');
        return labels.Length > 1
            && labels.All(label =>
                label.Length is > 0 and <= 63
                && label.All(c => char.IsLetterOrDigit(c) || c == '-')
                && label[0] != '-'
                && label[^1] != '-'
            )
            && !mailbox.StartsWith('.')
            && !mailbox.EndsWith('.')
            && !mailbox.Contains("..", StringComparison.Ordinal)
            && MailAddress.TryCreate(text, out _);
    }
}
