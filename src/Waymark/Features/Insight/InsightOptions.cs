using System.ComponentModel.DataAnnotations;
using Waymark.Statistics.Disclosure;

namespace Waymark.Features.Insight;

/// <summary>How results are protected and where the columnar copy of answers stands, under <c>Waymark:Insight</c> in the configuration.</summary>
public sealed class InsightOptions : IValidatableObject
{
    public const string Section = "Waymark:Insight";

    /// <summary>Counts of people from 1 to this are hidden. Never under 3; a ledger keeps the number it was opened with.</summary>
    [Range(SuppressionPolicy.LowestThreshold, 1000)]
    public int HideCountsUpTo { get; set; } = SuppressionPolicy.Usual.LargestHidden;

    /// <summary>All other counts are rounded to a multiple of this.</summary>
    public int RoundCountsTo { get; set; } = SuppressionPolicy.Usual.RoundTo;

    /// <summary>No percentage, mean or interval is given for fewer people than this.</summary>
    public int SmallestPercentageBase { get; set; } =
        SuppressionPolicy.Usual.SmallestPercentageBase;

    /// <summary>
    /// The fewest people that a sector, or a role within a sector, needs to be told apart from others; 20 is the dossier's advice for the opinions of staff.
    /// </summary>
    [Range(2, 10_000)]
    public int SmallestGroup { get; set; } = 20;

    /// <summary>The rule that ledgers are opened with.</summary>
    /// <exception cref="InvalidOperationException">The numbers do not fit together; checked at start.</exception>
    public SuppressionPolicy Policy =>
        Read().Match(policy => policy, issue => throw new InvalidOperationException(issue.Text));

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Read().Issue is { } issue)
        {
            yield return new(
                $"{Section}: {issue.Text}",
                [nameof(HideCountsUpTo), nameof(RoundCountsTo), nameof(SmallestPercentageBase)]
            );
        }

        if (SmallestGroup <= HideCountsUpTo)
        {
            yield return new(
                $"{Section}: the smallest group must be above the largest hidden count.",
                [nameof(SmallestGroup)]
            );
        }
    }

    private Statistics.Result<SuppressionPolicy> Read() =>
        SuppressionPolicy.Create(HideCountsUpTo, RoundCountsTo, SmallestPercentageBase);
}
