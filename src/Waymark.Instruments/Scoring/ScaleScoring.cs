namespace Waymark.Instruments;

/// <summary>The arithmetic of one scale.</summary>
internal static class ScaleScoring
{
    internal static ScaleScore Score(Scale scale, Form form)
    {
        var counted = new List<AnswerReference>();
        var unanswered = new List<ItemPath>();
        var notAsked = new List<ItemPath>();
        var withoutValue = new List<AnswerReference>();
        var sum = 0m;
        foreach (var item in scale.Items)
        {
            ItemPath path = item.Item.LinkId;
            if (!form.IsEnabled(path))
            {
                notAsked.Add(path);
            }
            else if (form.Answers(path) is not [var answer])
            {
                unanswered.Add(path);
            }
            else if (ValueOf(item, answer) is { } value)
            {
                sum += value;
                counted.Add(new AnswerReference(path, [answer]));
            }
            else
            {
                withoutValue.Add(new AnswerReference(path, [answer]));
            }
        }

        var status = Status(scale, counted.Count);
        return new ScaleScore(scale, status, Combine(scale, status, sum, counted.Count), counted)
        {
            Unanswered = unanswered,
            NotAsked = notAsked,
            WithoutValue = withoutValue,
        };
    }

    /// <summary>What an answer counts, before it is turned round.</summary>
    /// <returns>The value, or <see langword="null"/> for an answer that has none.</returns>
    internal static decimal? Weight(ItemDefinition item, AnswerValue answer) =>
        answer switch
        {
            IntegerAnswer integer when item.Options.Count == 0 => integer.Value,
            DecimalAnswer number when item.Options.Count == 0 => number.Value,
            QuantityAnswer quantity => quantity.Value,
            _ => item.Options.FirstOrDefault(option => option.Value == answer)?.Weight,
        };

    private static decimal? ValueOf(ScaleItem item, AnswerValue answer) =>
        Weight(item.Item, answer) is not { } value ? null
        : item.Reversed ? item.Lowest + item.Highest - value
        : value;

    private static ScaleScoreStatus Status(Scale scale, int answered) =>
        answered == scale.Items.Count ? ScaleScoreStatus.Complete
        : answered < scale.MinimumAnswered ? ScaleScoreStatus.TooFewAnswered
        : scale.WhenMissing is MissingItems.LeaveOut ? ScaleScoreStatus.Incomplete
        : ScaleScoreStatus.ProRated;

    private static decimal? Combine(Scale scale, ScaleScoreStatus status, decimal sum, int answered)
    {
        if (status == ScaleScoreStatus.TooFewAnswered)
        {
            return null;
        }

        var score = (scale.Combination, status) switch
        {
            (ScaleCombination.Mean, _) => sum / answered,
            // Multiplied first: 7 × 9 ÷ 7 is exact, 7 ÷ 7 × 9 need not be.
            (ScaleCombination.Sum, ScaleScoreStatus.ProRated) => sum * scale.Items.Count / answered,
            (ScaleCombination.Sum, _) => sum,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return scale.Decimals is { } decimals
            ? Math.Round(score, decimals, MidpointRounding.AwayFromZero)
            : score;
    }
}
