using System.Globalization;
using FsCheck.Xunit;
using Waymark.Features.Surveys;
using Waymark.Features.Surveys.Waves;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Waves;

public sealed class WaveDaysTests
{
    private static readonly DateOnly s_opens = new(2026, 11, 27);

    [Theory]
    [InlineData(14, "2026-12-04 2026-12-09")]
    [InlineData(9, "2026-12-04")]
    [InlineData(5, "2026-11-30")]
    [InlineData(4, "")]
    public void Reminders_AreAtMostTwoAndNeverCrowded(int days, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                Open(days).ReminderDays().Select(d => d.ToString("O", CultureInfo.InvariantCulture))
            )
        );

    [Property]
    public bool Reminders_OverAWholeWaveWithARoundEachDay_AreAtMostTwo(
        byte length,
        byte invitedAfter
    )
    {
        var wave = Open(length);
        var invitation = Sent(s_opens.AddDays(invitedAfter));
        var sent = 0;
        for (
            var day = s_opens.AddDays(invitedAfter);
            day <= wave.ClosesOn.AddDays(3);
            day = day.AddDays(1)
        )
        {
            if (wave.IsReminderDue(invitation, day))
            {
                invitation.RemindedOn = day;
                sent++;
            }
        }
        return sent <= 2;
    }

    [Fact]
    public void Reminder_MissedWhileTheServiceWasDown_IsDueOnceLater()
    {
        var wave = Open(14);
        var invitation = Sent(s_opens);
        var late = s_opens.AddDays(9);
        Assert.True(wave.IsReminderDue(invitation, late));
        invitation.RemindedOn = late;
        Assert.False(wave.IsReminderDue(invitation, late));
        Assert.False(wave.IsReminderDue(invitation, wave.ClosesOn.AddDays(1)));
    }

    [Property]
    public bool Monday_IsTheLastOneOnOrBeforeTheDay(ushort days)
    {
        var day = s_opens.AddDays(days);
        var monday = WaveDays.MondayOf(day);
        return monday.DayOfWeek == DayOfWeek.Monday && monday <= day && monday > day.AddDays(-7);
    }

    private static Wave Open(int days) =>
        new()
        {
            Id = Guid.NewGuid(),
            AgencyId = Guid.NewGuid(),
            EvaluationId = Guid.NewGuid(),
            Stage = WaveStage.Only,
            Instrument = "https://waymark.example/survey",
            InstrumentVersion = "1.0.0",
            OpensOn = s_opens,
            ClosesOn = s_opens.AddDays(days),
            HasOpenLink = false,
        };

    private static Invitation Sent(DateOnly on) =>
        new()
        {
            Id = Guid.NewGuid(),
            AgencyId = Guid.NewGuid(),
            WaveId = Guid.NewGuid(),
            InviteeId = Guid.NewGuid(),
            By = ResponseBy.Respondent,
            TokenHash = [],
            InvitedOn = on,
        };
}
