namespace Waymark.Statistics.Tests.Scales;

public class ScaleReliabilityTests
{
    // R's data set "attitude" (Chatterjee and Price 1977), thirty departments by seven items; the example of psych's ?alpha.
    private const string Attitude = """
        43,51,30,39,61,92,45 63,64,51,54,63,73,47 71,70,68,69,76,86,48 61,63,45,47,54,84,35 81,78,56,66,71,83,47
        43,55,49,44,54,49,34 58,67,42,56,66,68,35 71,75,50,55,70,66,41 72,82,72,67,71,83,31 67,61,45,47,62,80,41
        64,53,53,58,58,67,34 67,60,47,39,59,74,41 69,62,57,42,55,63,25 68,83,83,45,59,77,35 77,77,54,72,79,77,46
        81,90,50,72,60,54,36 74,85,64,69,79,79,63 65,60,65,75,55,80,60 65,70,46,57,75,85,46 50,58,68,54,64,78,52
        50,40,33,34,43,64,33 64,61,52,62,66,80,41 53,66,52,50,63,80,37 40,37,42,58,50,57,49 63,54,42,48,66,75,33
        66,77,66,63,88,76,72 78,75,58,74,80,78,49 48,57,44,45,51,83,38 85,85,71,71,77,74,55 82,82,39,59,64,78,39
        """;

    internal static ItemScores AttitudeScores =>
        Six.Ok(
            ItemScores.Create([
                .. Attitude
                    .Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
                    .Select(row =>
                        row.Split(',')
                            .Select(v =>
                                (double?)
                                    double.Parse(
                                        v,
                                        System.Globalization.CultureInfo.InvariantCulture
                                    )
                            )
                            .ToArray()
                    ),
            ])
        );

    // R package psych 2.2.9: alpha(attitude) is 0.843142769565 with Feldt's boundaries 0.74 and 0.92; six digits of the
    // boundaries from its formula (alpha.ci) in R 4.2.2.
    [Fact]
    public void CronbachAlpha_Attitude_MatchesPsych()
    {
        var estimate = CronbachAlpha.Of(AttitudeScores);

        Six.Digits(0.843142769565, 0.739375685643, 0.915773072160, estimate);
        Assert.Equal((30, 7), (estimate.Base.Count, AttitudeScores.Items));
    }

    // R 4.2.2, factanal(attitude, 1): maximum likelihood loadings and unique variances.
    [Fact]
    public void OneFactorModel_Attitude_MatchesFactanal()
    {
        double[] loadings =
        [
            0.852477361353,
            0.902241080656,
            0.592705559187,
            0.730696668329,
            0.764994330409,
            0.246092770246,
            0.377845303172,
        ];
        var covariance = AttitudeScores.Covariance();
        var model = OneFactorModel.Fit(covariance);

        Assert.NotNull(model);
        for (var i = 0; i < 7; i++)
        {
            Assert.Equal(loadings[i], model.Loadings[i] / Math.Sqrt(covariance[i, i]), 1e-6);
        }

        Six.Digits(0.85632679286, model.Omega);
    }

    // R package psych, bfi, the five items of agreeableness with A1 reversed, 2,709 complete cases: factanal gives 0.71212929.
    [Fact]
    public void OneFactorModel_BfiAgreeableness_MatchesFactanal()
    {
        var model = OneFactorModel.Fit(
            new double[,]
            {
                {
                    1.972831684744707,
                    0.564487159983708,
                    0.491584346287036,
                    0.309817022202375,
                    0.323710341315370,
                },
                {
                    0.564487159983708,
                    1.383951574515279,
                    0.747013892637540,
                    0.586230290955309,
                    0.575542136747523,
                },
                {
                    0.491584346287036,
                    0.747013892637540,
                    1.701860366969776,
                    0.702303253065851,
                    0.831433789550996,
                },
                {
                    0.309817022202375,
                    0.586230290955309,
                    0.702303253065851,
                    2.209508433238295,
                    0.575154867003309,
                },
                {
                    0.323710341315370,
                    0.575542136747523,
                    0.831433789550996,
                    0.575154867003309,
                    1.591642934296914,
                },
            }
        );

        Six.Digits(0.71212929087, model!.Omega);
    }

