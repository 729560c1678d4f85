namespace Waymark.Features.Accounts.SignIn;

/// <summary>Where a person lands after signing in: never on a page that is not there for their roles. Pure.</summary>
public static class Landing
{
    private static readonly PathString[] s_records = ["/concerns", "/assessments", "/children"];

    /// <param name="returnTo">The local address they were going to, or null.</param>
    /// <param name="roles">Their roles.</param>
    public static string Of(string? returnTo, IEnumerable<string> roles)
    {
        var home = Home(roles);
        return
            returnTo is null
            || (home != "/concerns" && s_records.Any(r => PathOf(returnTo).StartsWithSegments(r)))
            ? home
            : returnTo;
    }

    /// <summary>The first page of the work of some roles.</summary>
    public static string Home(IEnumerable<string> roles)
    {
        var held = roles.ToHashSet();
        return held.Contains(Roles.Practitioner) || held.Contains(Roles.Supervisor) ? "/concerns"
            : held.Contains(Roles.TrainingLead) ? "/surveys"
            : held.Contains(Roles.Researcher) ? "/insight"
            : held.Contains(Roles.Administrator) ? "/people"
            : "/";
    }

    private static PathString PathOf(string address) =>
        new(address.StartsWith('/') ? address.Split('?', '#')[0] : "/");
}
