using Waymark.Data.Chain;

namespace Waymark.Data;

/// <summary>What every new agency gets in the transaction that writes it: its keys and the start of its log.</summary>
internal static class NewAgencyRows
{
    public static void Add(WaymarkDb db, Guid agencyId)
    {
        if (db.AgencyKeys.Local.Any(k => k.AgencyId == agencyId))
        {
            // A second attempt at a save that failed.
            db.Keyrings.Take(agencyId, [.. db.AgencyKeys.Local.Where(k => k.AgencyId == agencyId)]);
            return;
        }
        var keys = db.Keyrings.Make(agencyId);
        db.AgencyKeys.AddRange(keys);
        db.LogHeads.Add(LogHeadRow.Start(agencyId));
        db.Keyrings.Take(agencyId, keys);
    }
}
