using Waymark.Statistics.Disclosure;

namespace Waymark.Statistics.Tests.Disclosure;

public class ReleaseTests
{
    [Fact]
    public void Decide_EverythingLarge_RoundsToFiveFromTrueTotals()
    {
        var table = Survey
            .Decide(
                Survey.Ledger(),
                Survey.By("sector"),
                Survey.BySector(("health", 12, 13), ("education", 22, 31), ("social care", 9, 48))
            )
            .Table!;

        // 12 + 13 = 25 and 9 + 48 = 57 → 55, not 10 + 50 = 60; 43 + 92 = 135.
        Assert.Equal(
            ["education 20 30 55", "health 10 15 25", "social care 10 50 55", "all 45 90 135"],
            Survey.Text(table)
        );
    }

    [Fact]
    public void Decide_OneSmallCell_HidesAPartnerRowAndKeepsAllTotals()
    {
        var table = Survey
            .Decide(
                Survey.Ledger(),
                Survey.By("sector"),
                Survey.BySector(("health", 3, 40), ("education", 22, 31), ("social care", 90, 48))
            )
            .Table!;

        Assert.Equal(
            ["education * * 55", "health * * 45", "social care 90 50 140", "all 115 120 235"],
            Survey.Text(table)
        );
    }

    [Fact]
    public void Decide_SmallCellsOfALongScale_HidesARectangleNotTheTable()
    {
        var counts = Six.Ok(
            JointCounts.Create(
                Survey.Snapshot,
                ["sector"],
                ["never", "rarely", "often", "always"],
                [
                    new JointRow(["health"], [20, 30, 3, 40]),
                    new JointRow(["education"], [30, 40, 20, 50]),
                    new JointRow(["social care"], [40, 20, 30, 60]),
                ]
            )
        );

        var table = Survey.Decide(Survey.Ledger(), Survey.By("sector"), counts).Table!;

        Assert.Equal(
            [
                "education * 40 * 50 140",
                "health * 30 * 40 95",
                "social care 40 20 30 60 150",
                "all 90 90 55 150 385",
            ],
            Survey.Text(table)
        );
    }

    [Fact]
    public void Decide_OneSmallGroup_HidesItsTotalWithAPartners()
    {
        var table = Survey
            .Decide(
                Survey.Ledger(),
                Survey.By("sector"),
                Survey.BySector(
                    ("police", 2, 3),
                    ("health", 23, 20),
                    ("education", 42, 31),
                    ("social care", 90, 48)
                )
            )
            .Table!;

        Assert.Equal(
            [
                "education 40 30 75",
                "health * * *",
                "police * * *",
                "social care 90 50 140",
                "all 155 100 260",
            ],
            Survey.Text(table)
        );
    }

    [Fact]
    public void Decide_TrueZeroOfAMixedGroup_IsShown()
    {
        var counts = Six.Ok(
            JointCounts.Create(
                Survey.Snapshot,
                ["sector"],
                ["yes", "no", "cannot say"],
                [new JointRow(["health"], [20, 30, 0]), new JointRow(["education"], [30, 40, 20])]
            )
        );

        var table = Survey.Decide(Survey.Ledger(), Survey.By("sector"), counts).Table!;

        Assert.Equal("health 20 30 0 50", Survey.Text(table)[1]);
    }

    [Fact]
    public void Decide_GroupThatAllAnsweredAlike_IsHiddenUnlessThePolicySaysOtherwise()
    {
        var counts = Survey.BySector(("health", 0, 24), ("education", 22, 31), ("police", 30, 40));
        var open = Six.Ok(SuppressionPolicy.Create(7, 5, 10, hideUnanimous: false));

        Assert.Equal(
            ["education * * 55", "health * * 25", "police 30 40 70", "all 50 95 145"],
            Survey.Text(Survey.Decide(Survey.Ledger(), Survey.By("sector"), counts).Table!)
        );
        Assert.Equal(
            "health 0 25 25",
            Survey.Text(Survey.Decide(Survey.Ledger(open), Survey.By("sector"), counts).Table!)[1]
        );
    }

    [Fact]
    public void Decide_RareAnswer_IsTakenOutOfEveryRowTogetherWithTheNextRarest()
    {
        var counts = Six.Ok(
            JointCounts.Create(
                Survey.Snapshot,
                ["sector"],
                ["yes", "no", "perhaps", "cannot say"],
                [
                    new JointRow(["health"], [20, 30, 12, 2]),
                    new JointRow(["education"], [30, 40, 15, 1]),
                ]
            )
        );

        var table = Survey.Decide(Survey.Ledger(), Survey.By("sector"), counts).Table!;

        Assert.Equal(
            ["education 30 40 * * 85", "health 20 30 * * 65", "all 50 70 * * 150"],
            Survey.Text(table)
        );
    }

