namespace Waymark.Security.Encryption.Tokens;

/// <summary>The hardware module does not answer, or answers that something is wrong with it; the message says what to look at.</summary>
public sealed class TokenUnavailableException(string message, Exception? inner = null)
    : InvalidOperationException(message, inner);
