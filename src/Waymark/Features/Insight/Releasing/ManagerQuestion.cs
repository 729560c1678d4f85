using Waymark.Content.Surveys;
using Waymark.Features.Surveys.Answer;
using Waymark.Features.Surveys.Codebook;

namespace Waymark.Features.Insight.Releasing;

/// <summary>A question that only managers are asked at the follow-up, with the respondent's own question about the same.</summary>
/// <param name="Name">The name of its column.</param>
/// <param name="Wording">Its words.</param>
/// <param name="Own">The name of the respondent's own question: the one of the same topic with the same answers; null where there is none.</param>
/// <param name="OwnWording">Its words.</param>
/// <param name="Answers">The answers, in the order offered.</param>
public sealed record ManagerQuestion(
    string Name,
    string Wording,
    string? Own,
    string? OwnWording,
    IReadOnlyList<AnswerWords> Answers
)
{
    /// <summary>The questions for managers of a follow-up that take one answer from a list, in its order.</summary>
    public static IReadOnlyList<ManagerQuestion> Of(SurveyColumns followUp)
    {
        ArgumentNullException.ThrowIfNull(followUp);
        var choices = followUp
            .Where(column => column.Kind == SurveyColumnKind.Choice && !column.Question.Item.Hidden)
            .ToLookup(IsForManagers);
        return
        [
            .. choices[true]
                .Select(column =>
                {
                    var own = choices[false]
                        .FirstOrDefault(other =>
                            column.Question.Topic is { } topic
                            && other.Question.Topic == topic
                            && Codes(other).SequenceEqual(Codes(column))
                        );
                    return new ManagerQuestion(
                        column.Name,
                        column.Wording,
                        own?.Name,
                        own?.Wording,
                        [
                            .. column.Question.Answers.Select(answer => new AnswerWords(
                                answer.Code,
                                answer.Label
                            )),
                        ]
                    );
                }),
        ];
    }

    private static IEnumerable<(string, short)> Codes(SurveyColumn column) =>
        column.Question.Answers.Select(answer => (answer.Code, answer.Number));

    private static bool IsForManagers(SurveyColumn column) =>
        column.Question.Asked.Any(set =>
            set.Conditions.Any(condition =>
                condition
                    is {
                        Question: SurveySteps.AnsweredBy,
                        Kind: SurveyConditionKind.Is,
                        Code: "manager"
                    }
            )
        );
}

/// <summary>An answer's code and its words.</summary>
/// <param name="Code">The code.</param>
/// <param name="Label">The words.</param>
public sealed record AnswerWords(string Code, string Label);
