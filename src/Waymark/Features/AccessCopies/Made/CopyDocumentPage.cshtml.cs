using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Waymark.Content;
using Waymark.Data;
using Waymark.Documents;
using Waymark.Documents.Word;

namespace Waymark.Features.AccessCopies.Made;

/// <summary>The copy itself: to read, as a Word document, and as data. There is none while a passage waits for a decision.</summary>
public sealed class CopyDocumentPage(WaymarkDb db, ContentLibrary content, TimeProvider clock)
    : CopyPage(db, content, clock)
{
    /// <summary>The document.</summary>
    public Document Document { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await ComposeAsync(cancellation) ? Page() : ToReview();

    /// <summary>The copy as a Word document.</summary>
    public async Task<IActionResult> OnGetWordAsync(CancellationToken cancellation)
    {
        if (!await ComposeAsync(cancellation))
        {
            return ToReview();
        }
        await WriteDownAsync("word", cancellation);
        return File(
            WordFile.Write(Document),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            FileName("docx")
        );
    }

    /// <summary>The copy as data, sent part by part.</summary>
    public async Task<IActionResult> OnGetDataAsync(CancellationToken cancellation)
    {
        if (!await ComposeAsync(cancellation))
        {
            return ToReview();
        }
        await WriteDownAsync("data", cancellation);
        Response.ContentType = "application/json; charset=utf-8";
        Response.Headers.ContentDisposition = $"attachment; filename=\"{FileName("json")}\"";
        await AccessCopyData.WriteAsync(Response.Body, Record, Sections, Redaction, cancellation);
        return new EmptyResult();
    }

    private RedirectResult ToReview() => Redirect($"/children/{Child.Id}/access-copy");

    private async Task<bool> ComposeAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (Redaction.Undecided.Count > 0)
        {
            return false;
        }
        Document = AccessCopyDocument.Compose(Record, Sections, Redaction);
        return true;
    }

    /// <summary>That a copy was made, what was withheld by the decisions' ids, and who decided.</summary>
    private async Task WriteDownAsync(string format, CancellationToken cancellation)
    {
        Db.Events.Add(
            ChildEvent(
                EventKinds.AccessCopyMade,
                after: JsonSerializer.Serialize(
                    new
                    {
                        format,
                        withheld = Redaction.Withheld.Select(d => new
                        {
                            id = d.Id,
                            decidedBy = d.DecidedById,
                        }),
                    }
                )
            )
        );
        await Db.SaveChangesAsync(cancellation);
    }

    private string FileName(string ending)
    {
        var safe = string.Concat(
            Child.Reference.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        );
        return $"record-copy-{safe}-{UkTime.DateOf(Now):yyyy-MM-dd}.{ending}";
    }
}
