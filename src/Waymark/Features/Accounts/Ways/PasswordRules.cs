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

    /// <summary>How many characters beside what anyone knows still leave a password guessable.</summary>
    private const int MostBeside = 5;

    /// <summary>Words that whoever tries passwords of Waymark would try.</summary>
    private static readonly string[] s_ofTheWork =
    [
        "waymark",
        "safeguarding",
        "childprotection",
        "socialworker",
        "socialwork",
    ];

    /// <summary>Signs that stand for letters in passwords that are meant to look harder.</summary>
    private static readonly Dictionary<char, char> s_signs = new()
    {
        ['@'] = 'a',
        ['4'] = 'a',
        ['3'] = 'e',
        ['1'] = 'i',
        ['!'] = 'i',
        ['0'] = 'o',
        ['$'] = 's',
        ['5'] = 's',
        ['7'] = 't',
    };

    /// <summary>What is wrong with a new password.</summary>
    /// <param name="field">The form's field.</param>
    /// <param name="password">What was typed.</param>
    /// <param name="email">The account's address.</param>
    /// <param name="name">The person's name.</param>
    /// <param name="agency">The name of their agency.</param>
    public static IEnumerable<FieldError> Check(
        string field,
        string? password,
        string email,
        string name,
        string agency
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
            yield break;
        }
        string[] known = [email, email.Split('@')[0], name, agency, .. s_ofTheWork];
        string[] read = [CommonPasswords.Bare(typed), CommonPasswords.Bare(Letters(typed))];
        if (
            typed.Distinct().Count() < FewestDifferent
            || IsRepeated(typed)
            || read.Any(bare => known.Any(text => IsAlmost(bare, CommonPasswords.Bare(text))))
        )
        {
            yield return new(
                field,
                "Enter a password that is not your name, address, agency or work, and not the same thing again and again",
                "password-guessable"
            );
        }
        else if (read.Any(IsAlmostCommon))
        {
            yield return new(
                field,
                "Enter another password. This one, or most of it, is among those that are tried first. Three words that do not belong together are easy to keep in mind",
                "password-common"
            );
        }
    }

    private static string Letters(string typed) =>
        new([.. typed.Select(c => s_signs.GetValueOrDefault(c, c))]);

    /// <summary>Whether a text is one piece of itself written twice or more.</summary>
    private static bool IsRepeated(string text) =>
        (text + text).IndexOf(text, 1, StringComparison.Ordinal) < text.Length;

    /// <summary>Whether a bare password is little more than a bare text that anyone knows.</summary>
    private static bool IsAlmost(string password, string known) =>
        known.Length > 3
        && password.Contains(known, StringComparison.Ordinal)
        && password.Length - known.Length <= MostBeside;

    /// <summary>Whether a bare password is little more than a common one.</summary>
    private static bool IsAlmostCommon(string password)
    {
        for (var left = 0; left <= MostBeside; left++)
        {
            for (var right = 0; left + right <= MostBeside; right++)
            {
                if (
                    password.Length - left - right is var length and >= CommonPasswords.Least
                    && CommonPasswords.Has(password.AsSpan(left, length))
                )
                {
                    return true;
                }
            }
        }
        return false;
    }
}
