namespace Waymark.Content;

/// <summary>A place to turn to: what it does, what it does not do, and how sure we are of it.</summary>
/// <param name="Id">The name rules point to it by.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Situation">When to use it.</param>
/// <param name="Phone">Telephone numbers, each with its own mark.</param>
/// <param name="Url">Where it is found on the web.</param>
/// <param name="Hours">When it is open, in words.</param>
/// <param name="WhoCanUse">Who may use it, when that is limited.</param>
/// <param name="AgeMin">The youngest age in years, when there is one.</param>
/// <param name="AgeMax">The oldest age in years, when there is one.</param>
/// <param name="Does">What it does.</param>
/// <param name="DoesNot">What it does not do, or what to keep in mind.</param>
/// <param name="UrgentOk">Whether it is right for urgent matters.</param>
/// <param name="AnonymousOk">Whether one may stay anonymous; <see langword="null"/> when not known.</param>
/// <param name="Nation">The nation it is for.</param>
/// <param name="Local">Whether it differs from area to area, so that an agency has to enter its own.</param>
/// <param name="Mark">How well the entry is established.</param>
/// <param name="SeenIn">Where it was seen.</param>
/// <param name="LastSeen">The date of the newest page that showed it (year, month or day), when known. Not a live check.</param>
/// <param name="LastChecked">The day a named person last checked it live; <see langword="null"/> when nobody has.</param>
/// <param name="CheckedBy">Who checked it.</param>
/// <param name="ConflictNote">What the sources disagree about, to be shown beside it.</param>
/// <param name="Sources">The sources it rests on.</param>
public sealed record HelpRoute(
    string Id,
    string Name,
    IReadOnlyList<string> Situation,
    IReadOnlyList<PhoneNumber> Phone,
    string? Url,
    string? Hours,
    string? WhoCanUse,
    int? AgeMin,
    int? AgeMax,
    IReadOnlyList<string> Does,
    IReadOnlyList<string> DoesNot,
    bool UrgentOk,
    bool? AnonymousOk,
    string Nation,
    bool Local,
    SourceMark Mark,
    string SeenIn,
    string? LastSeen,
    DateOnly? LastChecked,
    string? CheckedBy,
    string? ConflictNote,
    IReadOnlyList<string> Sources
)
{
    /// <summary>How fresh the entry is on a day.</summary>
    /// <param name="today">The day it is shown.</param>
    /// <param name="warnAfterDays">After how many days a check counts as old.</param>
    public RouteFreshness FreshnessOn(DateOnly today, int warnAfterDays) =>
        LastChecked is not { } day ? RouteFreshness.NeverChecked
        : today.DayNumber - day.DayNumber > warnAfterDays ? RouteFreshness.Stale
        : RouteFreshness.Fresh;

    /// <summary>What to say beside the entry on a day; <see langword="null"/> when nothing needs saying.</summary>
    /// <param name="today">The day it is shown.</param>
    /// <param name="warnAfterDays">After how many days a check counts as old.</param>
    public string? WarningOn(DateOnly today, int warnAfterDays)
    {
        var freshness = FreshnessOn(today, warnAfterDays) switch
        {
            RouteFreshness.NeverChecked when Mark == SourceMark.GK =>
                "Not checked: no source for this was seen. Check it before you rely on it.",
            RouteFreshness.NeverChecked => "Not checked yet. Check it before you rely on it.",
            RouteFreshness.Stale =>
                $"Last checked on {LastChecked:d MMMM yyyy}: check it again before you rely on it.",
            RouteFreshness.Fresh => null,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return ConflictNote is null
            ? freshness
            : string.Join(' ', new[] { freshness, ConflictNote }.OfType<string>());
    }
}

/// <summary>A telephone number and how well it is established.</summary>
/// <param name="Number">As people dial it.</param>
/// <param name="Mark">How well it is established.</param>
public sealed record PhoneNumber(string Number, SourceMark Mark);

/// <summary>Whether a route was checked lately.</summary>
public enum RouteFreshness
{
    /// <summary>Checked within the time allowed.</summary>
    Fresh,

    /// <summary>Checked too long ago.</summary>
    Stale,

    /// <summary>Never checked against the live service.</summary>
    NeverChecked,
}

/// <summary>The routes of one nation: <c>routes/england.json</c>.</summary>
/// <param name="About">What may and may not be relied on.</param>
/// <param name="Nation">The nation.</param>
/// <param name="CompiledOn">The day the list was made.</param>
/// <param name="WarnAfterDays">After how many days a check counts as old.</param>
/// <param name="Routes">The routes.</param>
public sealed record RouteDirectory(
    string About,
    string Nation,
    DateOnly CompiledOn,
    int WarnAfterDays,
    IReadOnlyList<HelpRoute> Routes
)
{
    /// <summary>The route with this id, or <see langword="null"/>.</summary>
    /// <param name="id">The id.</param>
    public HelpRoute? Find(string id) => Routes.FirstOrDefault(route => route.Id == id);
}
