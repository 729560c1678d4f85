namespace Waymark.Features.Surveys.Invite;

/// <summary>A list as it would be taken, for a look before anything is kept.</summary>
/// <param name="Home">The evaluation's own page.</param>
/// <param name="Added">Who would be added.</param>
/// <param name="AlreadyThere">How many are on the evaluation's list already; they are left out.</param>
/// <param name="LeftOut">The headings of columns that are not looked at.</param>
/// <param name="AsksManagers">Whether the last stage asks managers.</param>
/// <param name="Encoding">How the file was written; null where the list was pasted.</param>
public sealed record ListPreview(
    string Home,
    IReadOnlyList<ListedPerson> Added,
    int AlreadyThere,
    IReadOnlyList<string> LeftOut,
    bool AsksManagers,
    ListEncoding? Encoding
)
{
    /// <summary>The list as it is sent when it is agreed to: addresses only, one person a row.</summary>
    public string Text => string.Join('\n', Added.Select(p => $"{p.Email},{p.ManagerEmail}"));
}
