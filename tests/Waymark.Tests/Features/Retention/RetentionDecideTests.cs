using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Microsoft.Extensions.Options;
using Waymark.Features.Children;
using Waymark.Features.Retention;
using Xunit;
using Decision = Waymark.Features.Retention.Retention;

namespace Waymark.Tests.Features.Retention;

/// <summary>How long a record is kept, worked out from its dates alone.</summary>
public sealed class RetentionDecideTests
{
    private static readonly DateOnly s_today = new(2026, 11, 24);
    private static readonly RecordDates s_dates = new(14, s_today, s_today, null);

    private static RetentionRule Rule(RetentionClass of) =>
        RetentionSchedule.Built.Single(r => r.Class == of);

    private static RetentionVerdict Decide(
        RetentionClass of,
        DateOnly today,
        int holds = 0,
        RecordDates? dates = null
    ) => Decision.Decide(dates ?? s_dates, Rule(of), 5, holds, today);

    [Theory]
    [InlineData(RetentionClass.AbuseRecord, 2101)]
    [InlineData(RetentionClass.LookedAfterRecord, 2087)]
    [InlineData(RetentionClass.SchoolFile, 2037)]
    [InlineData(RetentionClass.HealthRecord, 2038)]
    public void Decide_OfEachClass_CountsItsYearsFromItsOwnDay(RetentionClass of, int year) =>
        Assert.Equal(new DateOnly(year, 11, 24), Decide(of, s_today).KeepUntil);

    [Fact]
    public void Decide_LastDay_IsStillKept()
    {
        var last = Decide(RetentionClass.SchoolFile, s_today).KeepUntil;

        Assert.NotEqual(RetentionState.TimeIsOver, Decide(RetentionClass.SchoolFile, last).State);
        Assert.Equal(
            RetentionState.TimeIsOver,
            Decide(RetentionClass.SchoolFile, last.AddDays(1)).State
        );
    }

    [Fact]
    public void Decide_FiveYearsAfterTheLastEntry_IsToBeLookedAt()
    {
        var then = s_today.AddYears(5);

        Assert.Equal(RetentionState.ReviewDue, Decide(RetentionClass.AbuseRecord, then).State);
        Assert.Equal(
            RetentionState.Keep,
            Decide(
                RetentionClass.AbuseRecord,
                then,
                dates: s_dates with
                {
                    ReviewedOn = then,
                }
            ).State
        );
    }

    [Fact]
    public void LeastAge_OfABand_IsTheYoungestItLeavesOpen()
    {
        Assert.Equal(0, RecordDates.LeastAge(null, AgeBand.NotKnown));
        Assert.Equal(0, RecordDates.LeastAge(null, AgeBand.Under13));
        Assert.Equal(13, RecordDates.LeastAge(null, AgeBand.From13To15));
        Assert.Equal(16, RecordDates.LeastAge(null, AgeBand.From16To17));
        Assert.Equal(9, RecordDates.LeastAge(9, AgeBand.Under13));
    }

    [Property]
    public Property Decide_WithAHold_NeverLetsARecordBeErased() =>
        Prop.ForAll(
            Any(),
            any =>
                !Decision
                    .Decide(any.Dates, any.Rule, any.Review, any.Holds + 1, any.Today)
                    .MayBeErasedByTime
        );

    [Property]
    public Property Decide_AnyRecord_IsReviewedNoLaterThanItsTimeIsOverAndNeverBefore() =>
        Prop.ForAll(
            Any(),
            any =>
            {
                var verdict = Decision.Decide(any.Dates, any.Rule, any.Review, 0, any.Today);
                return verdict.ReviewOn <= verdict.KeepUntil
                    && verdict.MayBeErasedByTime == any.Today > verdict.KeepUntil;
            }
        );

    [Property]
    public Property Decide_OlderChild_IsNeverKeptLonger() =>
        Prop.ForAll(
            Any(),
            any =>
                Decision
                    .Decide(
                        any.Dates with
                        {
                            AgeTold = any.Dates.AgeTold + 1,
                        },
                        any.Rule,
                        any.Review,
                        0,
                        any.Today
                    )
                    .KeepUntil
                <= Decision.Decide(any.Dates, any.Rule, any.Review, 0, any.Today).KeepUntil
        );

    [Fact]
    public void Built_EveryRule_SaysItsSourceAndThatItIsNotVerified() =>
        Assert.All(
            RetentionSchedule.Built,
            rule =>
            {
                Assert.NotEmpty(rule.Source);
                Assert.Contains("Not verified", rule.Standing, StringComparison.Ordinal);
            }
        );

    [Fact]
    public void Schedule_WithTheAgencysOwnYears_TakesAndNamesThem()
    {
        var options = new RetentionOptions();
        options.Years[RetentionClass.SchoolFile] = 30;
        options.DefaultClass = RetentionClass.SchoolFile;

        var rule = new RetentionSchedule(Options.Create(options)).For(null);

        Assert.Equal(30, rule.Years);
        Assert.Contains("own schedule", rule.Source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(201)]
    public void Schedule_WithYearsOutOfReason_StopsTheStart(int years)
    {
        var options = new RetentionOptions();
        options.Years[RetentionClass.SchoolFile] = years;

        Assert.Throws<OptionsValidationException>(() =>
            new RetentionSchedule(Options.Create(options))
        );
    }

    private sealed record Sample(
        RecordDates Dates,
        RetentionRule Rule,
        int Review,
        int Holds,
        DateOnly Today
    );

    private static Arbitrary<Sample> Any() =>
        (
            from age in Gen.Choose(0, 17)
            from told in Gen.Choose(0, 20_000)
            from entry in Gen.Choose(0, 20_000)
            from reviewed in Gen.Choose(-20_000, 20_000)
            from rule in Gen.Elements<RetentionRule>([.. RetentionSchedule.Built])
            from review in Gen.Choose(1, 75)
            from holds in Gen.Choose(0, 3)
            from today in Gen.Choose(0, 60_000)
            let start = new DateOnly(2000, 1, 1)
            select new Sample(
                new(
                    age,
                    start.AddDays(told),
                    start.AddDays(entry),
                    reviewed < 0 ? null : start.AddDays(reviewed)
                ),
                rule,
                review,
                holds,
                start.AddDays(today)
            )
        ).ToArbitrary();
}
