using Waymark.Data;

namespace Waymark.Features.Surveys;

/// <summary>Who rated whom.</summary>
public enum ResponseBy
{
    /// <summary>A respondent about their own work.</summary>
    Respondent,

    /// <summary>A respondent's manager about the respondent's work; matched to them by the same hash.</summary>
    Manager,
}

/// <summary>
/// One respondent's answers: nobody's name, no time but the week, no address, and no way back to an invitation. ADR 0050 says why.
/// </summary>
public sealed class SurveyResponse : IAgencyOwned
{
    /// <summary>Made by chance alone (version 4): it tells neither time nor order.</summary>
    public required Guid Id { get; init; }

    /// <inheritdoc/>
    public required Guid AgencyId { get; init; }

    public required Guid WaveId { get; init; }

    /// <summary>The Monday of the week in which it was sent.</summary>
    public required DateOnly Week { get; init; }

    public required ResponseBy By { get; init; }

    /// <summary>
    /// The keyed hash of the respondent's code, the same in every wave of one evaluation; null where the respondent gave none. 32 bytes.
    /// </summary>
    public byte[]? MatchHash { get; init; }

    /// <summary>The answers as a QuestionnaireResponse without subject, author or date, and without the questions' words: they stand in the wave's version. Coded answers only: no survey asks for free text.</summary>
    public required string Json { get; init; }
}
