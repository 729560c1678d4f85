using Waymark.Data;

namespace Waymark.Features.Accounts.SignIn;

/// <summary>
/// Writes into an agency's log who signed in, was refused, or signed out. It works behind a wall of its own, because the
/// browser may still be signed in to another agency.
/// </summary>
public sealed class SignInLog(IServiceScopeFactory scopes, TimeProvider clock)
{
    /// <summary>Writes one event about a person's account.</summary>
    public async Task WriteAsync(
        Guid agencyId,
        Guid personId,
        string name,
        string kind,
        CancellationToken cancellation
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Enter(agencyId);
        var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
        db.Events.Add(
            new()
            {
                AgencyId = agencyId,
                At = clock.GetUtcNow(),
                ById = personId,
                ByName = name,
                Kind = kind,
                SubjectId = personId,
            }
        );
        await db.SaveChangesAsync(cancellation);
    }
}
