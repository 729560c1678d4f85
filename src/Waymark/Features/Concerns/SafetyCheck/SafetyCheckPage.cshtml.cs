using Microsoft.AspNetCore.Mvc;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Shared.Answers;
using Waymark.Instruments;

namespace Waymark.Features.Concerns.SafetyCheck;

/// <summary>The safety check: one question on each page, then the act-now sheet.</summary>
public sealed class SafetyCheckPage(
    WaymarkDb db,
    ContentLibrary content,
    AnswerSave answers,
    TimeProvider clock
) : InstrumentPage(db, content, answers, clock)
{
    protected override string InstrumentUrl => InstrumentNames.SafetyCheck;

    public override string AddressOf(ItemDefinition page) =>
        $"/concerns/{Concern.Id}/safety-check/{page.LinkId}";

    public IActionResult OnGet(string? pageId)
    {
        if (!Find(pageId ?? "page.a1"))
        {
            return NotFound();
        }
        return pageId is null ? Redirect(AddressOf(FirstUnanswered())) : Page();
    }

    public Task<IActionResult> OnPostAsync(string pageId, CancellationToken cancellation) =>
        SaveAsync(pageId, cancellation);

    protected override string AddressAfter() =>
        Next is { } next ? AddressOf(next) : $"/concerns/{Concern.Id}/act-now";

    private ItemDefinition FirstUnanswered() =>
        Pages.FirstOrDefault(p => Open.Form.Answers(p.Items[0].LinkId).Count == 0) ?? Pages[0];
}
