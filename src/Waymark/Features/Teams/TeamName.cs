using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Teams;

/// <summary>What a team may be called. Pure.</summary>
public static class TeamName
{
    /// <summary>The typed name without white space around it and with single spaces in it.</summary>
    public static string Normalise(string? typed) =>
        string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What is wrong with a name.</summary>
    /// <param name="name">The normalised name.</param>
    /// <param name="taken">The names of the agency's other teams.</param>
    public static IEnumerable<FieldError> Check(string name, IEnumerable<string> taken)
    {
        if (name.Length is 0 or > Team.NameLength)
        {
            yield return new(
                "Name",
                $"Enter a name for the team, {Team.NameLength} characters or fewer",
                "name-required"
            );
        }
        else if (taken.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            yield return new(
                "Name",
                "There is a team of this name. Enter another name",
                "name-taken"
            );
        }
    }
}
