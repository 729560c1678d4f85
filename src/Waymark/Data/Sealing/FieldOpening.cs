using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Metadata;
using Waymark.Security.Encryption;

namespace Waymark.Data.Sealing;

/// <summary>Opens the sealed texts of each row that is read.</summary>
internal sealed class FieldOpening : IMaterializationInterceptor
{
    public static FieldOpening Instance { get; } = new();

    public object InitializedInstance(
        MaterializationInterceptionData materializationData,
        object entity
    )
    {
        if (
            entity is IAgencyOwned row
            && materializationData.EntityType is IEntityType type
            && SealedColumn.Of(type) is { Count: > 0 } columns
        )
        {
            var keyrings = ((WaymarkDb)materializationData.Context).Keyrings;
            foreach (var column in columns)
            {
                var field = materializationData.GetPropertyValue<byte[]?>(column.Shadow);
                column.Property.SetValue(
                    entity,
                    field is null ? null : Open(keyrings, SealedRow.Place(type, row, column), field)
                );
            }
        }
        return entity;
    }

    private static string Open(AgencyKeyrings keyrings, FieldPlace place, byte[] field)
    {
        var opened = keyrings.For(place.AgencyId).Open(place, field);
        if (opened.State == FieldState.KeyUnknown)
        {
            // Another node may have made a newer key since this one read them.
            keyrings.Forget(place.AgencyId);
            opened = keyrings.For(place.AgencyId).Open(place, field);
        }
        return opened.State switch
        {
            FieldState.Opened => opened.Text!,
            FieldState.Erased => OpenedField.ErasedText,
            FieldState.KeyUnknown => throw new SealedFieldException(
                $"{place} was sealed by a key that is not in the database."
            ),
            FieldState.Altered => throw new SealedFieldException(
                $"{place} was altered in the database, or moved there from another place."
            ),
        };
    }
}
