namespace Waymark.Features.Surveys;

/// <summary>
/// Which agency's wall a survey link leads behind. Shared between agencies on purpose: a respondent has no account that could tell. It holds two
/// numbers that say nothing of anyone.
/// </summary>
public sealed class WaveDoor
{
    public required Guid WaveId { get; init; }

    /// <summary>The agency that the wave belongs to.</summary>
    public required Guid OpensTo { get; init; }
}
