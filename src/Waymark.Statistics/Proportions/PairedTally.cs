namespace Waymark.Statistics;

/// <summary>The same people's yes or no, before and after. Never empty.</summary>
public sealed record PairedTally
{
    private PairedTally(int yesBoth, int yesThenNo, int noThenYes, int noBoth) =>
        (YesBoth, YesThenNo, NoThenYes, NoBoth) = (yesBoth, yesThenNo, noThenYes, noBoth);

    /// <summary>Yes before and yes after.</summary>
    public int YesBoth { get; }

    /// <summary>Yes before, no after: one of the two discordant counts.</summary>
    public int YesThenNo { get; }

    /// <summary>No before, yes after: the other discordant count.</summary>
    public int NoThenYes { get; }

    /// <summary>No before and no after.</summary>
    public int NoBoth { get; }

    /// <summary>All pairs.</summary>
    public int Count => YesBoth + YesThenNo + NoThenYes + NoBoth;

    /// <summary>Pairs whose two answers differ: the only ones that can speak for a change.</summary>
    public int Discordant => YesThenNo + NoThenYes;

    /// <summary>Takes the four counts, named so that they cannot be given in the wrong order unnoticed.</summary>
    public static Result<PairedTally> Create(int yesBoth, int yesThenNo, int noThenYes, int noBoth)
    {
        (string Name, int Count)[] counts =
        [
            (nameof(yesBoth), yesBoth),
            (nameof(yesThenNo), yesThenNo),
            (nameof(noThenYes), noThenYes),
            (nameof(noBoth), noBoth),
        ];
        foreach (var (name, count) in counts)
        {
            if (count < 0)
            {
                return new InputIssue(
                    InputIssueCode.OutOfRange,
                    name,
                    "A count cannot be below zero."
                );
            }
        }

        return counts.Sum(c => (long)c.Count) switch
        {
            0 => new InputIssue(
                InputIssueCode.BaseEmpty,
                nameof(yesBoth),
                "There are no matched pairs."
            ),
            > int.MaxValue => new InputIssue(
                InputIssueCode.OutOfRange,
                nameof(yesBoth),
                "The counts are too large."
            ),
            _ => new PairedTally(yesBoth, yesThenNo, noThenYes, noBoth),
        };
    }

    /// <summary>Counts pairs of answers.</summary>
    public static Result<PairedTally> FromAnswers(IEnumerable<(bool Before, bool After)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        int both = 0,
            lost = 0,
            gained = 0,
            neither = 0;
        foreach (var pair in pairs)
        {
            _ = pair switch
            {
                (true, true) => both++,
                (true, false) => lost++,
                (false, true) => gained++,
                (false, false) => neither++,
            };
        }

        return Create(both, lost, gained, neither);
    }
}
