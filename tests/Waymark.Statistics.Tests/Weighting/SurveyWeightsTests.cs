namespace Waymark.Statistics.Tests.Weighting;

public class SurveyWeightsTests
{
    private static Margin Sectors(int social, int health, int education, params double[] sizes) =>
        Six.Ok(
            Margin.Create(
                "sector",
                [
                    .. Enumerable.Repeat("social care", social),
                    .. Enumerable.Repeat("health", health),
                    .. Enumerable.Repeat("education", education),
                ],
                Six.Ok(
                    Population.Create(
                        new Dictionary<string, double>
                        {
                            ["social care"] = sizes[0],
                            ["health"] = sizes[1],
                            ["education"] = sizes[2],
                        }
                    )
                )
            )
        );

    [Property]
    public void PostStratification_Uncapped_ReproducesThePopulation(
        byte social,
        byte health,
        byte education,
        PositiveInt size
    )
    {
        var margin = Sectors(social + 1, health + 1, education + 1, size.Get, 2, 5);
        var weights = PostStratification.Weigh(margin, WeightCap.None);

        Assert.Equal(0, weights.LargestMiss, 1e-10);
        Assert.Equal(margin.Count, weights.Values.Sum(), 1e-6);
        Assert.Equal(0, weights.Capped);
    }

    [Property]
    public void PostStratification_Capped_KeepsCapAndMeanAtOnce(
        byte social,
        byte health,
        byte education,
        PositiveInt size
    )
    {
        var weights = PostStratification.Weigh(
            Sectors(social + 1, health + 1, education + 1, size.Get, 2, 500)
        );

        Assert.All(weights.Values, w => Assert.InRange(w, 0.3 - 1e-12, 3 + 1e-12));
        Assert.Equal(1, weights.Values.Average(), 1e-9);
    }

    [Property]
    public void EffectiveNumber_Any_IsFromOneToTheNumberOfPeople(byte social, byte health)
    {
        var margin = Sectors(social + 1, health + 1, 1, 3, 2, 1);
        var weights = PostStratification.Weigh(margin, WeightCap.None);

        Assert.InRange(weights.EffectiveNumber, 1, margin.Count + 1e-9);
    }

    [Fact]
    public void EffectiveNumber_EqualWeights_IsTheNumberOfPeople() =>
        Assert.Equal(
            60,
            PostStratification.Weigh(Sectors(10, 20, 30, 10, 20, 30)).EffectiveNumber,
            1e-9
        );

    [Fact]
    public void Raking_OneMargin_IsPostStratification()
    {
        var margin = Sectors(7, 20, 33, 20, 20, 20);

        Assert.Equal(
            PostStratification.Weigh(margin).Values.Select(w => Math.Round(w, 10)),
            Six.Ok(Raking.Weigh([margin])).Values.Select(w => Math.Round(w, 10))
        );
    }

    [Fact]
    public void Raking_MarginsThatContradictEachOther_IsRefused()
    {
        // Everybody in health is a nurse and nobody else is, but the population says otherwise.
        string[] sector = ["health", "health", "education", "education"];
        string[] role = ["nurse", "nurse", "teacher", "teacher"];
        var margins = new[]
        {
            Six.Ok(Margin.Create("sector", sector, Halves("health", "education", 1))),
            Six.Ok(Margin.Create("role", role, Halves("nurse", "teacher", 3))),
        };

        Six.Refused(InputIssueCode.DidNotConverge, "margins", Raking.Weigh(margins));
    }

    [Fact]
    public void Raking_BadMargins_AreRefusedByCode()
    {
        Six.Refused(
            InputIssueCode.OutOfRange,
            "margins",
            Raking.Weigh([.. Enumerable.Repeat(Sectors(1, 1, 1, 1, 1, 1), 40)])
        );
        Six.Refused(InputIssueCode.BaseEmpty, "margins", Raking.Weigh([]));
        Six.Refused(
            InputIssueCode.LengthsDiffer,
            "margins[1]",
            Raking.Weigh([Sectors(1, 1, 1, 1, 1, 1), Sectors(1, 1, 2, 1, 1, 1)])
        );
    }

    [Fact]
    public void Margin_BadGroups_AreRefusedWithTheirPlace()
    {
        var population = Halves("health", "education", 1);

        Six.Refused(
            InputIssueCode.Undeclared,
            "respondents[1]",
            Margin.Create("sector", ["health", "police"], population)
        );
        Six.Refused(
            InputIssueCode.GroupEmpty,
            "education",
            Margin.Create("sector", ["health", "health"], population)
        );
        Six.Refused(
            InputIssueCode.BaseEmpty,
            "respondents",
            Margin.Create("sector", [], population)
        );
    }

    [Fact]
    public void Population_BadSizes_AreRefusedWithTheirPlace()
    {
        Six.Refused(
            InputIssueCode.BaseEmpty,
            "sizes",
            Population.Create(new Dictionary<string, double>())
        );
        Six.Refused(
            InputIssueCode.OutOfRange,
            "sizes[health]",
            Population.Create(new Dictionary<string, double> { ["health"] = 0 })
        );
    }

    [Theory]
    [InlineData(1, 3)]
    [InlineData(0.3, 1)]
    [InlineData(-0.1, 3)]
    [InlineData(double.NaN, 3)]
    public void WeightCap_ThatHoldsNobody_IsRefused(double lowest, double highest) =>
        Six.Refused(InputIssueCode.OutOfRange, "lowest", WeightCap.Create(lowest, highest));

    private static Population Halves(string one, string other, double ratio) =>
        Six.Ok(Population.Create(new Dictionary<string, double> { [one] = 1, [other] = ratio }));
}
