using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Accounts.Ways;
using Waymark.Features.Shared.Forms;
using Waymark.Hosting;

namespace Waymark.Features.Accounts.External;

/// <summary>Links an agency's own sign-in to the account of the person signed in, or unlinks it.</summary>
public sealed class LinkPage(
    AccountDesk desk,
    Entrance entrance,
    IOptions<WaymarkOptions> waymark,
    TimeProvider clock
) : ConfirmedPage(clock)
{
    /// <summary>The provider.</summary>
    public OfferedProvider Provider { get; private set; } = null!;

    /// <summary>Whether it is linked.</summary>
    public bool IsLinked { get; private set; }

    public async Task<IActionResult> OnGetAsync(string provider, CancellationToken cancellation)
    {
        if (!Find(provider))
        {
            return NotFound();
        }
        await using var work = desk.Open(Me.AgencyId);
        await LoadAsync(work, cancellation);
        return Page();
    }

    /// <summary>Goes to the provider.</summary>
    public IActionResult OnGetGo(string provider) =>
        Find(provider)
            ? Challenge(
                ExternalJourney.Start(
                    Provider.Name,
                    $"/accounts/ways/providers/{Uri.EscapeDataString(Provider.Name)}?handler=back",
                    null,
                    again: true
                ),
                Provider.Name
            )
            : NotFound();

    /// <summary>Links what the provider stated.</summary>
    public async Task<IActionResult> OnGetBackAsync(string provider, CancellationToken cancellation)
    {
        if (!Find(provider))
        {
            return NotFound();
        }
        var answer = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        var rules = waymark.Value.SignIn.OpenIdConnect[Provider.Name];
        if (
            ExternalJourney.ProviderOf(answer.Properties) != Provider.Name
            || ExternalSubject.Read(rules, answer.Principal?.Claims ?? []) is not { } subject
        )
        {
            return new ExternalProblem(ExternalRefusal.NoSubject, rules.AskWhom).Show(this);
        }
        await using var work = desk.Open(Me.AgencyId);
        var person = await LoadAsync(work, cancellation);
        var owner = await work
            .Db.UserLogins.Where(l =>
                l.LoginProvider == Provider.Name && l.ProviderKey == subject.Subject
            )
            .Select(l => (Guid?)l.UserId)
            .SingleOrDefaultAsync(cancellation);
        if (owner is not null && owner != person.Id)
        {
            return new ExternalProblem(ExternalRefusal.LinkedElsewhere, rules.AskWhom).Show(this);
        }
        if (owner is null)
        {
            work.Note(person, EventKinds.ProviderLinked, Provider.Name);
            AccountWork.Succeeded(
                await work.Users.AddLoginAsync(
                    person,
                    new(Provider.Name, subject.Subject, rules.DisplayName)
                )
            );
            await work.EndSessionsAsync(person, SignInSession.Of(User));
            await entrance.RefreshAsync(person, Confirmation.WayOf(User), MustSetUp);
        }
        return LocalRedirect("/accounts/ways?done=linked");
    }

    /// <summary>Unlinks it, where the person can do without.</summary>
    public async Task<IActionResult> OnPostAsync(string provider, CancellationToken cancellation)
    {
        if (!Find(provider))
        {
            return NotFound();
        }
        await using var work = desk.Open(Me.AgencyId);
        var person = await LoadAsync(work, cancellation);
        if (!IsLinked)
        {
            return LocalRedirect("/accounts/ways");
        }
        var ways = await work.WaysAsync(person, cancellation);
        if (!ways.CanDoWithoutAProvider())
        {
            HasErrors(
                new FieldError(
                    "remove",
                    "Without it you could not sign in. Set up another way first",
                    "last-way"
                )
            );
            return ShowErrors();
        }
        work.Note(person, EventKinds.ProviderUnlinked, Provider.Name);
        foreach (var login in ways.Providers.Where(l => l.LoginProvider == Provider.Name))
        {
            AccountWork.Succeeded(
                await work.Users.RemoveLoginAsync(person, login.LoginProvider, login.ProviderKey)
            );
        }
        await work.EndSessionsAsync(person, SignInSession.Of(User));
        await entrance.RefreshAsync(person, Confirmation.WayOf(User), MustSetUp);
        return LocalRedirect("/accounts/ways?done=unlinked");
    }

    private bool Find(string name)
    {
        if (OfferedProvider.All(waymark.Value).FirstOrDefault(p => p.Name == name) is not { } found)
        {
            return false;
        }
        Provider = found;
        return true;
    }

    private bool MustSetUp => User.HasClaim(c => c.Type == PractitionerClaims.MustSetUp);

    private async Task<Practitioner> LoadAsync(AccountWork work, CancellationToken cancellation)
    {
        var person = await work.PersonAsync(Me.Id, cancellation);
        IsLinked = (await work.Users.GetLoginsAsync(person)).Any(l =>
            l.LoginProvider == Provider.Name
        );
        return person;
    }
}
