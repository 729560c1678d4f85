using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Accounts.Ways;

/// <summary>What a password must be: long, and not what anyone would try first. Pure.</summary>
public static class PasswordRules
{
    /// <summary>The fewest characters.</summary>
    public const int Least = 12;

    /// <summary>The most characters: enough for any sentence, and a bound on the work of hashing.</summary>
    public const int Most = 128;

    private const int FewestDifferent = 5;

    /// <summary>What is wrong with a new password.</summary>
    /// <param name="field">The form's field.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="email">The account's address.</param>
    /// <param name="name">The person's name.</param>
    public static IEnumerable<FieldError> Check(
        string field,
        string? password,
        string email,
        string name
    )
    {
        var typed = password ?? "";
        if (typed.Length is < Least or > Most)
        {
            yield return new(
                field,
                $"Enter a password of {Least} to {Most} characters. Three words that do not belong together are easy to keep in mind",
                "password-length"
            );
        }
        else if (
            typed.Distinct().Count() < FewestDifferent
            || IsAlmost(typed, email)
            || IsAlmost(typed, email.Split('@')[0])
            || IsAlmost(typed, name)
        )
        {
            yield return new(
                field,
                "Enter a password that is not your name or address, and not one character again and again",
                "password-guessable"
            );
        }
    }

    /// <summary>Whether a password is little more than a text that anyone knows.</summary>
    private static bool IsAlmost(string password, string known)
    {
        var (a, b) = (Bare(password), Bare(known));
        return b.Length > 3
            && a.Contains(b, StringComparison.Ordinal)
            && a.Length - b.Length < Least / 2;
    }

    private static string Bare(string text) =>
        new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
