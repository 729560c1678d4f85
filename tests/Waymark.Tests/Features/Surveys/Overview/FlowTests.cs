using FsCheck.Xunit;
using Waymark.Features.Surveys;
using Waymark.Features.Surveys.Overview;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Overview;

public sealed class FlowTests
{
    private static readonly Wave s_before = Closed(WaveStage.Before);
    private static readonly Wave s_after = Closed(WaveStage.StraightAfter);

    [Theory]
    [InlineData(0, "Fewer than 10 so far")]
    [InlineData(9, "Fewer than 10 so far")]
    [InlineData(10, "At least 10 so far")]
    [InlineData(29, "At least 20 so far")]
    public void WhileOpen_AnswersAreToldInTens(int answers, string told) =>
        Assert.Equal(told, ResponseRate.WhileOpen(answers));

    [Theory]
    [InlineData(20, 0, 20, 20)]
    [InlineData(20, 20, 40, 20)]
    public void Flow_OfLargeGroups_IsRounded(int both, int onlyAfter, int answers, int matched)
    {
        var flow = After(both, onlyAfter);
        Assert.Equal(answers, flow.Answers.Rounded);
        Assert.Equal(matched, flow.Matched!.Value.Rounded);
    }

    [Property]
    public bool Flow_NeverShowsFewerThanEight_NorOneThatIsLeftOver(byte both, byte onlyAfter)
    {
        var flow = After(both % 60, onlyAfter % 60);
        var hidesSmall =
            flow.Answers.Rounded is null or 0 or >= 10
            && flow.Matched is null or { Rounded: null or 0 or >= 10 };
        var leftOver = onlyAfter % 60 is > 0 and < 8 && flow.Matched is { Rounded: > 0 };
        return hidesSmall && !leftOver;
    }

    private static StageFlow After(int both, int onlyAfter) =>
        Flow.Of(
            s_after,
            ResponseBy.Respondent,
            [s_before, s_after],
            [
                .. Enumerable.Range(0, both).Select(i => Of(s_before, i)),
                .. Enumerable.Range(0, both + onlyAfter).Select(i => Of(s_after, i)),
            ]
        );

    private static Answered Of(Wave wave, int person) =>
        new(wave.Id, ResponseBy.Respondent, [.. BitConverter.GetBytes(person), .. new byte[28]]);

    private static Wave Closed(WaveStage stage) =>
        new()
        {
            Id = Guid.NewGuid(),
            AgencyId = Guid.NewGuid(),
            EvaluationId = Guid.NewGuid(),
            Stage = stage,
            Instrument = "https://waymark.example/survey",
            InstrumentVersion = "1.0.0",
            OpensOn = new(2026, 11, 2),
            ClosesOn = new(2026, 11, 20),
            HasOpenLink = false,
            ClosedAt = new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero),
        };
}
