using System.Collections.Immutable;

namespace Waymark.Statistics;

/// <summary>One decision: how sure somebody was that it was right, from 0 to 1, and whether it was.</summary>
public readonly record struct Judgement(double Sureness, bool Right);

/// <summary>
/// A learner's decisions with their sureness. Read them over many decisions; nobody is called overconfident after one sitting.
/// </summary>
public sealed class Judgements
{
    private Judgements(ImmutableArray<Judgement> all) => All = all;

    /// <summary>The decisions in the order given.</summary>
    public ImmutableArray<Judgement> All { get; }

    /// <summary>Takes the decisions, or says which sureness is not from 0 to 1.</summary>
    public static Result<Judgements> Create(IEnumerable<Judgement> judgements)
    {
        ArgumentNullException.ThrowIfNull(judgements);
        var array = judgements.ToImmutableArray();
        if (array.IsEmpty)
        {
            return new InputIssue(
                InputIssueCode.BaseEmpty,
                nameof(judgements),
                "There are no decisions yet."
            );
        }

        for (var i = 0; i < array.Length; i++)
        {
            if (array[i].Sureness is not (>= 0 and <= 1))
            {
                return new InputIssue(
                    InputIssueCode.OutOfRange,
                    $"judgements[{i}]",
                    "Sureness is from 0 to 1."
                );
            }
        }

        return new Judgements(array);
    }
}
