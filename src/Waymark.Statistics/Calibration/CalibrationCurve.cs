using System.Collections.Immutable;

namespace Waymark.Statistics;

/// <summary>One band of sureness, with how often decisions made in it were right.</summary>
/// <param name="From">The lower edge, which belongs to the band.</param>
/// <param name="To">The upper edge, which belongs to the next band, or to this one if it is the last.</param>
/// <param name="MeanSureness">The mean sureness of the decisions in the band.</param>
/// <param name="ShareRight">The share that was right, with Wilson's interval; its base is the decisions in the band.</param>
public sealed record CalibrationBand(
    double From,
    double To,
    double MeanSureness,
    Estimate ShareRight
);

/// <summary>
/// How often decisions were right at each level of sureness. A. H. Murphy and R. L. Winkler (1977), "Reliability of subjective
/// probability forecasts of precipitation and temperature", Applied Statistics 26, 41–47; Wilson's interval in each band.
/// </summary>
public static class CalibrationCurve
{
    /// <summary>The bands that hold decisions, from the least sure to the surest; empty bands are left out.</summary>
    /// <param name="judgements">The decisions.</param>
    /// <param name="edges">The edges of the bands, rising, from 0 to 1 or, for choices of two, from 0.5 to 1.</param>
    /// <param name="coverage">95 in 100 unless told otherwise.</param>
    public static Result<IReadOnlyList<CalibrationBand>> Of(
        Judgements judgements,
        IReadOnlyList<double> edges,
        Coverage? coverage = null
    )
    {
        ArgumentNullException.ThrowIfNull(judgements);
        ArgumentNullException.ThrowIfNull(edges);
        if (Check(judgements, edges) is { } issue)
        {
            return issue;
        }

        var bands = ImmutableArray.CreateBuilder<CalibrationBand>();
        for (var b = 0; b + 1 < edges.Count; b++)
        {
            var (from, to, last) = (edges[b], edges[b + 1], b + 2 == edges.Count);
            var inside = judgements
                .All.Where(j =>
                    j.Sureness >= from && (j.Sureness < to || (last && j.Sureness == to))
                )
                .ToArray();
            if (inside.Length > 0)
            {
                var right = inside.Count(j => j.Right);
                var share = (double)right / inside.Length;
                bands.Add(
                    new CalibrationBand(
                        from,
                        to,
                        Math.Clamp(inside.Average(j => j.Sureness), from, to),
                        new Estimate(
                            share,
                            WilsonScore.Interval(
                                share,
                                inside.Length,
                                coverage ?? Coverage.Percent95
                            ),
                            new Base(inside.Length),
                            Method.CalibrationCurve
                        )
                    )
                );
            }
        }

        return Result.From<IReadOnlyList<CalibrationBand>>(bands.ToImmutable());
    }

    private static InputIssue? Check(Judgements judgements, IReadOnlyList<double> edges)
    {
        if (edges.Count < 2)
        {
            return new InputIssue(
                InputIssueCode.BaseTooSmall,
                nameof(edges),
                "Give at least two edges."
            );
        }

        for (var i = 0; i < edges.Count; i++)
        {
            if (edges[i] is not (>= 0 and <= 1) || (i > 0 && edges[i] <= edges[i - 1]))
            {
                return new InputIssue(
                    InputIssueCode.OutOfRange,
                    $"edges[{i}]",
                    "Edges rise from 0 to 1."
                );
            }
        }

        for (var i = 0; i < judgements.All.Length; i++)
        {
            if (judgements.All[i].Sureness < edges[0] || judgements.All[i].Sureness > edges[^1])
            {
                return new InputIssue(
                    InputIssueCode.OutOfRange,
                    $"judgements[{i}]",
                    "This sureness lies outside all bands, and nothing is dropped in silence."
                );
            }
        }

        return null;
    }
}
