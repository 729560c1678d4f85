using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Waymark.Data.Sealing;

/// <summary>
/// A text of an entity that is kept encrypted: the entity's own property is unknown to the database, a shadow property holds
/// the sealed bytes.
/// </summary>
/// <param name="Property">The entity's property with the words.</param>
/// <param name="Shadow">The shadow property with the sealed bytes.</param>
/// <param name="Lookup">The shadow property with the keyed hash to find it by, or null.</param>
/// <param name="Table">The table, which the sealed bytes are bound to.</param>
/// <param name="Column">The column, which they are bound to.</param>
internal sealed record SealedColumn(
    PropertyInfo Property,
    IProperty Shadow,
    IProperty? Lookup,
    string Table,
    string Column
)
{
    /// <summary>The ending of the shadow property's name.</summary>
    public const string ShadowEnding = "Sealed";

    /// <summary>The ending of the lookup property's name.</summary>
    public const string LookupEnding = "Lookup";

    /// <summary>Marks the shadow property with the name of the property it holds.</summary>
    public const string Annotation = "Waymark:Seals";

    /// <summary>Marks the entity type with the name of the property that tells its rows apart.</summary>
    public const string RowAnnotation = "Waymark:SealedRow";

    private const string Cache = "Waymark:SealedColumns";

    /// <summary>The sealed texts of an entity type.</summary>
    public static IReadOnlyList<SealedColumn> Of(ITypeBase type) =>
        type is IEntityType entity
            ? entity.GetOrAddRuntimeAnnotationValue(Cache, static e => Find(e!), entity)
            : [];

    private static IReadOnlyList<SealedColumn> Find(IEntityType entity) =>
        [
            .. from shadow in entity.GetProperties()
            let name = shadow.FindAnnotation(Annotation)?.Value as string
            where name is not null
            select new SealedColumn(
                entity.ClrType.GetProperty(name)!,
                shadow,
                entity.FindProperty(name + LookupEnding),
                entity.GetTableName()!,
                shadow.GetColumnName()
            ),
        ];
}
