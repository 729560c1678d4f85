using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Mail;

namespace Waymark.Features.Accounts.Forgotten;

/// <summary>Sends the letters that were asked for on the page of a forgotten password, one after another.</summary>
public sealed class PasswordLetters(
    AccountDesk desk,
    PasswordLink links,
    Post post,
    IServiceScopeFactory scopes,
    ILogger<PasswordLetters> log
) : IDisposable
{
    /// <summary>How long after a letter the same person gets no other.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Sends a letter to whoever has the address, if they can have a link and had none just now. A failure is logged by its kind alone.</summary>
    public async Task SendAsync(string email)
    {
        await _one.WaitAsync();
        try
        {
            if (await FindAsync(email) is { } person)
            {
                await SendAsync(person);
            }
        }
        catch (Exception problem) when (problem is DbException or DbUpdateException)
        {
            log.LogWarning(
                "A letter for a new password was not sent: {Problem}.",
                problem.GetType().Name
            );
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task<Practitioner?> FindAsync(string email)
    {
        await using var scope = scopes.CreateAsyncScope();
        var normalised = email.ToUpperInvariant();
        return await scope
            .ServiceProvider.GetRequiredService<WaymarkDb>()
            .Users.AsNoTracking()
            .SingleOrDefaultAsync(p => p.NormalizedEmail == normalised);
    }

    private async Task SendAsync(Practitioner person)
    {
        await using var work = desk.Open(person.AgencyId);
        var since = work.Now - Pause;
        if (
            !PasswordLink.IsFor(person, (await work.Users.GetLoginsAsync(person)).Count > 0)
            || await work.Db.Events.AnyAsync(e =>
                e.Kind == EventKinds.PasswordLinkMade && e.SubjectId == person.Id && e.At > since
            )
        )
        {
            return;
        }
        work.Db.Events.Add(PasswordLink.Made(person, person.Id, person.DisplayName, work.Now));
        await work.Db.SaveChangesAsync();
        await post.SendAsync(
            PasswordLink.Letter(person, askedBy: null, post.Link(links.PathFor(person))),
            CancellationToken.None
        );
    }
}
