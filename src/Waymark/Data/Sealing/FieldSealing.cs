using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Waymark.Security.Encryption;

namespace Waymark.Data.Sealing;

/// <summary>
/// Seals the texts of the rows that are about to be written. Entity Framework does not watch the texts themselves, so
/// each is held against what its sealed bytes say; only a text that differs is sealed anew.
/// </summary>
internal static class FieldSealing
{
    public static void Seal(ChangeTracker tracker, AgencyKeyrings keyrings)
    {
        foreach (var entry in tracker.Entries())
        {
            if (
                entry
                    is { State: EntityState.Added or EntityState.Modified or EntityState.Unchanged }
                && entry.Entity is IAgencyOwned row
                && SealedColumn.Of(entry.Metadata) is { Count: > 0 } columns
            )
            {
                Seal(entry, row, columns, keyrings.For(row.AgencyId));
            }
        }
    }

    private static void Seal(
        EntityEntry entry,
        IAgencyOwned row,
        IReadOnlyList<SealedColumn> columns,
        AgencyKeyring keyring
    )
    {
        foreach (var column in columns)
        {
            var place = SealedRow.Place(entry.Metadata, row, column);
            var text = (string?)column.Property.GetValue(row);
            var kept = entry.Property(column.Shadow);
            if (
                entry.State != EntityState.Added
                && Says(keyring, place, (byte[]?)kept.CurrentValue, text)
            )
            {
                continue;
            }
            kept.CurrentValue = text is null ? null : keyring.Seal(place, text);
            if (column.Lookup is { } lookup)
            {
                entry.Property(lookup).CurrentValue = keyring.Lookup(
                    column.Table,
                    column.Column,
                    text ?? ""
                );
            }
        }
    }

    private static bool Says(AgencyKeyring keyring, FieldPlace place, byte[]? kept, string? text) =>
        kept is null ? text is null
        : keyring.Open(place, kept) is { State: FieldState.Opened } opened ? opened.Text == text
        : text == OpenedField.ErasedText;
}
