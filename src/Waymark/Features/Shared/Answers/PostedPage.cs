using System.Globalization;
using Waymark.Components.Questions;
using Waymark.Features.Shared.Forms;
using Waymark.Features.Shared.Reading;
using Waymark.Instruments;

namespace Waymark.Features.Shared.Answers;

/// <summary>
/// What one posted page does to the answers. Pure. Each answer stands on its own: good ones are taken, a bad one is refused
/// by code and stays on the page to be mended, one that would overwrite somebody's newer answer is kept beside it.
/// </summary>
public static class PostedPage
{
    private static readonly CultureInfo s_culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>Applies the fields to the form, which afterwards holds every answer that was taken.</summary>
    /// <param name="form">The answers as they are now.</param>
    /// <param name="page">The page that was posted.</param>
    /// <param name="posted">What was posted.</param>
    /// <param name="newer">Answers that somebody gave after the page was shown: by linkId, what stood there before.</param>
    public static PostedOutcome Apply(
        Form form,
        ItemDefinition page,
        PostedAnswers posted,
        IReadOnlyDictionary<string, IReadOnlyList<AnswerValue>> newer
    )
    {
        var questions = InstrumentPages.Questions(page).ToList();
        var outcome = new PostedOutcome([], [], [], []);
        if (posted.HasStrangers(questions))
        {
            outcome.Errors.Add(
                new(
                    "",
                    "This page does not ask for everything that was sent. Reload it and give your answer again",
                    "not-on-this-page"
                )
            );
        }
        var waiting = new List<(ItemDefinition Question, IReadOnlyList<AnswerValue> Values)>();
        foreach (
            var question in questions.Where(q =>
                posted.Asked(q) && !posted.Refused.Contains(q.LinkId)
            )
        )
        {
            var parsed = AnswerText.Parse(question, posted.FieldsOf(question), s_culture);
            if (parsed.Issues.Count > 0)
            {
                outcome.Errors.AddRange(parsed.Issues.Select(i => Error(question, i.Text, i.Code)));
            }
            else
            {
                waiting.Add((question, parsed.Values));
            }
        }
        ApplyUntilNothingMoves(form, waiting, newer, outcome);
        outcome.Kept.AddRange(
            questions
                .Where(q => !form.IsEnabled(q.LinkId) && form.Answers(q.LinkId).Count > 0)
                .Select(q => q.LinkId)
        );
        return outcome;
    }

    private static FieldError Error(ItemDefinition question, string message, string code) =>
        new(QuestionFields.FirstFieldId(question, question.LinkId), message, code)
        {
            LinkId = question.LinkId,
        };

    /// <summary>An answer may enable a question that stands above it: those that are refused as disabled are tried again.</summary>
    private static void ApplyUntilNothingMoves(
        Form form,
        List<(ItemDefinition Question, IReadOnlyList<AnswerValue> Values)> waiting,
        IReadOnlyDictionary<string, IReadOnlyList<AnswerValue>> newer,
        PostedOutcome outcome
    )
    {
        for (var moved = true; moved && waiting.Count > 0; )
        {
            moved = false;
            foreach (var (question, values) in waiting.ToList())
            {
                var before = form.Answers(question.LinkId);
                if (before.SequenceEqual(values))
                {
                    waiting.Remove((question, values));
                    continue;
                }
                if (!form.IsEnabled(question.LinkId))
                {
                    continue;
                }
                waiting.Remove((question, values));
                moved = true;
                if (newer.TryGetValue(question.LinkId, out var shown))
                {
                    if (!shown.SequenceEqual(values))
                    {
                        outcome.Collisions.Add(new(question.LinkId, before, values));
                    }
                    continue;
                }
                Take(form, question, before, values, outcome);
            }
        }
        foreach (var (question, values) in waiting.Where(w => w.Values.Count > 0))
        {
            outcome.Errors.Add(
                Error(
                    question,
                    $"You wrote something under “{question.Text}”, but the answer above it says it does not apply. "
                        + "Change that answer, or clear what you wrote",
                    "answer-to-disabled-question"
                )
            );
        }
    }

    private static void Take(
        Form form,
        ItemDefinition question,
        IReadOnlyList<AnswerValue> before,
        IReadOnlyList<AnswerValue> values,
        PostedOutcome outcome
    )
    {
        var set = form.Set(question.LinkId, values);
        if (set.Issues.Count > 0)
        {
            outcome.Errors.AddRange(set.Issues.Select(i => Error(question, i.Text, i.Code)));
        }
        else
        {
            outcome.Changes.Add(new(question.LinkId, before, values));
        }
    }
}

/// <summary>What came of a posted page.</summary>
/// <param name="Changes">The answers that were taken.</param>
/// <param name="Errors">What was refused, by field; an empty field name is about the whole page.</param>
/// <param name="Collisions">Answers that somebody else gave differently meanwhile.</param>
/// <param name="Kept">Questions that no longer apply but keep an answer: it is left out and said.</param>
public sealed record PostedOutcome(
    List<AnswerChange> Changes,
    List<FieldError> Errors,
    List<AnswerClash> Collisions,
    List<string> Kept
);

/// <summary>One answer that was taken.</summary>
public sealed record AnswerChange(
    string Path,
    IReadOnlyList<AnswerValue> Before,
    IReadOnlyList<AnswerValue> After
);

/// <summary>Two answers to one question, the one that stands and the one that came second.</summary>
public sealed record AnswerClash(
    string Path,
    IReadOnlyList<AnswerValue> Standing,
    IReadOnlyList<AnswerValue> Second
);
