using Microsoft.AspNetCore.Mvc;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Shared.Answers;
using Waymark.Instruments;

namespace Waymark.Features.Assessments.Answer;

/// <summary>One group of factors of the assessment.</summary>
public sealed class AnswerPage(
    WaymarkDb db,
    ContentLibrary content,
    AnswerSave answers,
    TimeProvider clock
) : InstrumentPage(db, content, answers, clock)
{
    protected override string InstrumentUrl => InstrumentNames.Assessment;

    public override string AddressOf(ItemDefinition page) =>
        $"/concerns/{Concern.Id}/assessment/{page.LinkId}";

    public IActionResult OnGet(string pageId) => Find(pageId) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(string pageId, CancellationToken cancellation) =>
        SaveAsync(pageId, cancellation);

    protected override string AddressAfter() =>
        Next is { } next && next.Parent == Item.Parent
            ? AddressOf(next)
            : $"/concerns/{Concern.Id}/assessment";
}
