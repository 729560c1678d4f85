namespace Waymark.Statistics.Tests.Weighting;

// Reference values: R package survey 4.1-1 (T. Lumley) on its documented data set, svydesign(id = ~1, weights = ~pw), without a
// finite population correction; postStratify and rake as in its manual pages. Standard errors are read off the intervals.
public class WeightedEstimateTests
{
    private static double?[] Scores => [.. ApiSchools.Sample.Select(s => (double?)s.Score)];

    private static double StandardError(Estimate estimate) =>
        estimate.Interval.Width / 2 / estimate.Interval.Coverage.T(estimate.Base.Count - 1);

    [Fact]
    public void Mean_PostStratifiedApi_MatchesSurvey()
    {
        var weights = PostStratification.Weigh(ApiSchools.TypeMargin);
        var estimate = Six.Ok(WeightedEstimate.Mean(weights, Scores));

        Assert.Equal(0, weights.Capped);
        Six.Digits(656.78158095253, estimate.Value);
        Six.Digits(9.30804643018, StandardError(estimate));
        Assert.Equal(Method.WeightedMean, estimate.Method);
    }

    [Fact]
    public void Proportion_PostStratifiedApi_MatchesSurvey()
    {
        var weights = PostStratification.Weigh(ApiSchools.TypeMargin);
        var estimate = Six.Ok(
            WeightedEstimate.Proportion(
                weights,
                [.. ApiSchools.Sample.Select(s => (bool?)(s.Target == "Y"))]
            )
        );
        var worth = 0.8163959628851 * (1 - 0.8163959628851) / Math.Pow(0.0255519672968, 2);
        var wilson = WilsonScore.Interval(
            0.8163959628851,
            Math.Min(200, worth),
            Coverage.Percent95
        );

        Six.Digits(0.8163959628851, wilson.Lower, wilson.Upper, estimate);
    }

    [Fact]
    public void Mean_RakedApi_MatchesSurvey()
    {
        var weights = Six.Ok(Raking.Weigh([ApiSchools.TypeMargin, ApiSchools.TargetMargin]));
        var estimate = Six.Ok(WeightedEstimate.Mean(weights, Scores));

        Six.Digits(657.79154633211, estimate.Value);
        // rake and calibrate(calfun = "raking") give the same.
        Six.Digits(8.97171225792, StandardError(estimate));
        Assert.Equal(0, weights.LargestMiss, 1e-10);
    }

    [Fact]
    public void Weights_RakedApi_MatchSurvey()
    {
        var weights = Six.Ok(Raking.Weigh([ApiSchools.TypeMargin, ApiSchools.TargetMargin]));
        var elementaryMet = Array.FindIndex(
            ApiSchools.Sample,
            s => s is { Type: "E", Target: "Y" }
        );

        Six.Digits(31.3963659491 * 200 / 6194, weights.Values[elementaryMet]);
        Six.Digits(200, weights.Values.Sum());
    }

    [Fact]
    public void Mean_OfPartOfThePeople_MatchesSurvey()
    {
        var weights = PostStratification.Weigh(ApiSchools.TypeMargin);
        var estimate = Six.Ok(
            WeightedEstimate.Mean(
                weights,
                [.. ApiSchools.Sample.Select(s => s.Awards ? s.Score : (double?)null)]
            )
        );

        Six.Digits(678.6590371129, estimate.Value);
        Six.Digits(12.0264909072, StandardError(estimate));
        Assert.Equal(ApiSchools.Sample.Count(s => s.Awards), estimate.Base.Count);
    }

    [Fact]
    public void Mean_CappedWeights_CountAsGiven()
    {
        // Elementary 1, high 2, middle ½, rescaled: given to survey as plain weights this is 650.6259 with 9.8610.
        var counts = ApiSchools.Sample.CountBy(s => s.Type).ToDictionary();
        var population = Six.Ok(
            Population.Create(
                new Dictionary<string, double>
                {
                    ["E"] = counts["E"],
                    ["H"] = counts["H"] * 5.0,
                    ["M"] = counts["M"] * 0.5,
                }
            )
        );
        var margin = Six.Ok(
            Margin.Create("type", [.. ApiSchools.Sample.Select(s => s.Type)], population)
        );
        var scale = 200 / (counts["E"] + counts["H"] * 2.0 + counts["M"] * 0.5);
        var cap = Six.Ok(WeightCap.Create(0, 2 * scale));
        var weights = PostStratification.Weigh(margin, cap);
        var estimate = Six.Ok(WeightedEstimate.Mean(weights, Scores));

        Assert.Equal(counts["H"], weights.Capped);
        Assert.Equal(650.62589928058, estimate.Value, 1e-6);
        Assert.Equal(9.86099889108, StandardError(estimate), 1e-6);
        Six.Digits(173.715284715, weights.EffectiveNumber);
        Assert.True(weights.LargestMiss > 0.01);
    }

    [Fact]
    public void Proportion_EverybodySaidYes_FallsBackOnKish()
    {
        var weights = PostStratification.Weigh(ApiSchools.TypeMargin);
        var estimate = Six.Ok(
            WeightedEstimate.Proportion(weights, [.. Enumerable.Repeat((bool?)true, 200)])
        );
        var wilson = WilsonScore.Interval(1, weights.EffectiveNumber, Coverage.Percent95);

        Six.Digits(1, wilson.Lower, 1, estimate);
    }

    [Fact]
    public void Estimate_BadAnswers_AreRefusedByCode()
    {
        var weights = PostStratification.Weigh(ApiSchools.TypeMargin);

        Six.Refused(InputIssueCode.LengthsDiffer, "values", WeightedEstimate.Mean(weights, [1, 2]));
        Six.Refused(
            InputIssueCode.NotFinite,
            "values[3]",
            WeightedEstimate.Mean(weights, [.. Scores.Select((s, i) => i == 3 ? double.NaN : s)])
        );
        Six.Refused(
            InputIssueCode.BaseEmpty,
            "values",
            WeightedEstimate.Proportion(weights, new bool?[200])
        );
        Six.Refused(
            InputIssueCode.BaseTooSmall,
            "values",
            WeightedEstimate.Mean(weights, [.. Scores.Select((s, i) => i == 3 ? s : null)])
        );
        Six.Refused(
            InputIssueCode.NoVariation,
            "values",
            WeightedEstimate.Mean(weights, [.. Scores.Select(_ => (double?)7)])
        );
    }
}
