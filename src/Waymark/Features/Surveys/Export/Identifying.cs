namespace Waymark.Features.Surveys.Export;

/// <summary>What others may know of a respondent: the wave and side they answered on, where they work, as what, and in which week they answered.</summary>
/// <param name="Wave">Which of the waves, from 0.</param>
/// <param name="By">1 for a respondent, 2 for a manager.</param>
/// <param name="Sector">The number of the sector, or why there is none.</param>
/// <param name="Role">The number of the role, or why there is none.</param>
/// <param name="Week">The day number of the week's Monday; <see cref="NoWeek"/> where it is not given.</param>
public readonly record struct Identifying(int Wave, int By, int Sector, int Role, int Week)
{
    /// <summary>Stands for a week that is not given because too few share it.</summary>
    public const int NoWeek = 0;
}
