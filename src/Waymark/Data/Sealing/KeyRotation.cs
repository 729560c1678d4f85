using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Waymark.Data.Protection;
using Waymark.Security.Encryption;

namespace Waymark.Data.Sealing;

/// <summary>Changes and destroys the keys of an agency while its people go on working.</summary>
public sealed class KeyRotation(WaymarkDb db, TimeProvider clock)
{
    private const string Operator = "Operator of the installation";

    /// <summary>Wraps with the current wrapping key the agencies' keys, and those of cookies and forms, that an older one wraps. No field is touched.</summary>
    /// <returns>The number of keys wrapped anew.</returns>
    /// <exception cref="SealedFieldException">A key does not open.</exception>
    public async Task<int> RewrapAsync(CancellationToken cancellation)
    {
        var wrapping = db.Keyrings.Wrapping;
        var keys = await db
            .AgencyKeys.Where(k => k.WrappedBy != wrapping.Current.Id && k.Wrapped != null)
            .ToListAsync(cancellation);
        foreach (var key in keys)
        {
            if (!KeyWrap.Rewrap(wrapping, key))
            {
                throw new SealedFieldException(
                    $"A key of agency {key.AgencyId} does not open with '{key.WrappedBy}'. Nothing was changed."
                );
            }
        }
        var protection = await db
            .ProtectionKeys.Where(k => k.WrappedBy != wrapping.Current.Id)
            .ToListAsync(cancellation);
        foreach (var key in protection)
        {
            if (!ProtectionKeyWrap.Rewrap(wrapping, key))
            {
                throw new SealedFieldException(
                    $"The protection key {key.Name} does not open with '{key.WrappedBy}'. Nothing was changed."
                );
            }
        }
        await db.SaveChangesAsync(cancellation);
        return keys.Count + protection.Count;
    }

    /// <summary>
    /// Makes a new key for the current agency's fields and seals every field with it. Fields of either key open meanwhile,
    /// and a stop half-way does no harm: running it again goes on.
    /// </summary>
    /// <returns>The number of fields sealed anew.</returns>
    public async Task<long> RotateAsync(CancellationToken cancellation)
    {
        var agencyId = db.CurrentAgencyId;
        var next = db.Keyrings.For(agencyId).Newest + 1;
        db.AgencyKeys.Add(
            KeyWrap.Create(
                db.Keyrings.Wrapping.Current,
                agencyId,
                KeyPurpose.Fields,
                next,
                clock.GetUtcNow()
            )
        );
        db.Events.Add(Event(agencyId, EventKinds.KeysRotated, next));
        await db.SaveChangesAsync(cancellation);
        db.Keyrings.Forget(agencyId);
        return await ResealAsync(cancellation);
    }

    /// <summary>Seals with the newest key every field of the current agency that an older one sealed.</summary>
    public async Task<long> ResealAsync(CancellationToken cancellation)
    {
        var sealedFields = 0L;
        foreach (var type in db.Model.GetEntityTypes().Where(t => SealedColumn.Of(t).Count > 0))
        {
            sealedFields += await (Task<long>)
                typeof(KeyRotation)
                    .GetMethod(
                        nameof(ResealTypeAsync),
                        BindingFlags.Instance | BindingFlags.NonPublic
                    )!
                    .MakeGenericMethod(type.ClrType)
                    .Invoke(this, [type, cancellation])!;
        }
        return sealedFields;
    }

    /// <summary>
    /// Destroys the current agency's keys. Its words cannot be read any more by anyone, in the database or in a back-up that
    /// has not the old keys; that it was done stands in the log.
    /// </summary>
    public async Task EraseAsync(CancellationToken cancellation)
    {
        var agencyId = db.CurrentAgencyId;
        var keys = await db.AgencyKeys.Where(k => k.AgencyId == agencyId).ToListAsync(cancellation);
        db.Events.Add(Event(agencyId, EventKinds.KeysErased, 0));
        keys.ForEach(key => key.Erase(clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellation);
        db.Keyrings.Forget(agencyId);
    }

    private async Task<long> ResealTypeAsync<T>(IEntityType type, CancellationToken cancellation)
        where T : class, IAgencyOwned
    {
        var columns = SealedColumn.Of(type);
        var key = type.FindPrimaryKey()!.Properties.Single();
        var sealedFields = 0L;
        foreach (
            var row in await db.Set<T>()
                .AsNoTracking()
                .Select(Identity<T>(key))
                .ToListAsync(cancellation)
        )
        {
            var entity = await db.Set<T>().Where(Is<T>(key, row)).SingleAsync(cancellation);
            foreach (var column in columns)
            {
                var kept = (byte[]?)db.Entry(entity).Property(column.Shadow).CurrentValue;
                var keyring = db.Keyrings.For(entity.AgencyId);
                if (kept is null || !keyring.IsStale(kept))
                {
                    continue;
                }
                var text = (string)column.Property.GetValue(entity)!;
                var anew = keyring.Seal(SealedRow.Place(type, entity, column), text);
                // Only over the very bytes that were read: an answer saved meanwhile is sealed with the new key already.
                sealedFields += await db.Set<T>()
                    .Where(Is<T>(key, row))
                    .Where(e => EF.Property<byte[]>(e, column.Shadow.Name) == kept)
                    .ExecuteUpdateAsync(
                        set =>
                            set.SetProperty(e => EF.Property<byte[]>(e, column.Shadow.Name), anew),
                        cancellation
                    );
            }
            db.ChangeTracker.Clear();
        }
        return sealedFields;
    }

    private static Expression<Func<T, object>> Identity<T>(IProperty key)
    {
        var row = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, object>>(
            Expression.Convert(Expression.Property(row, key.PropertyInfo!), typeof(object)),
            row
        );
    }

    private static Expression<Func<T, bool>> Is<T>(IProperty key, object value)
    {
        var row = Expression.Parameter(typeof(T));
        return Expression.Lambda<Func<T, bool>>(
            Expression.Equal(
                Expression.Property(row, key.PropertyInfo!),
                Expression.Convert(
                    Expression.Property(
                        Expression.Constant(new RowKey(value)),
                        nameof(RowKey.Value)
                    ),
                    key.ClrType
                )
            ),
            row
        );
    }

    /// <summary>Holds a key so that every row's query is one query with a parameter.</summary>
    private sealed record RowKey(object Value);

    private RecordEvent Event(Guid agencyId, string kind, int revision) =>
        new()
        {
            AgencyId = agencyId,
            At = clock.GetUtcNow(),
            ById = Guid.Empty,
            ByName = Operator,
            Kind = kind,
            Revision = revision,
        };
}
