namespace Waymark.Statistics.Tests.Calibration;

public class CalibrationTests
{
    // scikit-learn's example of calibration_curve.
    private static readonly double[] Sureness = [0.1, 0.2, 0.3, 0.4, 0.65, 0.7, 0.8, 0.9, 1];
    private static readonly bool[] Right =
    [
        false,
        false,
        false,
        false,
        true,
        true,
        true,
        true,
        true,
    ];

    private static Judgements Example =>
        Six.Ok(Judgements.Create(Sureness.Zip(Right, (s, r) => new Judgement(s, r))));

    // scikit-learn's example of brier_score_loss: 0.0375; the interval from R 4.2.2, t.test of the squared errors, cut at zero.
    [Fact]
    public void Brier_ScikitLearnExample_Matches()
    {
        var judgements = Six.Ok(
            Judgements.Create([new(0.1, false), new(0.9, true), new(0.8, true), new(0.3, false)])
        );

        Six.Digits(0.0375, 0, 0.0975673567601, Six.Ok(CalibrationEstimate.Brier(judgements)));
    }

    // R 4.2.2, t.test((s - o)^2) and t.test(s, o, paired = TRUE) on the calibration_curve example.
    [Fact]
    public void Brier_NineDecisions_MatchesTTest() =>
        Six.Digits(
            0.0625,
            0.0194872015908,
            0.1055127984092,
            Six.Ok(CalibrationEstimate.Brier(Example))
        );

    [Fact]
    public void InTheLarge_NineDecisions_MatchesTTest() =>
        Six.Digits(
            0.00555555555556,
            -0.198218006523,
            0.209329117634,
            Six.Ok(CalibrationEstimate.InTheLarge(Example))
        );

    // scikit-learn's example of calibration_curve, three bins: right 0, 0.5, 1; sureness 0.2, 0.525, 0.85.
    [Fact]
    public void Curve_ScikitLearnExample_Matches()
    {
        var bands = Six.Ok(CalibrationCurve.Of(Example, [0, 1.0 / 3, 2.0 / 3, 1]));

        Assert.Equal([0, 0.5, 1], bands.Select(b => b.ShareRight.Value));
        Assert.Equal([0.2, 0.525, 0.85], bands.Select(b => Math.Round(b.MeanSureness, 12)));
        Assert.Equal([3, 2, 4], bands.Select(b => b.ShareRight.Base.Count));
    }

    [Property]
    public void Curve_Any_PutsEveryDecisionInExactlyOneBand(byte[] numbers)
    {
        var judgements = Six.Ok(
            Judgements.Create([
                .. numbers.Select(n => new Judgement(0.5 + (n % 11) / 20.0, n % 3 == 0)),
                new(1, true),
            ])
        );
        var bands = Six.Ok(CalibrationCurve.Of(judgements, [0.5, 0.6, 0.7, 0.8, 0.9, 1]));

        Assert.Equal(judgements.All.Length, bands.Sum(b => b.ShareRight.Base.Count));
        Assert.All(bands, b => Assert.InRange(b.MeanSureness, b.From, b.To));
    }

    [Property]
    public void Brier_Any_LiesInItsIntervalWithinZeroAndOne(byte[] numbers)
    {
        var judgements = Six.Ok(
            Judgements.Create([
                .. numbers.Select(n => new Judgement(n / 255.0, n % 2 == 0)),
                new(0.9, true),
                new(0.2, true),
            ])
        );
        var estimate = Six.Ok(CalibrationEstimate.Brier(judgements));

        Assert.InRange(estimate.Interval.Lower, 0, estimate.Value);
        Assert.InRange(estimate.Interval.Upper, estimate.Value, 1);
    }

    [Fact]
    public void Brier_OneDecision_IsTooFew() =>
        Six.Refused(
            InputIssueCode.BaseTooSmall,
            "sample",
            CalibrationEstimate.Brier(Six.Ok(Judgements.Create([new(0.5, true)])))
        );

    [Fact]
    public void Judgements_BadInput_IsRefusedWithItsPlace()
    {
        Six.Refused(InputIssueCode.BaseEmpty, "judgements", Judgements.Create([]));
        Six.Refused(
            InputIssueCode.OutOfRange,
            "judgements[1]",
            Judgements.Create([new(0.5, true), new(50, true)])
        );
    }

    [Fact]
    public void Curve_BadEdges_AreRefusedWithTheirPlace()
    {
        Six.Refused(InputIssueCode.BaseTooSmall, "edges", CalibrationCurve.Of(Example, [0.5]));
        Six.Refused(
            InputIssueCode.OutOfRange,
            "edges[2]",
            CalibrationCurve.Of(Example, [0, 0.5, 0.5, 1])
        );
        Six.Refused(
            InputIssueCode.OutOfRange,
            "judgements[0]",
            CalibrationCurve.Of(Example, [0.5, 1])
        );
    }
}
