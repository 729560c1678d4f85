using Waymark.Data;

namespace Waymark.Features.Surveys.Waves;

/// <summary>Events of surveys that happen by themselves on their day. Numbers only: no event is about one respondent.</summary>
internal static class SurveyEvents
{
    /// <summary>Who did it, where nobody did.</summary>
    public const string OfWaymark = "Waymark";

    /// <summary>An event of an evaluation that no person caused.</summary>
    public static RecordEvent OfItself(
        string kind,
        Wave wave,
        DateTimeOffset now,
        int? number = null
    ) =>
        new()
        {
            AgencyId = wave.AgencyId,
            At = now,
            ById = Guid.Empty,
            ByName = OfWaymark,
            Kind = kind,
            SubjectId = wave.EvaluationId,
            Place = wave.Stage.ToString(),
            After = number?.ToString(System.Globalization.CultureInfo.InvariantCulture),
        };
}
