using Waymark.Statistics.Disclosure;

namespace Waymark.Features.Insight.Releasing;

/// <summary>The names of variables, questions and requests in a ledger of an evaluation, in one place, so that what was released is found again.</summary>
public static class ReleaseWords
{
    /// <summary>Which waves a ledger is about: the only wave or the one before the course, with what the same people said later.</summary>
    public const string Scope = "base";

    /// <summary>The groups of <see cref="PeopleGroups.Sectors"/>.</summary>
    public const string Sector = "sector";

    /// <summary>The groups of <see cref="PeopleGroups.Roles"/>.</summary>
    public const string Role = "role";

    /// <summary>What the same people answered straight after the course.</summary>
    public const string StraightAfter = "straight-after";

    /// <summary>What the same people answered at the follow-up.</summary>
    public const string FollowUp = "follow-up";

    /// <summary>At which later stages the same people gave a score too.</summary>
    public const string Reached = "reached";

    /// <summary>The value of a later answer of somebody who gave none or was not matched.</summary>
    public const string None = "none";

    /// <summary>Values of <see cref="Reached"/>.</summary>
    public const string ReachedAfter = "after";

    /// <summary>Values of <see cref="Reached"/>.</summary>
    public const string ReachedFollowUp = "follow-up";

    /// <summary>Values of <see cref="Reached"/>.</summary>
    public const string ReachedBoth = "both";

    /// <summary>The question under which the sizes of groups of raters are released.</summary>
    public const string Raters = "raters";

    /// <summary>The question under which a score's groups are released.</summary>
    public static string Score(string name) => "score:" + name;

    /// <summary>The question under which verdicts on a score's changes are released.</summary>
    public static string Verdicts(string name, string later) => $"verdict:{name}:{later}";

    /// <summary>The question under which what managers answered is released.</summary>
    public static string ByManagers(string name) => "managers:" + name;

    /// <summary>The question under which the own answers of the people whom these managers rated are released.</summary>
    public static string OfTheRated(string name) => "rated-by-managers:" + name;

    /// <summary>The verdicts on one person's change, in the order of their columns.</summary>
    public static IReadOnlyList<string> VerdictCodes { get; } = ["rose", "within-error", "fell"];

    /// <summary>A request for the answers to a question, by one variable or by none.</summary>
    public static TableRequest Answers(string question, string? by = null) =>
        Request(question, by is null ? [] : [by]);

    /// <summary>A request for the sizes of groups of which a mean is to be shown.</summary>
    public static TableRequest Mean(string question, string? by = null) =>
        Request(question, by is null ? [] : [by], measure: Measure.Mean);

    /// <summary>A request for the size of the group that gave a score at a later stage too.</summary>
    public static TableRequest MeanOfMatched(string question, string later) =>
        Request(
            question,
            [],
            new Dictionary<string, IReadOnlyList<string>>
            {
                [Reached] =
                    later == StraightAfter
                        ? [ReachedAfter, ReachedBoth]
                        : [ReachedFollowUp, ReachedBoth],
            },
            Measure.Mean
        );

    private static TableRequest Request(
        string question,
        IReadOnlyList<string> by,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? filters = null,
        Measure measure = Measure.Answers
    ) =>
        TableRequest
            .Create(question, by, filters, measure)
            .Match(request => request, issue => throw new InvalidOperationException(issue.Text));
}
