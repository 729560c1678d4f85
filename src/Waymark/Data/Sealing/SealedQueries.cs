using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;

namespace Waymark.Data.Sealing;

/// <summary>Finds rows by a text that is kept encrypted.</summary>
public static class SealedQueries
{
    /// <summary>The rows of the current agency whose text is exactly this one; the mapping must say <c>SealAndFind</c>.</summary>
    public static IQueryable<T> WhereIs<T>(
        this WaymarkDb db,
        Expression<Func<T, string?>> property,
        string text
    )
        where T : class, IAgencyOwned
    {
        var name = SealedMapping.Name(property);
        var column = SealedColumn
            .Of(db.Model.FindEntityType(typeof(T))!)
            .Single(c => c.Property.Name == name && c.Lookup is not null);
        var hash = db.Keyrings.For(db.CurrentAgencyId).Lookup(column.Table, column.Column, text);
        var lookup = column.Lookup!.Name;
        return db.Set<T>().Where(row => EF.Property<byte[]>(row, lookup) == hash);
    }
}
