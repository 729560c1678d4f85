using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Waymark.Data;
using Waymark.Features.Accounts.Ways;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>The one door: every way to sign in comes through here, and so does the decision what follows.</summary>
public sealed class Entrance(
    SignInManager<Practitioner> signIn,
    AccountDesk desk,
    Attempts attempts,
    SecondWayDemand demand,
    HeldPost heldPost,
    Sessions sessions,
    TimeProvider clock
)
{
    /// <summary>Where a person sets up a second way and brings what they had typed.</summary>
    public const string SetUpAddress = "/accounts/ways/code-app";

    /// <summary>What follows for a person who has proved something of who they are.</summary>
    public async Task<NextStep> NextAsync(
        Practitioner person,
        Way way,
        CancellationToken cancellation
    )
    {
        await using var work = desk.Open(person.AgencyId);
        return NextSteps.After(
            way,
            await work.WaysAsync(person, cancellation),
            person.SuspendedAt is not null,
            demand.IsDemanded
        );
    }

    /// <summary>Lets a person in and takes them where they were going, with what they had typed.</summary>
    /// <param name="page">The page that answers.</param>
    /// <param name="person">Who comes in.</param>
    /// <param name="way">How they proved who they are.</param>
    /// <param name="step"><see cref="NextStep.Enter"/>, or <see cref="NextStep.SetUpSecondWay"/>.</param>
    /// <param name="returnTo">The local address they were going to, or null.</param>
    /// <param name="held">What they had typed, encrypted, or null.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<IActionResult> EnterAsync(
        PageModel page,
        Practitioner person,
        Way way,
        NextStep step,
        string? returnTo,
        string? held,
        CancellationToken cancellation
    )
    {
        // Whoever was signed in here is no longer.
        await sessions.EndAsync(signIn.Context.User, cancellation);
        Guid session;
        await using (var work = desk.Open(person.AgencyId))
        {
            session = await Sessions.BeginAsync(work, person, way, cancellation);
            work.Note(person, EventKinds.SignedIn, way.ToString());
            await work.Db.SaveChangesAsync(cancellation);
        }
        await attempts.ForgetAsync(person.Id, cancellation);
        await WriteAsync(person, way, step == NextStep.SetUpSecondWay, clock.GetUtcNow(), session);
        var target = Landing.Of(
            page.Url.IsLocalUrl(returnTo) ? returnTo : null,
            await signIn.UserManager.GetRolesAsync(person)
        );
        if (step == NextStep.SetUpSecondWay)
        {
            return await WithHeldAsync(page, person, held, SetUpAddress)
                ?? page.LocalRedirect("/accounts/ways?returnTo=" + Uri.EscapeDataString(target));
        }
        return await WithHeldAsync(page, person, held, null) ?? page.LocalRedirect(target);
    }

    /// <summary>Writes the cookie again of a person who has just proved who they are. The session began when it began.</summary>
    public Task RefreshAsync(Practitioner person, Way way, bool mustSetUp) =>
        WriteAsync(
            person,
            way,
            mustSetUp,
            SessionAge.Began(signIn.Context.User) ?? clock.GetUtcNow(),
            SignInSession.Of(signIn.Context.User)
        );

    private Task WriteAsync(
        Practitioner person,
        Way way,
        bool mustSetUp,
        DateTimeOffset began,
        Guid? session
    ) =>
        signIn.SignInWithClaimsAsync(
            person,
            new AuthenticationProperties(),
            [
                new(PractitionerClaims.Way, way.ToString()),
                new(
                    PractitionerClaims.ConfirmedAt,
                    clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)
                ),
                SessionAge.Claim(began),
                new(PractitionerClaims.Session, session?.ToString() ?? ""),
                .. mustSetUp ? new Claim[] { new(PractitionerClaims.MustSetUp, "true") } : [],
            ]
        );

    /// <summary>
    /// The page that posts what a person had typed where it was going, or null when nothing is held.
    /// </summary>
    /// <param name="page">The page that answers.</param>
    /// <param name="person">Who is signed in from now on.</param>
    /// <param name="held">What they had typed, encrypted.</param>
    /// <param name="first">A page that must come first, or null: it gets the held form, still encrypted.</param>
    public async Task<IActionResult?> WithHeldAsync(
        PageModel page,
        Practitioner person,
        string? held,
        string? first
    )
    {
        if (Held(page, held) is not { } form)
        {
            return null;
        }
        // The page that follows posts on this person's behalf: its anti-forgery token must be theirs.
        page.HttpContext.User = await signIn.CreateUserPrincipalAsync(person);
        return new PartialViewResult
        {
            ViewName = "/Features/Accounts/SignIn/ResumeHeldPost.cshtml",
            ViewData = new ViewDataDictionary<HeldForm>(
                page.ViewData,
                first is null
                    ? form
                    : new HeldForm(first, [new(HeldPost.Field, held!)]) { IsOnItsWay = true }
            ),
        };
    }

    /// <summary>What a person had typed, opened, or null when nothing is held.</summary>
    public HeldForm? Held(PageModel page, string? held) =>
        heldPost.Read(held) is { } form && page.Url.IsLocalUrl(form.Target) ? form : null;
}
