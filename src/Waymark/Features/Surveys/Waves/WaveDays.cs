namespace Waymark.Features.Surveys.Waves;

/// <summary>When a wave invites, reminds and ends. Pure; days are those of the United Kingdom.</summary>
public static class WaveDays
{
    /// <summary>How many days after its first day a wave reminds for the first time.</summary>
    public const int FirstReminderAfter = 7;

    /// <summary>How many days before its last day a wave reminds for the second and last time.</summary>
    public const int LastReminderBefore = 2;

    private const int LeastBetween = 3;

    /// <summary>Whether answers are taken on a day.</summary>
    public static bool IsOpen(this Wave wave, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(wave);
        return wave.ClosedAt is null && wave.OpensOn <= today && today <= wave.ClosesOn;
    }

    /// <summary>Whether its last day has passed and nobody has closed it yet.</summary>
    public static bool IsOver(this Wave wave, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(wave);
        return wave.ClosedAt is null && wave.ClosesOn < today;
    }

    /// <summary>The days on which those who have not answered are reminded: at most two, at least three days apart and from the first day.</summary>
    public static IEnumerable<DateOnly> ReminderDays(this Wave wave)
    {
        ArgumentNullException.ThrowIfNull(wave);
        var first = wave.OpensOn.AddDays(FirstReminderAfter);
        var last = wave.ClosesOn.AddDays(-LastReminderBefore);
        if (first.AddDays(LeastBetween) <= last)
        {
            yield return first;
        }
        if (wave.OpensOn.AddDays(LeastBetween) <= last)
        {
            yield return last;
        }
    }

    /// <summary>Whether an invitation is to be reminded today: one of the days has come since it was sent or last reminded.</summary>
    public static bool IsReminderDue(this Wave wave, Invitation invitation, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(invitation);
        return wave.IsOpen(today)
            && invitation.InvitedOn is { } invited
            && wave.ReminderDays()
                .Any(day =>
                    day <= today
                    && invited < day
                    && !(invitation.RemindedOn is { } last && last >= day)
                );
    }

    /// <summary>The Monday of a day's week.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>What a stage is called.</summary>
    public static string Words(this WaveStage stage) =>
        stage switch
        {
            WaveStage.Only => "The survey",
            WaveStage.Before => "Before the course",
            WaveStage.StraightAfter => "Straight after the course",
            WaveStage.FollowUp => "Six to eight weeks later",
        };

    /// <summary>Where a wave stands on a day, in words that end a sentence.</summary>
    public static string State(this Wave wave, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(wave);
        return wave.ClosedAt is { } closed ? $"closed on {UkTime.Date(UkTime.DateOf(closed))}"
            : today < wave.OpensOn ? $"opens on {UkTime.Date(wave.OpensOn)}"
            : today <= wave.ClosesOn ? $"open until {UkTime.Date(wave.ClosesOn)}"
            : "ended, and about to be closed";
    }
}
