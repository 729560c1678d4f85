using System.Text.Json;
using Waymark.Features.Shared.Forms;

namespace Waymark.Features.Surveys.Start;

/// <summary>What starting an evaluation asks.</summary>
public sealed class StartInput
{
    /// <summary>The longest time that one wave is open, in days.</summary>
    public const int LongestWave = 120;

    private const int StraightAfterDays = 14;
    private const int FollowUpAfterDays = 42;
    private const int FollowUpDays = 14;

    public string? Name { get; set; }

    /// <summary><see cref="EvaluationKind"/>.</summary>
    public string? Kind { get; set; }

    /// <summary>The folder's name of the survey, such as "workforce-self-efficacy".</summary>
    public string? Survey { get; set; }

    /// <summary>The agencies that take part, one a line; asked for a survey that compares them.</summary>
    public string? Agencies { get; set; }

    /// <summary>The first day of the only wave, or of the one before the course.</summary>
    public DayInput OpensOn { get; set; } = new();

    /// <summary>The last day of the only wave; not asked where there are three.</summary>
    public DayInput ClosesOn { get; set; } = new();

    /// <summary>The last day of the course; asked where there are three.</summary>
    public DayInput CourseOn { get; set; } = new();

    /// <summary>Whether the only wave has an open link too.</summary>
    public bool HasOpenLink { get; set; }

    /// <summary>The name without white space around it and with single spaces in it.</summary>
    public string TidyName =>
        string.Join(' ', (Name ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What is wrong, in the order of the page. Pure.</summary>
    /// <param name="surveys">The names of the surveys that may be chosen.</param>
    /// <param name="today">The day.</param>
    /// <param name="besideAgencies">Where the chosen survey compares agencies, which must be named: the answers offered beside them; else null.</param>
    public IEnumerable<FieldError> Check(
        IEnumerable<string> surveys,
        DateOnly today,
        IReadOnlyList<string>? besideAgencies
    )
    {
        if (TidyName.Length is 0 or > Evaluation.NameLength)
        {
            yield return new(
                nameof(Name),
                $"Enter a name, {Evaluation.NameLength} characters or fewer",
                "name-required"
            );
        }
        if (Survey is null || !surveys.Contains(Survey, StringComparer.Ordinal))
        {
            yield return new(nameof(Survey), "Choose a survey", "survey-required");
        }
        if (
            besideAgencies is not null
            && AgencyNames.Check(nameof(Agencies), AgencyNames.Read(Agencies), besideAgencies)
                is { } names
        )
        {
            yield return names;
        }
        var kind = Codes.Parse<EvaluationKind>(Kind);
        if (kind is null)
        {
            yield return new(nameof(Kind), "Choose how often to ask", "kind-required");
        }
        else if (besideAgencies is not null && kind != EvaluationKind.SingleWave)
        {
            yield return new(
                nameof(Kind),
                "A survey that compares agencies is asked once. Choose Once",
                "agencies-once"
            );
        }
        foreach (var wrong in CheckDays(kind, today))
        {
            yield return wrong;
        }
    }

    /// <summary>The waves of checked input. Pure but for their ids, which chance makes.</summary>
    /// <param name="evaluationId">The evaluation.</param>
    /// <param name="agencyId">The agency.</param>
    /// <param name="survey">The address and version of the chosen survey.</param>
    /// <param name="followUp">Those of the survey of the last stage.</param>
    /// <param name="namesAgencies">Whether the chosen survey compares agencies.</param>
    public IReadOnlyList<Wave> Waves(
        Guid evaluationId,
        Guid agencyId,
        (string Url, string Version) survey,
        (string Url, string Version) followUp,
        bool namesAgencies
    )
    {
        var opens = OpensOn.Day!.Value;
        if (Codes.Parse<EvaluationKind>(Kind) == EvaluationKind.SingleWave)
        {
            return [New(WaveStage.Only, survey, opens, ClosesOn.Day!.Value, HasOpenLink)];
        }
        var course = CourseOn.Day!.Value;
        var followUpOpens = course.AddDays(FollowUpAfterDays);
        return
        [
            // Whoever answers "before" on the last day of the course has had it.
            New(WaveStage.Before, survey, opens, course.AddDays(-1), false),
            New(WaveStage.StraightAfter, survey, course, course.AddDays(StraightAfterDays), false),
            New(
                WaveStage.FollowUp,
                followUp,
                followUpOpens,
                followUpOpens.AddDays(FollowUpDays),
                false
            ),
        ];

        Wave New(
            WaveStage stage,
            (string Url, string Version) asked,
            DateOnly first,
            DateOnly last,
            bool open
        ) =>
            new()
            {
                Id = Guid.NewGuid(),
                AgencyId = agencyId,
                EvaluationId = evaluationId,
                Stage = stage,
                Instrument = asked.Url,
                InstrumentVersion = asked.Version,
                OpensOn = first,
                ClosesOn = last,
                HasOpenLink = open,
                AgenciesJson = namesAgencies
                    ? JsonSerializer.Serialize(AgencyNames.Read(Agencies))
                    : null,
            };
    }

    private IEnumerable<FieldError> CheckDays(EvaluationKind? kind, DateOnly today)
    {
        if (OpensOn.Day is not { } opens)
        {
            yield return new(
                nameof(OpensOn),
                "Enter the first day, like 27 11 2026",
                "opens-required"
            );
            yield break;
        }
        if (opens < today)
        {
            yield return new(nameof(OpensOn), "The first day must be today or later", "opens-past");
        }
        var wrong = kind switch
        {
            EvaluationKind.SingleWave => CheckLast(
                nameof(ClosesOn),
                ClosesOn,
                opens,
                "The last day"
            ),
            EvaluationKind.ThreeStage => CheckLast(
                nameof(CourseOn),
                CourseOn,
                opens,
                "The last day of the course"
            ),
            _ => null,
        };
        if (wrong is not null)
        {
            yield return wrong;
        }
    }

    private static FieldError? CheckLast(
        string field,
        DayInput typed,
        DateOnly first,
        string what
    ) =>
        typed.Day is not { } last
            ? new(field, $"{what} is missing. Enter it, like 11 12 2026", "last-required")
        : last <= first ? new(field, $"{what} must be after the first day", "last-before-first")
        : last > first.AddDays(LongestWave)
            ? new(
                field,
                $"{what} must be within {LongestWave} days of the first day",
                "last-too-late"
            )
        : null;
}
