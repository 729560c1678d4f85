using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Features.Accounts.People;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Accounts.Ways;
using Waymark.Hosting;

namespace Waymark.Features.Accounts.External;

/// <summary>Where a person comes back to from their agency's own sign-in.</summary>
public sealed class BackPage(
    WaymarkDb db,
    AccountDesk desk,
    IOptions<WaymarkOptions> waymark,
    Entrance entrance
) : PageModel
{
    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var answer = await HttpContext.AuthenticateAsync(IdentityConstants.ExternalScheme);
        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        if (
            ExternalJourney.ProviderOf(answer.Properties) is not { } provider
            || !waymark.Value.SignIn.OpenIdConnect.TryGetValue(provider, out var rules)
        )
        {
            return new ExternalProblem(
                ExternalRefusal.NoSubject,
                new ProviderOptions().AskWhom
            ).Show(this);
        }
        var subject = ExternalSubject.Read(rules, answer.Principal?.Claims ?? []);
        var decision = await DecideAsync(provider, rules, subject, cancellation);
        if (decision is ExternalDecision.Refused refused)
        {
            return new ExternalProblem(refused.Why, rules.AskWhom).Show(this);
        }
        var person = await PrepareAsync(provider, rules, subject!, decision, cancellation);
        var step = await entrance.NextAsync(person, Way.Provider, cancellation);
        return step == NextStep.Suspended
            ? new ExternalProblem(ExternalRefusal.Suspended, rules.AskWhom).Show(this)
            : await entrance.EnterAsync(
                this,
                person,
                Way.Provider,
                step,
                ExternalJourney.ReturnToOf(answer.Properties),
                held: null,
                cancellation
            );
    }

    private async Task<ExternalDecision> DecideAsync(
        string provider,
        ProviderOptions rules,
        ExternalSubject? subject,
        CancellationToken cancellation
    )
    {
        var agencyId = await db
            .Agencies.Where(a => subject != null && a.Name == subject.Agency)
            .Select(a => (Guid?)a.Id)
            .SingleOrDefaultAsync(cancellation);
        var linked = subject is null
            ? null
            : await (
                from login in db.UserLogins
                join person in db.Users on login.UserId equals person.Id
                where login.LoginProvider == provider && login.ProviderKey == subject.Subject
                select new KnownAccount(person.Id, person.AgencyId)
            ).SingleOrDefaultAsync(cancellation);
        var email = subject?.Email?.ToUpperInvariant();
        var sameEmail = email is null
            ? null
            : await db
                .Users.Where(p => p.NormalizedEmail == email)
                .Select(p => new KnownAccount(p.Id, p.AgencyId))
                .SingleOrDefaultAsync(cancellation);
        return ExternalDecision.Of(rules, subject, agencyId, linked, sameEmail);
    }

    /// <summary>Makes or links the account, and gives it the roles that the provider states.</summary>
    private async Task<Practitioner> PrepareAsync(
        string provider,
        ProviderOptions rules,
        ExternalSubject subject,
        ExternalDecision decision,
        CancellationToken cancellation
    )
    {
        var (agencyId, personId) = decision switch
        {
            ExternalDecision.Joins made => (made.AgencyId, (Guid?)null),
            ExternalDecision.Known known => (
                await db
                    .Users.Where(p => p.Id == known.PersonId)
                    .Select(p => p.AgencyId)
                    .SingleAsync(cancellation),
                known.PersonId
            ),
            _ => throw new InvalidOperationException($"Nobody is in after {decision}."),
        };
        await using var work = desk.Open(agencyId);
        var person = personId is { } id
            ? await work.PersonAsync(id, cancellation)
            : await NewAccount.AddAsync(
                work,
                agencyId,
                new(subject.Email!, subject.Name, subject.JobTitle, subject.Roles),
                password: null
            );
        if (decision is ExternalDecision.Joins or ExternalDecision.Known { Link: true })
        {
            work.Note(person, EventKinds.ProviderLinked, provider);
            AccountWork.Succeeded(
                await work.Users.AddLoginAsync(
                    person,
                    new(provider, subject.Subject, rules.DisplayName)
                )
            );
        }
        if (rules.RoleClaim is not null)
        {
            await RoleChange.ApplyAsync(work, person, subject.Roles, by: null, cancellation);
        }
        return person;
    }
}
