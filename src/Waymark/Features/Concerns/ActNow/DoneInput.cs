using System.Globalization;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Concerns.ActNow;

/// <summary>Who did an action, when, and what to find it by.</summary>
public sealed class DoneInput
{
    public string? RuleId { get; set; }
    public string? DoneBy { get; set; }

    /// <summary>Today's time as "14:32"; empty for now.</summary>
    public string? Time { get; set; }
    public string? Note { get; set; }

    /// <summary>The moment it was done, on the day of <paramref name="now"/> or the day before when the time has not come yet; null when it cannot be read.</summary>
    public DateTimeOffset? Moment(DateTimeOffset now)
    {
        if (string.IsNullOrWhiteSpace(Time))
        {
            return now;
        }
        if (
            !TimeOnly.TryParseExact(
                Time.Trim().Replace('.', ':'),
                ["H:mm", "HH:mm"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time
            )
        )
        {
            return null;
        }
        var local = UkTime.Local(now);
        var done = new DateTimeOffset(local.Date + time.ToTimeSpan(), local.Offset);
        return done > now ? done.AddDays(-1) : done;
    }

    /// <summary>What is wrong; empty when it can be saved.</summary>
    public IReadOnlyList<FieldError> Check(DateTimeOffset now)
    {
        List<FieldError> errors = [];
        if (string.IsNullOrWhiteSpace(DoneBy))
        {
            errors.Add(new(nameof(DoneBy), "Say who did it", "done-by-required"));
        }
        else if (DoneBy.Length > 200)
        {
            errors.Add(
                new(
                    nameof(DoneBy),
                    "Shorten who did it to 200 characters or fewer",
                    "done-by-too-long"
                )
            );
        }
        if (Moment(now) is null)
        {
            errors.Add(
                new(
                    nameof(Time),
                    "Enter the time in hours and minutes, like 16:55",
                    "time-not-read"
                )
            );
        }
        if ((Note?.Length ?? 0) > ActionRecord.NoteLength)
        {
            errors.Add(
                new(
                    nameof(Note),
                    $"Shorten the note to {ActionRecord.NoteLength} characters or fewer",
                    "note-too-long"
                )
            );
        }
        return errors;
    }
}
