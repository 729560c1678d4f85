using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Accounts.Ways;

/// <summary>What a passkey may be called. Pure.</summary>
public static class PasskeyName
{
    /// <summary>The longest name, in characters.</summary>
    public const int Most = 50;

    /// <summary>The typed name without white space around it.</summary>
    public static string Normalise(string? typed) => (typed ?? "").Trim();

    /// <summary>What is wrong with a name.</summary>
    public static IEnumerable<FieldError> Check(string name)
    {
        if (name.Length is 0 or > Most)
        {
            yield return new(
                "Name",
                $"Enter a name that tells you which device it is on, {Most} characters or fewer",
                "name-required"
            );
        }
    }
}