    [Fact]
    public void McDonaldOmega_Attitude_HasAnIntervalThatItsSeedRepeats()
    {
        var one = Six.Ok(McDonaldOmega.Of(AttitudeScores, new Random(7), draws: 400));
        var same = Six.Ok(McDonaldOmega.Of(AttitudeScores, new Random(7), draws: 400));
        var other = Six.Ok(McDonaldOmega.Of(AttitudeScores, new Random(8), draws: 400));

        Six.Digits(0.85632679286, one.Value);
        Assert.Equal(one, same);
        Assert.NotEqual(one.Interval, other.Interval);
        Assert.True(one.Interval.Contains(one.Value));
        // Feldt's interval for alpha on the same data is 0.74 to 0.92.
        Assert.InRange(one.Interval.Lower, 0.65, 0.82);
        Assert.InRange(one.Interval.Upper, 0.88, 0.95);
    }

    [Fact]
    public void McDonaldOmega_ParallelItems_EqualsAlpha()
    {
        // One factor with equal loadings and equal unique variances: alpha and omega are the same number.
        var covariance = new double[4, 4];
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                covariance[i, j] = i == j ? 3 : 1;
            }
        }

        Assert.Equal(4.0 / 3 * (1 - 12.0 / 24), OneFactorModel.Fit(covariance)!.Omega, 1e-9);
    }

    [Property]
    public void CronbachAlpha_ItemsInAnotherOrder_IsTheSame(int seed)
    {
        var random = new Random(seed);
        var rows = Enumerable
            .Range(0, 12)
            .Select(_ => Enumerable.Range(0, 4).Select(_ => (double?)random.Next(11)).ToArray())
            .ToArray();
        var turned = rows.Select(r => r.Reverse().ToArray()).ToArray();
        var one = CronbachAlpha.Of(Six.Ok(ItemScores.Create(rows)));
        var other = CronbachAlpha.Of(Six.Ok(ItemScores.Create(turned)));

        Assert.Equal(one.Value, other.Value, 1e-12);
        Assert.True(one.Value <= 1);
        Assert.True(one.Interval.Contains(one.Value));
    }

    [Fact]
    public void ItemScores_MissingAnswers_LeaveThePersonOutAndCountThem()
    {
        var scores = Six.Ok(
            ItemScores.Create([
                [1, 2],
                [3, null],
                [2, 2],
                [4, 5],
            ])
        );

        Assert.Equal((3, 1), (scores.People, scores.LeftOut));
    }

    [Fact]
    public void ItemScores_BadRows_AreRefusedWithTheirPlace()
    {
        Six.Refused(InputIssueCode.BaseEmpty, "rows", ItemScores.Create([]));
        Six.Refused(
            InputIssueCode.BaseTooSmall,
            "rows[0]",
            ItemScores.Create([
                [1],
            ])
        );
        Six.Refused(
            InputIssueCode.LengthsDiffer,
            "rows[1]",
            ItemScores.Create([
                [1, 2],
                [1],
            ])
        );
        Six.Refused(
            InputIssueCode.NotFinite,
            "rows[0][1]",
            ItemScores.Create([
                [1, double.NaN],
            ])
        );
        Six.Refused(
            InputIssueCode.BaseTooSmall,
            "rows",
            ItemScores.Create([
                [1, 2],
                [2, 1],
                [1, null],
            ])
        );
        Six.Refused(
            InputIssueCode.NoVariation,
            "rows",
            ItemScores.Create([
                [1, 2],
                [1, 1],
                [1, 3],
            ])
        );
    }

    [Fact]
    public void McDonaldOmega_BadRequests_AreRefusedByCode()
    {
        var two = Six.Ok(
            ItemScores.Create([
                [1, 2],
                [2, 1],
                [3, 3],
            ])
        );

        Six.Refused(
            InputIssueCode.BaseTooSmall,
            "scores",
            McDonaldOmega.Of(two, new Random(1), draws: 200)
        );
        Six.Refused(
            InputIssueCode.OutOfRange,
            "draws",
            McDonaldOmega.Of(AttitudeScores, new Random(1), draws: 199)
        );
    }
}
