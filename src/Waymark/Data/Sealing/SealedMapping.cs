using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Waymark.Security.Encryption;

namespace Waymark.Data.Sealing;

/// <summary>How a mapping says that a text is kept encrypted.</summary>
public static class SealedMapping
{
    /// <summary>
    /// Keeps a text encrypted. A query cannot filter or sort by it: the attempt fails to translate, rather than reading
    /// every row.
    /// </summary>
    public static EntityTypeBuilder<T> Seal<T>(
        this EntityTypeBuilder<T> builder,
        Expression<Func<T, string?>> text
    )
        where T : class, IAgencyOwned
    {
        var name = Name(text);
        builder.Ignore(name);
        builder
            .Property<byte[]?>(name + SealedColumn.ShadowEnding)
            .HasColumnName(name)
            .HasAnnotation(SealedColumn.Annotation, name)
            .IsRequired(IsRequired(text));
        return builder;
    }

    /// <summary>Keeps a text encrypted, and a keyed hash beside it that finds the exact text within its agency.</summary>
    public static EntityTypeBuilder<T> SealAndFind<T>(
        this EntityTypeBuilder<T> builder,
        Expression<Func<T, string?>> text
    )
        where T : class, IAgencyOwned
    {
        builder.Seal(text);
        var lookup = Name(text) + SealedColumn.LookupEnding;
        builder.Property<byte[]>(lookup).HasMaxLength(AgencyKeyring.LookupLength).IsRequired();
        builder.HasIndex(nameof(IAgencyOwned.AgencyId), lookup).IsUnique();
        return builder;
    }

    /// <summary>
    /// Names the property that tells an agency's rows of this type apart before they are written, where the primary key is
    /// made by the database.
    /// </summary>
    public static EntityTypeBuilder<T> SealByRow<T>(
        this EntityTypeBuilder<T> builder,
        Expression<Func<T, object?>> row
    )
        where T : class, IAgencyOwned
    {
        builder.Metadata.SetAnnotation(SealedColumn.RowAnnotation, Name(row));
        return builder;
    }

    private static bool IsRequired(LambdaExpression text) =>
        text.Body is MemberExpression { Member: PropertyInfo property }
        && new NullabilityInfoContext().Create(property).ReadState == NullabilityState.NotNull;

    internal static string Name(LambdaExpression property) =>
        property.Body is MemberExpression member ? member.Member.Name
        : property.Body is UnaryExpression { Operand: MemberExpression converted }
            ? converted.Member.Name
        : throw new ArgumentException($"{property} is not a property.", nameof(property));
}
