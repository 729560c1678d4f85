using Waymark.Content;
using Waymark.Instruments;

namespace Waymark.Features.Shared.Reading;

/// <summary>Reads factors from the answers of an open form. Pure.</summary>
public static class FactorReader
{
    /// <summary>Every factor of the form's instrument, in order.</summary>
    public static IReadOnlyList<FactorReading> Read(Form form) =>
        [.. Factor.Of(form.Instrument).Select(factor => Read(form, factor))];

    private static FactorReading Read(Form form, Factor factor)
    {
        var questions = InstrumentPages
            .Questions(factor.Group)
            .Where(q => q.LinkId != factor.Id && form.IsEnabled(q.LinkId))
            .Select(q => (Question: q, Answers: form.Answers(q.LinkId)))
            .Where(q => q.Answers.Count > 0)
            .ToList();
        return new(
            factor,
            form.Answers(factor.Id).OfType<CodingAnswer>().FirstOrDefault(),
            [
                .. questions
                    .Where(q => q.Question.Type != ItemType.Boolean)
                    .Select(q => ReadAnswerOf(q.Question, q.Answers)),
            ],
            [
                .. questions
                    .Where(q => q.Question.LinkId == factor.Id + ".source")
                    .SelectMany(q => q.Answers.OfType<CodingAnswer>().Select(c => c.Code)),
            ],
            questions
                .Where(q => q.Question.LinkId == factor.Id + ".date")
                .SelectMany(q => q.Answers.OfType<DateAnswer>().Select(d => (PartialDate?)d.Value))
                .FirstOrDefault(),
            questions.Exists(q =>
                q.Question.LinkId == factor.Id + ".talk-over"
                && q.Answers is [BooleanAnswer { Value: true }]
            ),
            InstrumentPages.PageOf(factor.Group)?.LinkId ?? factor.Group.LinkId
        );
    }

    /// <summary>One question and its answers as people read them.</summary>
    public static ReadAnswer ReadAnswerOf(
        ItemDefinition question,
        IReadOnlyList<AnswerValue> answers
    ) =>
        new(
            question.LinkId,
            question.Text,
            AnswerWords.Of(question, answers),
            question.ExtensionString(ContentUrls.Verbatim) == "true"
        );
}
