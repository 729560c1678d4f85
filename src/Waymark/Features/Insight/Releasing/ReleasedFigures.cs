using System.Text.Json.Serialization;
using Waymark.Statistics;

namespace Waymark.Features.Insight.Releasing;

/// <summary>An estimate as it is kept once released: never without interval, base and method.</summary>
/// <param name="Value">The figure, in its own unit.</param>
/// <param name="Lower">The lower limit of its 95% interval.</param>
/// <param name="Upper">The upper limit.</param>
/// <param name="People">How many people, pairs or units it rests on.</param>
/// <param name="Effective">How many unweighted ones those are worth.</param>
/// <param name="Method">The name of the method, as docs/statistics.md lists it.</param>
public sealed record Figure(
    double Value,
    double Lower,
    double Upper,
    int People,
    double Effective,
    string Method
)
{
    /// <summary>Of an estimate.</summary>
    public static Figure Of(Estimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return new(
            estimate.Value,
            estimate.Interval.Lower,
            estimate.Interval.Upper,
            estimate.Base.Count,
            estimate.Base.Effective,
            estimate.Method.Name
        );
    }

    /// <summary>Of an estimate with its base as it may be told: rounded.</summary>
    public static Figure Of(Estimate estimate, int people) =>
        Of(estimate) with
        {
            People = people,
            Effective = people,
        };

    /// <summary>Of a result; null where there is none.</summary>
    public static Figure? Of(Result<Estimate> result, int people)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.IsOk ? Of(result.Value, people) : null;
    }
}

/// <summary>
/// Everything that is released of an evaluation beside the tables of its ledger (ADR 0060): figures only, decided once at closing, and shown
/// from here alone.
/// </summary>
/// <param name="Counted">Respondents of the first wave who are in the tables, rounded.</param>
/// <param name="LeftOut">Respondents who are in no table, rounded; null where that is from one to the largest hidden count.</param>
/// <param name="Sectors">The groups of sectors.</param>
/// <param name="Roles">The groups of roles.</param>
/// <param name="Flow">How many answered at each stage.</param>
/// <param name="Scores">Scores from 0 to 100.</param>
/// <param name="Agreement">Agreement between raters; empty where nothing was rated.</param>
/// <param name="Managers">What managers were asked at the follow-up; null where that was not decided.</param>
public sealed record ReleasedFigures(
    int? Counted,
    int? LeftOut,
    IReadOnlyList<PeopleGroup> Sectors,
    IReadOnlyList<PeopleGroup> Roles,
    IReadOnlyList<StageFlow> Flow,
    IReadOnlyList<ScoreFigures> Scores,
    IReadOnlyList<AgreementFigures> Agreement,
    IReadOnlyList<ManagerQuestion>? Managers = null
);

/// <summary>Respondents at one stage.</summary>
/// <param name="Stage">The variable of the stage; "base" for the first.</param>
/// <param name="Answered">How many answered, rounded; null where few did.</param>
/// <param name="Matched">How many of the first stage's respondents are matched to an answer here, rounded; null where few are.</param>
public sealed record StageFlow(string Stage, int? Answered, int? Matched);

/// <summary>One score: a domain of self-efficacy or a single question on a scale.</summary>
/// <param name="Name">The domain's code or the question's name.</param>
/// <param name="Label">What people read.</param>
/// <param name="IsDomain">Whether it is the mean of several tasks.</param>
/// <param name="Mean">The mean of everybody who gave it at the first stage; null where too few did.</param>
/// <param name="Median">The median of the same people.</param>
/// <param name="Reliability">Cronbach's alpha of the tasks; null for a single question.</param>
/// <param name="Changes">What the same people scored later; one for each later stage that asked it.</param>
public sealed record ScoreFigures(
    string Name,
    string Label,
    bool IsDomain,
    Figure? Mean,
    Figure? Median,
    Figure? Reliability,
    IReadOnlyList<ScoreChange> Changes
);

/// <summary>A change of a score in matched pairs. Null figures: too few to say.</summary>
/// <param name="Later">The variable of the later stage.</param>
/// <param name="Before">The mean before.</param>
/// <param name="After">The mean later.</param>
/// <param name="Change">The mean change.</param>
/// <param name="Shift">The typical change (Hodges–Lehmann).</param>
/// <param name="RankBiserial">The size of the change in ranks.</param>
/// <param name="PValue">Wilcoxon's signed-rank test with Pratt's rule for pairs without change; not adjusted for looking many times.</param>
/// <param name="AdjustedPValue">The same after Holm's adjustment over all scores of the stage.</param>
/// <param name="Test">The form of the test.</param>
public sealed record ScoreChange(
    string Later,
    Figure? Before,
    Figure? After,
    Figure? Change,
    Figure? Shift,
    Figure? RankBiserial,
    double? PValue,
    double? AdjustedPValue,
    string? Test
)
{
    /// <summary>Whether there are too few pairs to say anything.</summary>
    [JsonIgnore]
    public bool IsTooFew => Change is null;
}

/// <summary>Agreement of one group of raters over all items.</summary>
/// <param name="Group">The group's code; "all" for everybody.</param>
/// <param name="Raters">How many rated, rounded.</param>
/// <param name="Items">How many items.</param>
/// <param name="Raw">Raw agreement.</param>
/// <param name="Alpha">Krippendorff's alpha; null where it is not defined.</param>
/// <param name="Gwet">Gwet's AC2; null where it is not defined.</param>
public sealed record AgreementFigures(
    string Group,
    int Raters,
    int Items,
    Figure Raw,
    Figure? Alpha,
    Figure? Gwet
);
