using Waymark.Statistics.Disclosure;

namespace Waymark.Statistics.Tests.Disclosure;

public class DisclosureInputTests
{
    [Theory]
    [InlineData(2, 5, 10, "largestHidden")]
    [InlineData(7, 0, 10, "roundTo")]
    [InlineData(7, 17, 20, "roundTo")]
    [InlineData(7, 5, 7, "smallestPercentageBase")]
    public void SuppressionPolicy_OutOfRange_IsRefused(
        int hide,
        int round,
        int least,
        string place
    ) =>
        Six.Refused(InputIssueCode.OutOfRange, place, SuppressionPolicy.Create(hide, round, least));

    [Property]
    public void Round_Any_IsNearestAndNeverMakesSomebodyNobody(
        PositiveInt hide,
        PositiveInt to,
        PositiveInt count
    )
    {
        var hidden = 3 + hide.Get % 20;
        var roundTo = 1 + to.Get % (2 * (hidden + 1));
        var policy = Six.Ok(SuppressionPolicy.Create(hidden, roundTo, hidden + 1));
        var shown = hidden + count.Get;
        var rounded = policy.Round(shown);

        Assert.Equal(0, rounded % roundTo);
        Assert.True(Math.Abs(rounded - shown) * 2 <= roundTo);
        Assert.True(rounded > 0);
        Assert.True(policy.LowestBehind(rounded) <= shown);
        Assert.Equal(rounded, policy.Round(policy.LowestBehind(rounded)));
    }

    [Fact]
    public void Share_RoundedFigures_RestOnNothingElse()
    {
        var table = Survey
            .Decide(
                Survey.Ledger(),
                Survey.By("sector"),
                Survey.BySector(("health", 12, 13), ("education", 22, 31))
            )
            .Table!;
        var share = table.Share(table.Rows[1], 0)!;

        Assert.Equal((0.4, 25), (share.Value, share.Base.Count));
        Assert.Equal(WilsonScore.Proportion(Six.Ok(Tally.Create(10, 15))).Interval, share.Interval);
        Assert.Equal(Method.WilsonScoreFromRounded, share.Method);
    }

    [Fact]
    public void StandardisedShare_TwoGroups_WeighsTheirRoundedShares()
    {
        var table = Survey
            .Decide(
                Survey.Ledger(),
                Survey.By("sector"),
                Survey.BySector(("health", 12, 13), ("education", 59, 41))
            )
            .Table!;
        var estimate = StandardisedShare.Of(table, Sectors(1, 3), 0)!;

        // Health 10 of 25 counts a quarter, education 60 of 100 three quarters.
        var variance = 0.0625 * 0.24 / 25 + 0.5625 * 0.24 / 100;
        var wilson = WilsonScore.Interval(
            0.55,
            Math.Min(125, 0.55 * 0.45 / variance),
            Coverage.Percent95
        );
        Six.Digits(0.55, wilson.Lower, wilson.Upper, estimate);
        Assert.Equal(125, estimate.Base.Count);
        Six.Digits(1 / (0.0625 / 25 + 0.5625 / 100), estimate.Base.Effective);
    }

    [Fact]
    public void StandardisedShare_HiddenOrMissingGroup_IsNotTold()
    {
        var table = Survey
            .Decide(
                Survey.Ledger(),
                Survey.By("sector"),
                Survey.BySector(("health", 3, 40), ("education", 60, 41), ("police", 60, 40))
            )
            .Table!;
        var withGPs = Six.Ok(
            Population.Create(new Dictionary<string, double> { ["police"] = 1, ["GPs"] = 1 })
        );

        Assert.Null(StandardisedShare.Of(table, Sectors(1, 3), 0));
        Assert.Null(StandardisedShare.Of(table, withGPs, 0));
    }

    private static Population Sectors(double health, double education) =>
        Six.Ok(
            Population.Create(
                new Dictionary<string, double> { ["health"] = health, ["education"] = education }
            )
        );

    [Theory]
    [InlineData(10, false)]
    [InlineData(12, false)]
    [InlineData(13, true)]
    public void MayDescribe_BaseThatCouldBeUnderTen_IsNotDescribed(int people, bool may)
    {
        var lax = Six.Ok(SuppressionPolicy.Create(3, 5, 10, hideUnanimous: false));
        var table = Survey
            .Decide(
                Survey.Ledger(lax),
                Survey.By("sector"),
                Survey.BySector(("health", people - 5, 5), ("education", 40, 40))
            )
            .Table!;

        Assert.False(table.Rows[1].Total.IsHidden);
        Assert.Equal(may, table.MayDescribe(table.Rows[1]));
        Assert.Equal(may, table.Share(table.Rows[1], 0) is not null);
    }

