using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Waymark.Components.Questions;
using Waymark.Content;
using Waymark.Documents.ActNow;
using Waymark.Features.Children;
using Waymark.Features.Concerns.ActNow;
using Waymark.Features.Settings;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Answers;
using Waymark.Features.Shared.Forms;
using Waymark.Features.Shared.Reading;
using Waymark.Instruments;

namespace Waymark.Features.OpenSafetyCheck;

/// <summary>
/// The safety check for anyone, without an account. Each step posts the answers so far, sealed, and gets the next page as
/// the answer: nothing is stored, logged or cached here (ADR 0004). There is no cookie and so no anti-forgery token: a
/// forged post could only show its victim a page.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class OpenCheckPage(
    ContentLibrary content,
    OpenSafetyCheckSwitch openCheck,
    SealedAnswers sealedAnswers,
    TimeProvider clock
) : PageModel
{
    private const string AtField = "_at";

    private readonly DateTimeOffset _now = clock.GetUtcNow();

    /// <summary>The answers so far.</summary>
    public Form Form { get; private set; } = null!;

    /// <summary>The page of the check, or null where the sheet is shown.</summary>
    public ItemDefinition? Item { get; private set; }

    /// <summary>All pages of the check, in order.</summary>
    public IReadOnlyList<ItemDefinition> Pages { get; private set; } = [];

    /// <summary>The sheet, once the last page is answered.</summary>
    public ActNowSheet? Sheet { get; private set; }

    /// <summary>The actions behind the sheet's steps.</summary>
    public IReadOnlyList<ActionReading> Actions { get; private set; } = [];

    /// <summary>Questions left unanswered; the sheet says so.</summary>
    public IReadOnlyList<FactorReading> Unanswered { get; private set; } = [];

    /// <summary>What is wrong with what was posted.</summary>
    public List<FieldError> Errors { get; } = [];

    /// <summary>What was typed and refused, to be shown again.</summary>
    public IReadOnlyDictionary<ItemPath, PostedFields> Typed { get; private set; } =
        new Dictionary<ItemPath, PostedFields>();

    /// <summary>Whether answers were sent that were too old or altered.</summary>
    public bool StartedAgain { get; private set; }

    /// <summary>The answers so far, sealed, for the page to carry.</summary>
    public string Sealed => sealedAnswers.Seal(Form.ToDraftJson());

    /// <summary>The number of the page, from 1.</summary>
    public int Number =>
        Item is null ? Pages.Count : Pages.Index().First(p => p.Item == Item).Index + 1;

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        if (!await openCheck.IsOnAsync(HttpContext.RequestAborted))
        {
            context.Result = NotFound();
            return;
        }
        await next();
    }

    public void OnGet()
    {
        Begin(null);
        Item = Pages[0];
    }

    public IActionResult OnPost()
    {
        if (!Begin(Request.Form[SealedAnswers.Field]))
        {
            Item = Pages[0];
            return Page();
        }
        var at = Pages.FirstOrDefault(p => p.LinkId == Request.Form[AtField]);
        if (Request.Form.ContainsKey(BackForm.Field))
        {
            Item = at is null
                ? Pages[^1]
                : Pages[Math.Max(0, Pages.Index().First(p => p.Item == at).Index - 1)];
            return Page();
        }
        if (at is null)
        {
            Show();
            return Page();
        }
        Take(at);
        if (Errors.Count > 0)
        {
            Item = at;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }
        if (at == Pages[^1])
        {
            Show();
        }
        else
        {
            Item = Pages[Pages.Index().First(p => p.Item == at).Index + 1];
        }
        return Page();
    }

    /// <summary>The sheet as a Word document.</summary>
    public IActionResult OnPostWord()
    {
        if (!Begin(Request.Form[SealedAnswers.Field]))
        {
            Item = Pages[0];
            return Page();
        }
        Show();
        return File(
            ActNowSheetDocument.Build(Sheet!),
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            $"act-now-{UkTime.DateOf(_now):yyyy-MM-dd}.docx"
        );
    }

    /// <summary>Opens the answers that came with the post; false when there were none to trust, and an empty check was begun.</summary>
    private bool Begin(string? sealedDraft)
    {
        var folder = content.NewestSafetyCheck();
        Pages = InstrumentPages.Of(folder.Instrument);
        if (
            sealedAnswers.Open(sealedDraft) is { } draft
            && Form.Resume(folder.Instrument, draft, new EvaluationContext(_now)).Value is { } form
        )
        {
            Form = form;
            return true;
        }
        Form = StartedResponses.StartForm(folder, AgeBand.NotKnown, _now);
        StartedAgain = sealedDraft is not null;
        return false;
    }

    private void Take(ItemDefinition page)
    {
        var posted = PostedAnswers.Of(Request.Form, HttpContext);
        var outcome = PostedPage.Apply(
            Form,
            page,
            posted,
            new Dictionary<string, IReadOnlyList<AnswerValue>>()
        );
        Errors.AddRange(PostedAnswers.Refusals(HttpContext));
        Errors.AddRange(outcome.Errors);
        Typed = posted.Fields;
    }

    private void Show()
    {
        var folder = content.NewestSafetyCheck();
        var reading = RecordReader.Read([(folder, Form)], content, UkTime.DateOf(_now));
        Actions = reading.Actions;
        Unanswered = [.. reading.Factors.Where(f => f.Presence is null)];
        Sheet = SheetBuilder.Build(
            reading,
            content.Routes,
            reference: null,
            agency: null,
            $"{folder.Instrument.Title}, version {folder.Version}",
            _now
        );
    }
}
