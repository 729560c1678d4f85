using Xunit;

namespace Waymark.Instruments.Tests.Scoring;

/// <summary>Every cell of the Framingham point scores for men, as published (<c>Published/framingham-men/SOURCE.md</c>).</summary>
public sealed class FraminghamTests
{
    // From each lower bound: the points. Ages 20 to 79.
    private static readonly (int From, int Points)[] Age =
    [
        (20, -9),
        (35, -4),
        (40, 0),
        (45, 3),
        (50, 6),
        (55, 8),
        (60, 10),
        (65, 11),
        (70, 12),
        (75, 13),
    ];

    private static readonly int[] AgeColumns = [20, 40, 50, 60, 70];

    // By age column.
    private static readonly (int From, int[] Points)[] Cholesterol =
    [
        (100, [0, 0, 0, 0, 0]),
        (160, [4, 3, 2, 1, 0]),
        (200, [7, 5, 3, 1, 0]),
        (240, [9, 6, 4, 2, 1]),
        (280, [11, 8, 5, 3, 1]),
    ];

    private static readonly int[] Smoker = [8, 5, 3, 1, 1];

    private static readonly (int From, int Points)[] Hdl = [(20, 2), (40, 1), (50, 0), (60, -1)];

    private static readonly (int From, int Untreated, int Treated)[] Systolic =
    [
        (90, 0, 0),
        (120, 0, 1),
        (130, 1, 2),
        (140, 1, 2),
        (160, 2, 3),
    ];

    // Points total to per cent.
    private static readonly (int Points, string Risk)[] Risk =
    [
        (-1, "<1"),
        (0, "1"),
        (1, "1"),
        (2, "1"),
        (3, "1"),
        (4, "1"),
        (5, "2"),
        (6, "2"),
        (7, "3"),
        (8, "4"),
        (9, "5"),
        (10, "6"),
        (11, "8"),
        (12, "10"),
        (13, "12"),
        (14, "16"),
        (15, "20"),
        (16, "25"),
        (17, ">=30"),
    ];

    private static readonly (bool, bool)[] YesOrNoTwice =
    [
        (false, false),
        (false, true),
        (true, false),
        (true, true),
    ];

    private static readonly Instrument Instrument = ScoringCase.LoadInstrument("framingham-men");

    [Fact]
    public void Points_EveryAgeFromTwentyToSeventyNine_AreThoseOfTheTable()
    {
        var form = Open();
        for (var age = 20; age < 80; age++)
        {
            Set(form, "age", age);
            Assert.Equal(Age.Last(row => row.From <= age).Points, Points(form, "age.points"));
        }
    }

    [Fact]
    public void Points_EveryCellOfCholesterolByAge_IsThatOfTheTableUpToItsEdges()
    {
        var form = Open();
        for (var column = 0; column < AgeColumns.Length; column++)
        {
            foreach (
                var age in (int[])
                    [
                        AgeColumns[column],
                        column + 1 < AgeColumns.Length ? AgeColumns[column + 1] - 1 : 79,
                    ]
            )
            {
                Set(form, "age", age);
                for (var row = 0; row < Cholesterol.Length; row++)
                {
                    foreach (
                        var level in (int[])
                            [
                                Cholesterol[row].From,
                                row + 1 < Cholesterol.Length ? Cholesterol[row + 1].From - 1 : 320,
                            ]
                    )
                    {
                        Set(form, "cholesterol", level);
                        Assert.Equal(
                            Cholesterol[row].Points[column],
                            Points(form, "cholesterol.points")
                        );
                    }
                }
            }
        }
    }

    [Fact]
    public void Points_SmokingByAge_AreThoseOfTheTable()
    {
        var form = Open();
        for (var column = 0; column < AgeColumns.Length; column++)
        {
            Set(form, "age", AgeColumns[column]);
            form.Set("smoker", [new BooleanAnswer(true)]);
            Assert.Equal(Smoker[column], Points(form, "smoker.points"));
            form.Set("smoker", [new BooleanAnswer(false)]);
            Assert.Equal(0, Points(form, "smoker.points"));
        }
    }

    [Fact]
    public void Points_HdlAndBloodPressure_AreThoseOfTheTable()
    {
        var form = Open();
        for (var hdl = 20; hdl < 90; hdl++)
        {
            Set(form, "hdl", hdl);
            Assert.Equal(Hdl.Last(row => row.From <= hdl).Points, Points(form, "hdl.points"));
        }

        for (var pressure = 90; pressure < 200; pressure++)
        {
            Set(form, "systolic", pressure);
            var row = Systolic.Last(row => row.From <= pressure);
            form.Set("treated", [new BooleanAnswer(false)]);
            Assert.Equal(row.Untreated, Points(form, "systolic.points"));
            form.Set("treated", [new BooleanAnswer(true)]);
            Assert.Equal(row.Treated, Points(form, "systolic.points"));
        }
    }

    [Fact]
    public void Risk_EveryCombinationOfRanges_IsTheSumOfTheTablesAndItsRisk()
    {
        var form = Open();
        var totals = new HashSet<int>();
        foreach (var (age, agePoints) in Age)
        {
            var column = Array.FindLastIndex(AgeColumns, from => from <= age);
            Set(form, "age", age);
            foreach (var (cholesterol, cholesterolPoints) in Cholesterol)
            {
                Set(form, "cholesterol", cholesterol);
                foreach (var (hdl, hdlPoints) in Hdl)
                {
                    Set(form, "hdl", hdl);
                    foreach (var (systolic, untreated, treated) in Systolic)
                    {
                        Set(form, "systolic", systolic);
                        foreach (var (smokes, takesDrugs) in YesOrNoTwice)
                        {
                            form.Set("smoker", [new BooleanAnswer(smokes)]);
                            form.Set("treated", [new BooleanAnswer(takesDrugs)]);
                            var total =
                                agePoints
                                + cholesterolPoints[column]
                                + hdlPoints
                                + (takesDrugs ? treated : untreated)
                                + (smokes ? Smoker[column] : 0);
                            totals.Add(total);
                            Assert.Equal(total, Points(form, "points"));
                            var risk = Risk[Math.Clamp(total + 1, 0, Risk.Length - 1)];
                            Assert.Equal([new StringAnswer(risk.Risk)], form.Answers("risk"));
                        }
                    }
                }
            }
        }

        Assert.Superset(Enumerable.Range(-1, 19).ToHashSet(), totals);
    }

    private static Form Open() =>
        Form.Start(Instrument, new EvaluationContext(DateTimeOffset.UnixEpoch));

    private static void Set(Form form, string linkId, int value) =>
        Assert.Empty(form.Set(linkId, [new IntegerAnswer(value)]).Issues);

    private static int Points(Form form, string linkId) =>
        Assert.IsType<IntegerAnswer>(Assert.Single(form.Answers(linkId))).Value;
}
