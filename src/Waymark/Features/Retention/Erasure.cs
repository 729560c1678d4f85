using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Waymark.Data;
using Waymark.Data.Chain;
using Waymark.Data.Sealing;
using Waymark.Features.Accounts;

namespace Waymark.Features.Retention;

/// <summary>What became of an erasure.</summary>
public enum ErasureOutcome
{
    /// <summary>The record is gone.</summary>
    Erased,

    /// <summary>There is no such request any more: it was taken back, or another person was quicker.</summary>
    NoRequest,

    /// <summary>Who asked may not confirm.</summary>
    SamePerson,

    /// <summary>A legal hold stands.</summary>
    Held,
}

/// <summary>
/// Removes one child's whole record in one transaction: every row that names the child or one of the concerns, found by the
/// model so that a new table cannot be forgotten, and the words of its events. What stays is the chain of the log, which
/// still verifies, and one event that says what was erased by ids and counts (ADR 0021).
/// </summary>
public sealed class Erasure(WaymarkDb db, TimeProvider clock)
{
    /// <summary>Erases the record of a request that somebody else made.</summary>
    /// <param name="requestId">The request.</param>
    /// <param name="by">The second person.</param>
    /// <param name="cancellation">Stops before anything is removed.</param>
    public async Task<ErasureOutcome> EraseAsync(
        Guid requestId,
        CurrentPractitioner by,
        CancellationToken cancellation
    )
    {
        db.ChangeTracker.Clear();
        await db.BeforeErasingAsync(cancellation);
        var outcome = await InTransactionAsync(requestId, by, cancellation);
        db.ChangeTracker.Clear();
        await db.AfterErasingAsync(cancellation);
        return outcome;
    }

    private async Task<ErasureOutcome> InTransactionAsync(
        Guid requestId,
        CurrentPractitioner by,
        CancellationToken cancellation
    )
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        // Nobody writes an event of this agency until the record is gone, so that none is left behind.
        await EventChain.HoldAsync(db, by.AgencyId, cancellation);
        var request = await All<ErasureRequest>()
            .AsNoTracking()
            .SingleOrDefaultAsync(r => r.Id == requestId && r.WithdrawnAt == null, cancellation);
        if (request is null)
        {
            return ErasureOutcome.NoRequest;
        }
        if (request.RequestedById == by.Id)
        {
            return ErasureOutcome.SamePerson;
        }
        var child = request.ChildId;
        if (
            await All<LegalHold>()
                .AnyAsync(h => h.ChildId == child && h.LiftedAt == null, cancellation)
        )
        {
            return ErasureOutcome.Held;
        }
        var concerns = await All<Concerns.Concern>()
            .Where(c => c.ChildId == child)
            .Select(c => c.Id)
            .ToListAsync(cancellation);
        var events = await EraseWordsAsync(child, concerns, cancellation);
        SortedDictionary<string, int> rows = [];
        foreach (var type in RecordTypes(db.Model))
        {
            rows[type.GetTableName()!] = await (Task<int>)
                typeof(Erasure)
                    .GetMethod(nameof(RemoveAsync), BindingFlags.Instance | BindingFlags.NonPublic)!
                    .MakeGenericMethod(type.ClrType)
                    .Invoke(this, [type, child, concerns, cancellation])!;
        }
        db.Events.Add(
            new()
            {
                AgencyId = by.AgencyId,
                At = clock.GetUtcNow(),
                ById = by.Id,
                ByName = by.Name,
                Kind = EventKinds.RecordErased,
                SubjectId = child,
                After = JsonSerializer.Serialize(
                    new
                    {
                        ground = request.Ground.ToString(),
                        requestedBy = request.RequestedById,
                        requestedAt = request.RequestedAt,
                        concerns,
                        rows,
                        events,
                    }
                ),
            }
        );
        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return ErasureOutcome.Erased;
    }

    /// <summary>
    /// The types whose rows are a child's record, those that hang on others first. An event is none: it stays in the chain
    /// without its words.
    /// </summary>
    internal static IReadOnlyList<IEntityType> RecordTypes(IModel model)
    {
        List<IEntityType> left =
        [
            .. model
                .GetEntityTypes()
                .Where(t =>
                    t.ClrType == typeof(Children.Child)
                    || (
                        t.ClrType != typeof(RecordEvent)
                        && typeof(IAgencyOwned).IsAssignableFrom(t.ClrType)
                        && (
                            t.FindProperty(WaymarkDb.OfChild) is not null
                            || t.FindProperty(WaymarkDb.OfConcern) is not null
                        )
                    )
                )
                .OrderBy(t => t.Name, StringComparer.Ordinal),
        ];
        List<IEntityType> ordered = [];
        while (left.Count > 0)
        {
            var next = left.First(t =>
                left.TrueForAll(other =>
                    other == t || other.GetForeignKeys().All(k => k.PrincipalEntityType != t)
                )
            );
            left.Remove(next);
            ordered.Add(next);
        }
        return ordered;
    }

    private IQueryable<T> All<T>()
        where T : class => db.Set<T>().IgnoreQueryFilters([WaymarkDb.NeedToKnow]);

    private async Task<int> RemoveAsync<T>(
        IEntityType type,
        Guid child,
        List<Guid> concerns,
        CancellationToken cancellation
    )
        where T : class
    {
        var removed = 0;
        if (type.ClrType == typeof(Children.Child))
        {
            removed += await All<T>()
                .Where(row => EF.Property<Guid>(row, nameof(Children.Child.Id)) == child)
                .ExecuteDeleteAsync(cancellation);
        }
        if (type.FindProperty(WaymarkDb.OfChild) is not null)
        {
            removed += await All<T>()
                .Where(row => EF.Property<Guid>(row, WaymarkDb.OfChild) == child)
                .ExecuteDeleteAsync(cancellation);
        }
        if (type.FindProperty(WaymarkDb.OfConcern) is { } concern)
        {
            var rows = concern.IsNullable
                ? All<T>()
                    .Where(row =>
                        concerns.Contains(EF.Property<Guid?>(row, WaymarkDb.OfConcern)!.Value)
                    )
                : All<T>()
                    .Where(row => concerns.Contains(EF.Property<Guid>(row, WaymarkDb.OfConcern)));
            removed += await rows.ExecuteDeleteAsync(cancellation);
        }
        return removed;
    }

    /// <summary>Takes the sealed words and the salt out of every event of the record, and gives their number.</summary>
    private async Task<int> EraseWordsAsync(
        Guid child,
        List<Guid> concerns,
        CancellationToken cancellation
    )
    {
        var columns = SealedColumn
            .Of(db.Model.FindEntityType(typeof(RecordEvent))!)
            .Select(c => c.Shadow.Name)
            .ToList();
        return await All<RecordEvent>()
            .Where(e =>
                (e.ConcernId != null && concerns.Contains(e.ConcernId.Value))
                || (e.SubjectId == child && e.Kind != EventKinds.RecordErased)
            )
            .ExecuteUpdateAsync(
                set =>
                {
                    foreach (var column in columns)
                    {
                        set.SetProperty(e => EF.Property<byte[]?>(e, column), (byte[]?)null);
                    }
                },
                cancellation
            );
    }
}