    [Fact]
    public void TableRequest_BadParts_AreRefusedWithTheirPlace()
    {
        Six.Refused(InputIssueCode.Unreadable, "question", TableRequest.Create(" ", []));
        Six.Refused(InputIssueCode.Unreadable, "by", TableRequest.Create("q", [""]));
        Six.Refused(InputIssueCode.Duplicate, "by", TableRequest.Create("q", ["a", "a"]));
        Six.Refused(InputIssueCode.Duplicate, "question", TableRequest.Create("q", ["q"]));
        Six.Refused(
            InputIssueCode.GroupEmpty,
            "filters[a]",
            TableRequest.Create(
                "q",
                [],
                new Dictionary<string, IReadOnlyList<string>> { ["a"] = [] }
            )
        );
    }

    [Fact]
    public void Key_NamesWithQuotesAndCommas_AreNotMixedUp()
    {
        TableRequest With(params string[] values) =>
            Six.Ok(
                TableRequest.Create(
                    "q",
                    [],
                    new Dictionary<string, IReadOnlyList<string>> { ["a"] = values }
                )
            );

        Assert.NotEqual(With("x','y").Key, With("x", "y").Key);
        Assert.Equal(With("y", "x").Key, With("x", "y").Key);
    }

    [Fact]
    public void JointCounts_BadRows_AreRefusedWithTheirPlace()
    {
        Six.Refused(InputIssueCode.BaseEmpty, "answers", JointCounts.Create("s", [], [], []));
        Six.Refused(
            InputIssueCode.Duplicate,
            "answers",
            JointCounts.Create("s", [], ["yes", "yes"], [])
        );
        Six.Refused(
            InputIssueCode.Duplicate,
            "variables",
            JointCounts.Create("s", ["a", "a"], ["yes"], [])
        );
        Six.Refused(
            InputIssueCode.LengthsDiffer,
            "rows[0]",
            JointCounts.Create("s", ["a"], ["yes"], [new JointRow([], [1])])
        );
        Six.Refused(
            InputIssueCode.OutOfRange,
            "rows[1]",
            JointCounts.Create(
                "s",
                ["a"],
                ["yes"],
                [new JointRow(["x"], [1]), new JointRow(["x"], [-1])]
            )
        );
        Six.Refused(
            InputIssueCode.OutOfRange,
            "rows",
            JointCounts.Create(
                "s",
                ["a"],
                ["yes"],
                [new JointRow(["x"], [int.MaxValue]), new JointRow(["y"], [1])]
            )
        );
    }

    [Fact]
    public void LedgerText_WrittenAndRead_ServesTheSameTables()
    {
        var counts = Survey.BySectorAndRole(
            ("health", "nurse", 3, 40),
            ("education", "teacher", 30, 20),
            ("police", "officer", 30, 20)
        );
        var ledger = Survey.Decide(Survey.Ledger(), Survey.By("sector"), counts).Ledger;
        ledger = Survey
            .Decide(ledger, Survey.By([], ("role", ["nurse", "teacher"])), counts)
            .Ledger;
        ledger = Survey
            .Decide(
                ledger,
                Six.Ok(TableRequest.Create("how sure", [], measure: Measure.Mean)),
                counts
            )
            .Ledger;
        Assert.Equal(3, ledger.Tables.Length);

        var text = LedgerText.Write(ledger);
        var read = Six.Ok(LedgerText.Read(text));

        Assert.Equal(text, LedgerText.Write(read));
        Assert.Equal(ledger.Tables.SelectMany(Survey.Text), read.Tables.SelectMany(Survey.Text));
        Assert.Equal(ledger.Tables.Select(t => t.Policy), read.Tables.Select(t => t.Policy));
        Assert.Same(read.Tables[0], Survey.Decide(read, Survey.By("sector"), counts).Table);
        // The hidden three is nowhere in what is stored.
        Assert.DoesNotContain("[3,", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("null", "$")]
    [InlineData("{}", "$")]
    [InlineData(
        """{"policy":{"largestHidden":2,"roundTo":5,"smallestPercentageBase":10,"hideUnanimous":true},"snapshot":"s","tables":[]}""",
        "largestHidden"
    )]
    [InlineData(
        """{"policy":{"largestHidden":7,"roundTo":5,"smallestPercentageBase":10,"hideUnanimous":true},"snapshot":"s","tables":[{"question":"q","measure":"Sums","by":[],"filters":{},"answers":[],"rows":[],"total":{"labels":[],"counts":[],"total":10}}]}""",
        "$.tables[0]"
    )]
    [InlineData(
        """{"policy":{"largestHidden":7,"roundTo":5,"smallestPercentageBase":10,"hideUnanimous":true},"snapshot":"s","tables":[{"question":"q","measure":"Answers","by":[],"filters":{},"answers":["yes"],"rows":[],"total":{"labels":[],"counts":[],"total":10}}]}""",
        "$.tables[0]"
    )]
    public void LedgerText_NotALedger_IsRefusedNotForgotten(string json, string place)
    {
        var read = LedgerText.Read(json);

        Assert.False(read.IsOk);
        Assert.Equal(place, read.Issue.Place);
    }
}
