using Microsoft.AspNetCore.Mvc;
using Waymark.Content;
using Waymark.Data;
using Waymark.Documents;
using Waymark.Documents.Decisions;
using Waymark.Documents.Referrals;
using Waymark.Documents.Word;
using Waymark.Features.Shared;
using DecisionKind = Waymark.Features.Assessments.Decide.DecisionKind;

namespace Waymark.Features.Assessments.Documents;

/// <summary>The referral, or the record of a decision not to refer or to ask first: to read, to print, and as a Word document.</summary>
public sealed class DecisionDocumentPage(WaymarkDb db, ContentLibrary content, TimeProvider clock)
    : ConcernPage(db, clock)
{
    /// <summary>The document.</summary>
    public Document Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await LoadAsync(cancellation) is null
            ? Redirect($"/concerns/{Concern.Id}/decision")
            : Page();

    public async Task<IActionResult> OnGetWordAsync(CancellationToken cancellation)
    {
        if (await LoadAsync(cancellation) is not { } name)
        {
            return Redirect($"/concerns/{Concern.Id}/decision");
        }
        Db.Events.Add(Event(EventKinds.DocumentMade, Concern.Id, place: name));
        await Db.SaveChangesAsync(cancellation);
        return File(
            WordFile.Write(Document),
            WordMedia.Type,
            WordMedia.FileName(name, Child.Reference, Now)
        );
    }

    /// <summary>Composes the document and returns its name; null while there is no decision that stands.</summary>
    private async Task<string?> LoadAsync(CancellationToken cancellation)
    {
        var record = await RecordForDocuments.LoadAsync(
            Db,
            content,
            Concern,
            Child,
            Me,
            Now,
            cancellation
        );
        if (record.Decision is not { } decision)
        {
            return null;
        }
        var (name, document) = decision.Kind switch
        {
            DecisionKind.Refer => (
                "referral",
                ReferralDocument.Compose(ReferralBuilder.Build(record))
            ),
            DecisionKind.DoNotRefer => (
                "decision-not-to-refer",
                DecisionRecordDocument.Compose(DecisionRecordBuilder.Build(record))
            ),
            DecisionKind.Consult => (
                "request-for-consultation",
                DecisionRecordDocument.Compose(DecisionRecordBuilder.Build(record))
            ),
        };
        Document = document;
        return name;
    }
}