    [Fact]
    public void Decide_SameFiguresAgain_ServesTheStoredTableWithoutCounting()
    {
        var first = Survey.Decide(
            Survey.Ledger(),
            Survey.By(["sector"], ("role", ["nurse", "teacher"])),
            Survey.BySectorAndRole(
                ("a", "nurse", 20, 30),
                ("b", "teacher", 30, 20),
                ("b", "manager", 30, 20)
            )
        );
        var otherSnapshot = Six.Ok(JointCounts.Create("later", [], ["yes"], []));

        var again = Survey.Decide(
            first.Ledger,
            Survey.By(["sector"], ("role", ["teacher", "nurse", "teacher"])),
            otherSnapshot
        );

        Assert.Same(first.Table, again.Table);
        Assert.Same(first.Ledger, again.Ledger);
    }

    [Fact]
    public void Decide_SubtractionOfThreePeople_LooksLikeAnEmptyGroup()
    {
        // Everybody but the three managers: taken from everybody, that would be what three people said.
        var counts = Survey.BySectorAndRole(
            ("health", "nurse", 20, 30),
            ("education", "teacher", 30, 20),
            ("education", "manager", 1, 2)
        );
        var ledger = Survey.Decide(Survey.Ledger(), Survey.By("sector"), counts).Ledger;
        Assert.Single(ledger.Tables);

        var refused = Survey.Decide(ledger, Survey.By([], ("role", ["nurse", "teacher"])), counts);
        var empty = Survey.Decide(ledger, Survey.By([], ("role", ["GP"])), counts);

        Assert.True(refused.NotEnoughPeople);
        Assert.Equal(empty, refused);
    }

    [Fact]
    public void Decide_SubtractionOfASmallAnswer_IsRefused()
    {
        // Both tables are harmless alone; together they tell that 2 of the 30 teachers said yes.
        var counts = Survey.BySectorAndRole(
            ("health", "nurse", 20, 30),
            ("health", "teacher", 2, 28),
            ("education", "nurse", 30, 20),
            ("education", "teacher", 30, 20)
        );
        var ledger = Survey.Decide(Survey.Ledger(), Survey.By("sector"), counts).Ledger;

        var decision = Survey.Decide(ledger, Survey.By(["sector"], ("role", ["nurse"])), counts);

        Assert.True(
            decision.NotEnoughPeople || decision.Table!.Rows[1].Counts.All(c => c.IsHidden)
        );
    }

    [Fact]
    public void Decide_FigureHiddenBefore_IsNotBroughtToLightLater()
    {
        // In the first table kind 1/1 (nobody and 2) is hidden. Once people are divided by b as well, that nobody there gave the first answer could be
        // told without harm to anybody, but then a hidden figure would not be hidden.
        var policy = Six.Ok(SuppressionPolicy.Create(5, 5, 10, hideUnanimous: false));
        (int A, int B, int C, int Yes, int No)[] people =
        [
            (0, 0, 0, 31, 6),
            (0, 0, 1, 45, 49),
            (0, 1, 0, 0, 7),
            (0, 1, 1, 49, 46),
            (1, 0, 0, 14, 10),
            (1, 1, 0, 8, 58),
            (1, 1, 1, 0, 2),
        ];
        var counts = Six.Ok(
            JointCounts.Create(
                Survey.Snapshot,
                ["a", "b", "c"],
                ["yes", "no"],
                people.Select(p => new JointRow([$"{p.A}", $"{p.B}", $"{p.C}"], [p.Yes, p.No]))
            )
        );
        var first = Survey.Decide(Survey.Ledger(policy), Survey.By("a", "c"), counts);
        var second = Survey.Decide(first.Ledger, Survey.By(["b"], ("a", ["0", "1"])), counts);
        var third = Survey.Decide(second.Ledger, Survey.By("a"), counts);

        Assert.Equal("1/1 * * *", Survey.Text(first.Table!)[3]);
        Assert.All(third.Table!.Rows, r => Assert.All(r.Counts, c => Assert.True(c.IsHidden)));
    }

    [Fact]
    public void Decide_TwoHeatMapsWithoutASharedVariable_AreBothReleased()
    {
        // Sector × role would have many small cells, but neither table tells anything about the crossing.
        var counts = Survey.BySectorAndRole(
            ("health", "nurse", 40, 30),
            ("health", "manager", 2, 9),
            ("education", "nurse", 1, 1),
            ("education", "manager", 30, 20)
        );
        var first = Survey.Decide(Survey.Ledger(), Survey.By("sector"), counts);
        var second = Survey.Decide(first.Ledger, Survey.By("role"), counts);

        Assert.False(first.NotEnoughPeople);
        Assert.False(second.NotEnoughPeople);
        Assert.Equal(2, second.Ledger.Tables.Length);
    }

