using System.Globalization;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using Waymark.Security.Encryption;

namespace Waymark.Data.Sealing;

/// <summary>Where a sealed text of one row belongs.</summary>
internal static class SealedRow
{
    public static FieldPlace Place(
        IReadOnlyEntityType type,
        IAgencyOwned row,
        SealedColumn column
    ) => new(row.AgencyId, column.Table, column.Column, Key(type, row));

    private static string Key(IReadOnlyEntityType type, object row)
    {
        var named = type.FindAnnotation(SealedColumn.RowAnnotation)?.Value as string;
        PropertyInfo property = named is null
            ? type.FindPrimaryKey()!.Properties.Single().PropertyInfo!
            : type.ClrType.GetProperty(named)!;
        return property.GetValue(row) switch
        {
            Guid id when id != Guid.Empty => id.ToString("D"),
            long number and > 0 => number.ToString(CultureInfo.InvariantCulture),
            _ => throw new InvalidOperationException(
                $"A row of {type.ClrType.Name} must have its {property.Name} before it is sealed."
            ),
        };
    }
}
