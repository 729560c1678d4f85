using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts.External;
using Waymark.Hosting;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>What the sign-in form shows.</summary>
/// <param name="ReturnTo">The local address to land on.</param>
/// <param name="Held">An encrypted form that is waiting for its sender, or null.</param>
/// <param name="Email">The address typed before.</param>
/// <param name="Error">What was wrong; empty when nothing was.</param>
/// <param name="DemoPeople">The people of a demo; none outside it.</param>
/// <param name="Providers">The agencies' own sign-ins.</param>
public sealed record SignInForm(
    string? ReturnTo,
    string? Held,
    string Email,
    string Error,
    IReadOnlyList<DemoPerson> DemoPeople,
    IReadOnlyList<OfferedProvider> Providers
)
{
    /// <summary>What a person reads whose address or password is wrong, or whose account takes no tries for now: it must not tell which.</summary>
    public const string WrongMessage =
        "The e-mail address or the password is not right. Check both and try again. After ten wrong tries an account takes none for five minutes.";

    /// <summary>What a person reads whose account is suspended.</summary>
    public const string SuspendedMessage =
        "Your account lets nobody in at present. Ask your agency’s Waymark administrator.";

    /// <summary>Reads what the form needs.</summary>
    public static async Task<SignInForm> LoadAsync(
        WaymarkDb db,
        WaymarkOptions waymark,
        string? returnTo,
        string? held,
        string? email,
        string error,
        CancellationToken cancellation
    ) =>
        new(
            returnTo,
            held,
            email ?? "",
            error,
            await DemoPerson.LoadAsync(db, waymark.Demo, cancellation),
            OfferedProvider.All(waymark)
        );
}

/// <summary>A fictional person anyone may be in a demo.</summary>
public sealed record DemoPerson(Guid Id, string Name, string JobTitle, string Agency)
{
    /// <summary>The people of the demo, the school first, or none outside a demo.</summary>
    public static async Task<IReadOnlyList<DemoPerson>> LoadAsync(
        WaymarkDb db,
        bool demo,
        CancellationToken cancellation
    ) =>
        demo
            ? await (
                from person in db.Users
                join agency in db.Agencies on person.AgencyId equals agency.Id
                orderby agency.Kind == AgencyKind.School descending, agency.Name, person.Id
                select new DemoPerson(person.Id, person.DisplayName, person.JobTitle, agency.Name)
            ).ToListAsync(cancellation)
            : [];
}
