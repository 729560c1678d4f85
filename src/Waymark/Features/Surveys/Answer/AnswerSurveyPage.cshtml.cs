using System.Security.Claims;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Waymark.Components.Questions;
using Waymark.Content;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Answers;
using Waymark.Features.Shared.Forms;
using Waymark.Instruments;

namespace Waymark.Features.Surveys.Answer;

/// <summary>
/// A survey, one question a page. Each step posts the answers so far, sealed, and gets the next page as the answer: nothing is stored, logged or
/// cached before they are sent. There is no cookie and so no anti-forgery token: a forged post has no link to use up.
/// </summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class AnswerSurveyPage(
    ContentLibrary content,
    SealedSurvey sealedSurvey,
    SurveySubmission submission,
    TimeProvider clock
) : PageModel
{
    /// <summary>Names the question that was answered.</summary>
    public const string AtField = "_at";

    /// <summary>Asks for a question by its linkId, to change its answer.</summary>
    public const string ChangeField = "_change";

    /// <summary>Whether the question was asked for from the check of answers, to which it leads back.</summary>
    public const string ReturnField = "_return";

    /// <summary>Sends the answers.</summary>
    public const string SendField = "_send";

    private SurveyAnswers _answers = null!;

    /// <summary>The answers so far.</summary>
    public Form Form { get; private set; } = null!;

    /// <summary>The pages, as the answers so far have it.</summary>
    public IReadOnlyList<SurveyStep> Steps { get; private set; } = [];

    /// <summary>The page; null where the answers are checked or the link does not work.</summary>
    public SurveyStep? Step { get; private set; }

    /// <summary>Whether there is something to show.</summary>
    public bool Works { get; private set; }

    /// <summary>Whether the page leads back to the check of answers.</summary>
    public bool Returns { get; private set; }

    /// <summary>What is wrong with what was posted.</summary>
    public List<FieldError> Errors { get; } = [];

    /// <summary>What was typed and refused, to be shown again.</summary>
    public IReadOnlyDictionary<ItemPath, PostedFields> Typed { get; private set; } =
        new Dictionary<ItemPath, PostedFields>();

    /// <summary>The answers so far, sealed, for the page to carry.</summary>
    public string Sealed => sealedSurvey.Seal(_answers with { Draft = Form.ToDraftJson() });

    /// <summary>The number of the page, from 1.</summary>
    public int Number => Place(Step?.Question.LinkId) + 1;

    /// <summary>The question as the components ask it.</summary>
    public QuestionsOptions Question =>
        new()
        {
            Form = Form,
            Items = [(ItemPath)Step!.Question.LinkId],
            Errors = Errors
                .Where(e => e.LinkId is not null)
                .DistinctBy(e => e.LinkId)
                .ToDictionary(e => (ItemPath)e.LinkId!, e => e.Message),
            Posted = Typed,
            FirstQuestionIsHeading = true,
        };

    /// <summary>A survey begins with its link.</summary>
    public void OnGet() => Refuse();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!Open())
        {
            Refuse();
            return Page();
        }
        if (Request.Form.ContainsKey(SendField))
        {
            if (await submission.SendAsync(_answers, Form, cancellation))
            {
                return Redirect("/surveys/answered");
            }
            Refuse();
            return Page();
        }
        Move();
        return Page();
    }

    /// <summary>Takes the answer that came and finds the page that comes next.</summary>
    private void Move()
    {
        Returns = Request.Form.ContainsKey(ReturnField);
        var at = Request.Form[AtField].ToString();
        if (Request.Form[ChangeField].ToString() is { Length: > 0 } change)
        {
            (Step, Returns) = (Find(change), true);
            return;
        }
        var place = Place(at);
        if (Request.Form.ContainsKey(BackForm.Field))
        {
            // From the check of answers, back is the last question.
            Step = Steps.ElementAtOrDefault(Math.Max(0, (place < 0 ? Steps.Count : place) - 1));
            return;
        }
        if (place < 0)
        {
            Step = Steps is [var first, ..] ? first : null;
            return;
        }
        Take(Steps[place]);
        if (Errors.Count > 0)
        {
            Step = Steps[place];
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }
        Steps = SurveySteps.Of(Form);
        Step = Returns ? null : Steps.ElementAtOrDefault(Place(at) + 1);
    }

    private void Take(SurveyStep step)
    {
        var posted = PostedAnswers.Of(Request.Form, HttpContext);
        Typed = posted.Fields;
        Errors.AddRange(PostedAnswers.Refusals(HttpContext));
        if (posted.HasStrangers([step.Question]))
        {
            Errors.Add(
                new(
                    "",
                    "This page does not ask for everything that was sent. Give your answer again",
                    "not-on-this-page"
                )
            );
        }
        if (Errors.Count > 0)
        {
            return;
        }
        var question = step.Question;
        var parsed = AnswerText.Parse(
            question,
            posted.FieldsOf(question),
            System.Globalization.CultureInfo.GetCultureInfo("en-GB")
        );
        var issues =
            parsed.Issues.Count > 0
                ? parsed.Issues
                : Form.Set(question.LinkId, parsed.Values).Issues;
        Errors.AddRange(
            issues.Select(i => new FieldError(
                QuestionFields.FirstFieldId(question, question.LinkId),
                i.Text,
                i.Code
            )
            {
                LinkId = question.LinkId,
            })
        );
    }

    private bool Open()
    {
        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity());
        if (
            sealedSurvey.Open(Request.Form[SealedSurvey.Field]) is not { } answers
            || WaveForm.Of(content, answers.Instrument, answers.Version, answers.Agencies ?? [])
                is not { } folder
            || Form.Resume(folder.Instrument, answers.Draft, new(clock.GetUtcNow())).Value
                is not { } form
        )
        {
            return false;
        }
        (_answers, Form, Steps, Works) = (answers, form, SurveySteps.Of(form), true);
        return true;
    }

    private void Refuse()
    {
        HttpContext.User = new ClaimsPrincipal(new ClaimsIdentity());
        Works = false;
        Response.StatusCode = StatusCodes.Status404NotFound;
    }

    private int Place(string? linkId)
    {
        for (var place = 0; place < Steps.Count; place++)
        {
            if (Steps[place].Question.LinkId == linkId)
            {
                return place;
            }
        }
        return -1;
    }

    private SurveyStep? Find(string linkId) => Steps.ElementAtOrDefault(Place(linkId));
}
