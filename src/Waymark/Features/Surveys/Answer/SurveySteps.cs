using Waymark.Features.Shared.Reading;
using Waymark.Instruments;

namespace Waymark.Features.Surveys.Answer;

/// <summary>One question of a survey as a page of its own.</summary>
/// <param name="Question">The question.</param>
/// <param name="Group">The group it stands in, whose name is the page's caption.</param>
/// <param name="Before">What the group says before its first question.</param>
public sealed record SurveyStep(
    ItemDefinition Question,
    ItemDefinition Group,
    IReadOnlyList<ItemDefinition> Before
);

/// <summary>The pages of a survey as the answers so far have it. Pure.</summary>
public static class SurveySteps
{
    /// <summary>The survey's hidden question of who is answering.</summary>
    public const string AnsweredBy = "answered_by";

    /// <summary>An empty survey for a respondent or a manager.</summary>
    public static Form Begin(Instrument instrument, ResponseBy by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(instrument);
        var form = Form.Start(instrument, new EvaluationContext(now));
        if (instrument.Find(AnsweredBy) is { } who)
        {
            var code = by == ResponseBy.Manager ? "manager" : "respondent";
            form.SetByApplication(
                AnsweredBy,
                [
                    who
                        .Options.Select(o => o.Value)
                        .OfType<CodingAnswer>()
                        .Single(c => c.Code == code),
                ]
            );
        }
        return form;
    }

    /// <summary>The questions that apply, in order.</summary>
    public static IReadOnlyList<SurveyStep> Of(Form form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return
        [
            .. form
                .Instrument.Items.Where(group => group.Type == ItemType.Group && !group.Hidden)
                .SelectMany(group =>
                    InstrumentPages
                        .Questions(group)
                        .Where(question => form.IsEnabled(question.LinkId))
                        .Select(question => new SurveyStep(
                            question,
                            group,
                            [
                                .. group
                                    .Items.TakeWhile(item => !item.IsQuestion)
                                    .Where(item => item.Type == ItemType.Display),
                            ]
                        ))
                ),
        ];
    }
}
