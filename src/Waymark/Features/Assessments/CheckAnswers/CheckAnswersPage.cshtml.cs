using Microsoft.AspNetCore.Mvc;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Answers;
using Waymark.Features.Shared.Reading;
using Waymark.Instruments;

namespace Waymark.Features.Assessments.CheckAnswers;

/// <summary>Every answer of the assessment on one page, with what was kept but left out, what is not known and what to talk over.</summary>
public sealed class CheckAnswersPage(WaymarkDb db, ContentLibrary content, TimeProvider clock)
    : ConcernPage(db, clock)
{
    /// <summary>The pages with their answers.</summary>
    public IReadOnlyList<AnsweredPage> Answered { get; private set; } = [];

    /// <summary>What the rules make of it.</summary>
    public RecordReading Reading { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        var record = await OpenRecord.LoadAsync(Db, content, Concern, Now, cancellation);
        if (record.Assessment is not { } assessment)
        {
            return Redirect($"/concerns/{Concern.Id}/assessment");
        }
        Reading = record.Read(content, Now);
        Answered =
        [
            .. InstrumentPages
                .Of(assessment.Form.Instrument)
                .Select(page => AnsweredPage.Of(assessment.Form, page)),
        ];
        return Page();
    }
}

/// <summary>One page with the answers that count and those that are kept but left out.</summary>
public sealed record AnsweredPage(
    ItemDefinition Page,
    IReadOnlyList<ReadAnswer> Counted,
    IReadOnlyList<ReadAnswer> LeftOut,
    int Unanswered
)
{
    internal static AnsweredPage Of(Form form, ItemDefinition page)
    {
        var questions = InstrumentPages.Questions(page).ToList();
        return new(
            page,
            Read(form, questions.Where(q => form.IsEnabled(q.LinkId))),
            Read(form, questions.Where(q => !form.IsEnabled(q.LinkId))),
            questions.Count(q => Factor.IsPresence(q) && form.Answers(q.LinkId).Count == 0)
        );
    }

    private static IReadOnlyList<ReadAnswer> Read(
        Form form,
        IEnumerable<ItemDefinition> questions
    ) =>
        [
            .. questions
                .Select(q => (Question: q, Answers: form.Answers(q.LinkId)))
                .Where(q => q.Answers.Count > 0)
                .Select(q => FactorReader.ReadAnswerOf(q.Question, q.Answers)),
        ];
}
