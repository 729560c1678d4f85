namespace Waymark.Mail;

/// <summary>What became of a letter.</summary>
public enum Delivery
{
    /// <summary>The mail server has taken it.</summary>
    Sent,

    /// <summary>The mail server does not take this letter; others may go.</summary>
    Refused,

    /// <summary>The mail server does not answer, or refuses Waymark as a whole: no other letter will go either. Try later.</summary>
    Away,
}
