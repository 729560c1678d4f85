using Waymark.Content.Reference;
using Waymark.Features.Insight.Reading;
using Waymark.Features.Insight.Releasing;
using Waymark.Features.Surveys;
using Waymark.Statistics.Disclosure;

namespace Waymark.Features.Insight;

/// <summary>Everything that was released of an evaluation, ready to be read by pages and by the report alike. Pure.</summary>
/// <param name="Evaluation">The evaluation.</param>
/// <param name="Ledger">The released tables.</param>
/// <param name="Figures">The figures beside them.</param>
/// <param name="Questions">The questions of the first wave.</param>
/// <param name="Study">The study of 2014.</param>
/// <param name="ReleasedAt">When it was decided last.</param>
public sealed record Results(
    Evaluation Evaluation,
    ReleaseLedger Ledger,
    ReleasedFigures Figures,
    InsightQuestions Questions,
    ReferenceStudy Study,
    DateTimeOffset ReleasedAt
)
{
    /// <summary>The later stages, in their order, with their words.</summary>
    public static IReadOnlyList<(string Name, string Words)> LaterStages { get; } =
    [
        (ReleaseWords.StraightAfter, "straight after the course"),
        (ReleaseWords.FollowUp, "six to eight weeks later"),
    ];

    /// <summary>Whether it asked anything that is answered yes or no.</summary>
    public bool HasNeeds => Questions.YesOrNo.Count > 0;

    /// <summary>Whether it asked what the study of 2014 asked about.</summary>
    public bool HasBridge =>
        Questions.YesOrNo.Any(question =>
            Study.Figures.Any(figure => figure.Topic == question.Question.Topic)
        );

    /// <summary>Whether a later wave is closed.</summary>
    public bool HasChange => Figures.Flow.Count > 1;

    /// <summary>Whether it asked people to rate items.</summary>
    public bool HasAgreement => Questions.Rated.Count > 0;

    /// <summary>What people are told apart by: "agency" or "sector".</summary>
    public string GroupedBy => Questions.ByAgency ? "agency" : "sector";

    /// <summary>The heading of what is said of agreement.</summary>
    public string AgreementTitle =>
        Questions.ByAgency ? "How far agencies agree" : "How far professions agree";

    /// <summary>Whether it asked for self-efficacy.</summary>
    public bool HasSelfEfficacy => Questions.Domains.Count > 0;

    /// <summary>Needs by sector.</summary>
    public NeedsTable NeedsBySector =>
        NeedsTable.Of(
            Ledger,
            Questions,
            Study,
            ReleaseWords.Sector,
            Figures.Sectors,
            NeedsTable.PopulationOf(Evaluation.PopulationJson)
        );

    /// <summary>Needs by role, of one sector.</summary>
    public NeedsTable NeedsByRole(string sector) =>
        NeedsTable.Of(
            Ledger,
            Questions,
            Study,
            ReleaseWords.Role,
            [
                .. Figures.Roles.Where(role =>
                    role.Code.StartsWith(sector + "/", StringComparison.Ordinal)
                ),
            ],
            new Dictionary<string, double>()
        );

    /// <summary>The later stages that are closed.</summary>
    public IReadOnlyList<(string Name, string Words)> ClosedLater =>
        [.. LaterStages.Where(stage => Figures.Flow.Any(flow => flow.Stage == stage.Name))];

    /// <summary>Changes of answers to one later stage; null for a question of which too few can be told.</summary>
    public IReadOnlyList<(string Wording, AnswerChange? Change)> AnswerChanges(string later) =>
        [
            .. Questions
                .YesOrNo.Where(question => question.Question.Topic != "case-type")
                .Select(question =>
                    (
                        question.Wording,
                        Change: AnswerChange.Of(Ledger, question, later),
                        WasAsked: Ledger.Find(ReleaseWords.Answers(question.Name, later))
                            is not null
                    )
                )
                .Where(entry => entry.WasAsked || later == ReleaseWords.StraightAfter)
                .Select(entry => (entry.Wording, entry.Change)),
        ];

    /// <summary>What managers said at the follow-up; empty where none were asked.</summary>
    public IReadOnlyList<ManagerAnswers> ManagerAnswers =>
        [
            .. (Figures.Managers ?? []).Select(question =>
                Reading.ManagerAnswers.Of(Ledger, question)
            ),
        ];

    /// <summary>Scores of single questions.</summary>
    public IReadOnlyList<ScoreFigures> Scales =>
        [.. Figures.Scores.Where(score => !score.IsDomain)];

    /// <summary>Scores of domains.</summary>
    public IReadOnlyList<ScoreFigures> Domains =>
        [.. Figures.Scores.Where(score => score.IsDomain)];

    /// <summary>The items that were rated.</summary>
    public IReadOnlyList<RatedItem> RatedItems =>
        [.. Questions.Rated.Select(item => RatedItem.Of(Ledger, item, Figures.Sectors))];

    /// <summary>How many people's scores rose, stayed within the error, and fell, as shares; null where there are too few to say.</summary>
    public IReadOnlyList<Figure?>? Verdicts(string score, string later)
    {
        var table = Ledger.Find(ReleaseWords.Answers(ReleaseWords.Verdicts(score, later)));
        return table is null
            ? null
            :
            [
                .. ReleaseWords.VerdictCodes.Select(
                    (_, i) => table.Share(table.Total, i) is { } share ? Figure.Of(share) : null
                ),
            ];
    }

    /// <summary>The words of a group's code.</summary>
    public string GroupLabel(string code) =>
        code == "all"
            ? "Everybody"
            : Figures.Sectors.FirstOrDefault(group => group.Code == code)?.Label ?? code;
}
