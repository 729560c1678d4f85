namespace Waymark.Features.Surveys.Overview;

/// <summary>How many have answered while a wave is open, so roughly that no single answer shows. Pure.</summary>
public static class ResponseRate
{
    /// <summary>Answers are told in steps of this many.</summary>
    public const int Step = 10;

    /// <summary>"Fewer than 10 so far", "At least 20 so far".</summary>
    public static string WhileOpen(int answers) =>
        answers < Step ? $"Fewer than {Step} so far" : $"At least {answers / Step * Step} so far";
}
