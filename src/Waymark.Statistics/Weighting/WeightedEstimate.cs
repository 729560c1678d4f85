namespace Waymark.Statistics;

/// <summary>
/// Weighted figures with linearised standard errors. T. Lumley (2010), Complex Surveys: A Guide to Analysis Using R, ch. 2 and 7.
/// </summary>
public static class WeightedEstimate
{
    /// <summary>
    /// The weighted share that said yes, from 0 to 1; null is somebody who did not answer or is not in the group looked at.
    /// The interval is Wilson's on the number of unweighted people the estimate is worth, p(1 − p)/variance, never more than
    /// really answered (C. Franco et al. (2019), Journal of Survey Statistics and Methodology 7, 334–364); where all
    /// answered alike, Kish's effective number stands in.
    /// </summary>
    public static Result<Estimate> Proportion(
        SurveyWeights weights,
        IReadOnlyList<bool?> answers,
        Coverage? coverage = null
    )
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(answers);
        double?[] values =
        [
            .. answers.Select(a => a is { } yes ? (yes ? 1.0 : 0.0) : (double?)null),
        ];
        if (Check(weights, values, leastAnswered: 1) is { } issue)
        {
            return issue;
        }

        var (mean, variance) = LinearisedVariance.Of(weights, values);
        var share = Math.Clamp(mean, 0, 1);
        var @base = BaseOf(weights, values);
        var spread = share * (1 - share);
        var worth =
            spread > 1e-12 && variance > 0
                ? Math.Min(@base.Count, spread / variance)
                : @base.Effective;
        return new Estimate(
            share,
            WilsonScore.Interval(share, worth, coverage ?? Coverage.Percent95),
            @base,
            Method.WeightedProportion
        );
    }

    /// <summary>
    /// The weighted mean, in the unit of the values; null is somebody who did not answer or is not in the group looked at.
    /// The interval is Student's with one degree of freedom less than people answered.
    /// </summary>
    public static Result<Estimate> Mean(
        SurveyWeights weights,
        IReadOnlyList<double?> values,
        Coverage? coverage = null
    )
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(values);
        if (Check(weights, values, leastAnswered: 2) is { } issue)
        {
            return issue;
        }

        var answered = values.OfType<double>().ToArray();
        if (answered.All(v => v == answered[0]))
        {
            return new InputIssue(
                InputIssueCode.NoVariation,
                nameof(values),
                "Every value is the same, so no interval can be worked out: say how many there were."
            );
        }

        var wanted = coverage ?? Coverage.Percent95;
        var (mean, variance) = LinearisedVariance.Of(weights, values);
        return new Estimate(
            mean,
            Interval.Around(mean, wanted.T(answered.Length - 1) * Math.Sqrt(variance), wanted),
            BaseOf(weights, values),
            Method.WeightedMean
        );
    }

    private static InputIssue? Check(
        SurveyWeights weights,
        IReadOnlyList<double?> values,
        int leastAnswered
    )
    {
        if (values.Count != weights.Values.Length)
        {
            return new InputIssue(
                InputIssueCode.LengthsDiffer,
                nameof(values),
                "Give one answer, or null, for each person who has a weight."
            );
        }

        for (var i = 0; i < values.Count; i++)
        {
            if (values[i] is { } value && !double.IsFinite(value))
            {
                return new InputIssue(
                    InputIssueCode.NotFinite,
                    $"values[{i}]",
                    "Use null for an answer that is missing."
                );
            }
        }

        return values.Count(v => v is not null) is var answered && answered >= leastAnswered
            ? null
            : new InputIssue(
                answered == 0 ? InputIssueCode.BaseEmpty : InputIssueCode.BaseTooSmall,
                nameof(values),
                "Too few people answered."
            );
    }

    private static Base BaseOf(SurveyWeights weights, IReadOnlyList<double?> values)
    {
        double[] used = [.. weights.Values.Where((_, i) => values[i] is not null)];
        return new Base(used.Length, SurveyWeights.Kish(used));
    }
}
