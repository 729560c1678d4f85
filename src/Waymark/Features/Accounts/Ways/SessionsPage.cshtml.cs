using Microsoft.AspNetCore.Mvc;
using Waymark.Data;
using Waymark.Features.Accounts.SignIn;
using Waymark.Features.Shared;

namespace Waymark.Features.Accounts.Ways;

/// <summary>Where the person is signed in, and ending it there.</summary>
public sealed class SessionsPage(AccountDesk desk, Sessions sessions, TimeProvider clock)
    : WaymarkPage(clock)
{
    /// <summary>The sessions that can still be used, the latest first.</summary>
    public IReadOnlyList<SignInSession> Open { get; private set; } = [];

    /// <summary>Whether one has just been ended.</summary>
    public bool IsEnded { get; private set; }

    public async Task OnGetAsync(string? done, CancellationToken cancellation)
    {
        IsEnded = done == "ended";
        await using var work = desk.Open(Me.AgencyId);
        Open = await sessions.OpenAsync(work, Me.Id, cancellation);
    }

    /// <summary>Ends one other session of the person, or all others where none is named.</summary>
    public async Task<IActionResult> OnPostAsync(Guid? sessionId, CancellationToken cancellation)
    {
        await using var work = desk.Open(Me.AgencyId);
        var person = await work.PersonAsync(Me.Id, cancellation);
        var here = SignInSession.Of(User);
        var ended = (await sessions.OpenAsync(work, Me.Id, cancellation))
            .Where(s => s.Id != here && (sessionId is null || s.Id == sessionId))
            .ToList();
        foreach (var session in ended)
        {
            session.EndedAt = Now;
        }
        if (ended.Count > 0)
        {
            work.Note(person, EventKinds.SessionsEnded);
            await work.Db.SaveChangesAsync(cancellation);
        }
        return LocalRedirect("/accounts/ways/sessions?done=ended");
    }
}
