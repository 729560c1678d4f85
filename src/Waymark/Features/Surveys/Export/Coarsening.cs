namespace Waymark.Features.Surveys.Export;

/// <summary>
/// Makes what others may know of a respondent true of at least so many respondents: first sectors, then roles within a sector, then weeks within
/// a role; what too few share is put together. Pure; it depends on counts alone. ADR 0030 says why.
/// </summary>
public sealed class Coarsening
{
    /// <summary>The fewest respondents that may share all of it.</summary>
    public const int Least = 10;

    private readonly Dictionary<Identifying, Identifying> _becomes;

    private Coarsening(Dictionary<Identifying, Identifying> becomes, long withheld)
    {
        (_becomes, Withheld) = (becomes, withheld);
        Changed = becomes.Count(entry => entry.Key != entry.Value);
    }

    /// <summary>How many respondents are left out, because the side of the wave that they are on has too few in all.</summary>
    public long Withheld { get; }

    /// <summary>How many of the combinations that occur were changed.</summary>
    public int Changed { get; }

    /// <summary>What stands in the export in place of what was answered; null when the respondent is left out.</summary>
    public Identifying? this[Identifying answered] =>
        _becomes.TryGetValue(answered, out var written) ? written : null;

    /// <summary>What can stand in the export.</summary>
    public IEnumerable<Identifying> Written => _becomes.Values.Distinct();

    /// <summary>Decides for all at once.</summary>
    /// <param name="counts">How many respondents there are of each combination.</param>
    /// <param name="otherSector">The number of the sector "something else".</param>
    /// <param name="otherRole">The number of the role "something else".</param>
    public static Coarsening Of(
        IReadOnlyDictionary<Identifying, int> counts,
        int otherSector,
        int otherRole
    )
    {
        ArgumentNullException.ThrowIfNull(counts);
        var becomes = new Dictionary<Identifying, Identifying>();
        long withheld = 0;
        foreach (var side in counts.GroupBy(entry => (entry.Key.Wave, entry.Key.By)))
        {
            var all = side.Select(entry => new Counted(entry.Key, entry.Key, entry.Value)).ToList();
            var total = all.Sum(entry => (long)entry.Count);
            if (total < Least)
            {
                withheld += total;
                continue;
            }

            Pool(all, w => w.Sector, otherSector, (w, sector) => w with { Sector = sector });
            foreach (var sector in Cells(all, w => w.Sector))
            {
                Pool(sector, w => w.Role, otherRole, (w, role) => w with { Role = role });
                foreach (var role in Cells(sector, w => w.Role))
                {
                    Pool(
                        role,
                        w => w.Week,
                        Identifying.NoWeek,
                        (w, week) => w with { Week = week }
                    );
                }
            }

            foreach (var entry in all)
            {
                becomes.Add(entry.Answered, entry.Written);
            }
        }

        return new(becomes, withheld);
    }

    private static List<List<Counted>> Cells(List<Counted> among, Func<Identifying, int> value) =>
        [.. among.GroupBy(entry => value(entry.Written)).Select(group => group.ToList())];

    private static void Pool(
        List<Counted> among,
        Func<Identifying, int> value,
        int pool,
        Func<Identifying, int, Identifying> with
    )
    {
        var counts = among
            .GroupBy(entry => value(entry.Written))
            .ToDictionary(group => group.Key, group => group.Sum(entry => entry.Count));
        var kept = SmallGroups.Kept(counts, Least, pool);
        foreach (var entry in among)
        {
            if (!kept.Contains(value(entry.Written)))
            {
                entry.Written = with(entry.Written, pool);
            }
        }
    }

    private sealed class Counted(Identifying answered, Identifying written, int count)
    {
        internal Identifying Answered { get; } = answered;

        internal Identifying Written { get; set; } = written;

        internal int Count { get; } = count;
    }
}