    [Fact]
    public void Decide_DrillingDownInEachSector_HidesWithinEachSector()
    {
        // Each sector has a role with a small count. The sectors' own figures are out already, so what is hidden must be hidden within each of them.
        var counts = Survey.BySectorAndRole(
            ("health", "nurse", 40, 30),
            ("health", "GP", 3, 20),
            ("health", "visitor", 25, 20),
            ("education", "teacher", 60, 50),
            ("education", "lead", 12, 2),
            ("education", "assistant", 20, 15)
        );
        var ledger = Survey.Decide(Survey.Ledger(), Survey.By("sector"), counts).Ledger;
        var health = Survey.Decide(ledger, Survey.By(["role"], ("sector", ["health"])), counts);
        var education = Survey.Decide(
            health.Ledger,
            Survey.By(["role"], ("sector", ["education"])),
            counts
        );

        Assert.Equal(
            ["GP * * 25", "nurse 40 30 70", "visitor * * 45", "all 70 70 140"],
            [
                .. Survey
                    .Text(health.Table!)
                    .Where(r => !r.EndsWith(" 0 0 0", StringComparison.Ordinal)),
            ]
        );
        Assert.Equal(
            ["assistant * * 35", "lead * * 15", "teacher 60 50 110", "all 90 65 160"],
            [
                .. Survey
                    .Text(education.Table!)
                    .Where(r => !r.EndsWith(" 0 0 0", StringComparison.Ordinal)),
            ]
        );
    }

    [Fact]
    public void Decide_VariableThatSettlesAnother_IsJudgedTogetherWithIt()
    {
        // Every team belongs to one sector, so two tables without a common variable can still be subtracted.
        var counts = Six.Ok(
            JointCounts.Create(
                Survey.Snapshot,
                ["sector", "team"],
                ["yes", "no"],
                [
                    new JointRow(["health", "north"], [20, 30]),
                    new JointRow(["health", "south"], [1, 3]),
                    new JointRow(["education", "east"], [30, 20]),
                    new JointRow(["education", "west"], [30, 20]),
                ]
            )
        );
        var ledger = Survey.Decide(Survey.Ledger(), Survey.By("sector"), counts).Ledger;

        var teams = Survey.Decide(ledger, Survey.By("team"), counts).Table!;

        Assert.Equal(
            ["east 30 20 50", "north * * *", "south * * *", "west 30 20 50", "all 80 75 155"],
            Survey.Text(teams)
        );
    }

    [Fact]
    public void VariablesFor_Question_NamesThoseOfItsReleasedTablesOnly()
    {
        var counts = Survey.BySectorAndRole(
            ("health", "nurse", 20, 30),
            ("education", "teacher", 30, 20)
        );
        var ledger = Survey.Decide(Survey.Ledger(), Survey.By("sector"), counts).Ledger;

        Assert.Equal(["role", "sector"], ledger.VariablesFor(Survey.By("role")));
        Assert.Equal(
            ["role"],
            ledger.VariablesFor(Six.Ok(TableRequest.Create("confident", ["role"])))
        );
    }

    [Fact]
    public void Decide_Mean_ReleasesOnlyGroupsOfTenAndOver()
    {
        var request = Six.Ok(TableRequest.Create("trained", ["sector"], measure: Measure.Mean));
        var table = Survey
            .Decide(
                Survey.Ledger(),
                request,
                Survey.BySector(
                    ("health", 4, 5),
                    ("education", 22, 31),
                    ("police", 30, 40),
                    ("GPs", 8, 8)
                )
            )
            .Table!;

        Assert.Equal(
            ["GPs *", "education 55", "health *", "police 70", "all 150"],
            Survey.Text(table)
        );
        Assert.True(table.MayDescribe(table.Rows[1]));
        Assert.False(table.MayDescribe(table.Rows[0]));
    }

    [Fact]
    public void Decide_BadRequests_AreRefusedByCode()
    {
        var counts = Survey.BySector(("health", 20, 30), ("education", 22, 31));
        var ledger = Survey.Decide(Survey.Ledger(), Survey.By("sector"), counts).Ledger;

        Six.Refused(
            InputIssueCode.SnapshotDiffers,
            "counts",
            Release.Decide(
                ledger,
                Survey.By(),
                Six.Ok(JointCounts.Create("later", ["sector"], ["yes", "no"], []))
            )
        );
        Six.Refused(
            InputIssueCode.Undeclared,
            "counts[role]",
            Release.Decide(ledger, Survey.By("role"), counts)
        );
        Six.Refused(
            InputIssueCode.Duplicate,
            "Measure",
            Release.Decide(
                ledger,
                Six.Ok(TableRequest.Create("trained", [], measure: Measure.Mean)),
                counts
            )
        );
        Six.Refused(
            InputIssueCode.Duplicate,
            "Question",
            Release.Decide(
                ledger,
                Six.Ok(TableRequest.Create("confident", ["trained"])),
                Six.Ok(JointCounts.Create(Survey.Snapshot, ["trained"], ["yes", "no"], []))
            )
        );
        Six.Refused(
            InputIssueCode.Undeclared,
            "Answers",
            Release.Decide(
                ledger,
                Survey.By(),
                Six.Ok(JointCounts.Create(Survey.Snapshot, ["sector"], ["no", "yes"], []))
            )
        );
    }
}
