namespace Waymark.Security.Encryption;

/// <summary>The one place a sealed field belongs to. Put anywhere else, it does not open.</summary>
/// <param name="AgencyId">The agency whose row it is.</param>
/// <param name="Table">The table's name in the database.</param>
/// <param name="Column">The column's name in the database.</param>
/// <param name="Row">The row's own key as text.</param>
public readonly record struct FieldPlace(Guid AgencyId, string Table, string Column, string Row)
{
    /// <summary>The place in words, without anything that was written there.</summary>
    public override string ToString() => $"{Table}.{Column}, row {Row} of agency {AgencyId}";

    internal byte[] Binding(int keyVersion) =>
        new BoundBytes("waymark-field/1")
            .Add(AgencyId)
            .Add(Table)
            .Add(Column)
            .Add(Row)
            .Add(keyVersion)
            .ToArray();
}
