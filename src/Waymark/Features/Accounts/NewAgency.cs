using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Waymark.Data;
using Waymark.Features.Accounts.People;
using Waymark.Hosting;

namespace Waymark.Features.Accounts;

/// <summary>Makes an agency with an invitation for its first administrator, or invites one for an agency that is there.</summary>
public sealed class NewAgency(
    WaymarkDb db,
    AgencyScope scope,
    IOptions<WaymarkOptions> waymark,
    TimeProvider clock
)
{
    private const string Operator = "Whoever runs Waymark";

    /// <summary>Makes the agency where there is none of the name, invites, and returns the link, which is kept nowhere.</summary>
    /// <param name="name">The agency's name as its people know it.</param>
    /// <param name="kind">Its sort, where it is made.</param>
    /// <param name="administrator">Who is invited.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="InvalidOperationException">What was given cannot be an agency or an account, and why.</exception>
    public async Task<string> AddAsync(
        string name,
        AgencyKind kind,
        Joiner administrator,
        CancellationToken cancellation
    )
    {
        var email = administrator.Email.ToUpperInvariant();
        var wrong = new InvitationForm(
            administrator.Email,
            administrator.Name,
            administrator.JobTitle,
            administrator.Roles
        ).Check(await db.Users.AnyAsync(p => p.NormalizedEmail == email, cancellation));
        if (name.Trim().Length is 0 or > 200)
        {
            throw new InvalidOperationException("An agency's name has 1 to 200 characters.");
        }
        if (wrong.FirstOrDefault() is { } first)
        {
            throw new InvalidOperationException(first.Message + ".");
        }
        var now = clock.GetUtcNow();
        var agency = await db.Agencies.SingleOrDefaultAsync(
            a => a.Name == name.Trim(),
            cancellation
        );
        var isNew = agency is null;
        agency ??= new()
        {
            Id = Guid.CreateVersion7(now),
            Name = name.Trim(),
            Kind = kind,
        };
        // Before the transaction: PostgreSQL is told when the connection is opened whose rows may be written.
        scope.Enter(agency.Id);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        if (isNew)
        {
            db.Agencies.Add(agency);
            await db.SaveChangesAsync(cancellation);
        }
        var path = Inviting.Add(db, agency.Id, administrator, Guid.Empty, Operator, now);
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return waymark.Value.Link(path) ?? path;
    }
}
