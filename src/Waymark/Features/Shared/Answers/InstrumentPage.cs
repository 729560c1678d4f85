using Microsoft.AspNetCore.Mvc;
using Waymark.Components.Questions;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Shared.Forms;
using Waymark.Features.Shared.Reading;
using Waymark.Instruments;

namespace Waymark.Features.Shared.Answers;

/// <summary>
/// A page that asks one page of an instrument and saves every answer given: by script as it is given, and by the Save
/// button. The instrument and the way on are the deriving page's.
/// </summary>
public abstract class InstrumentPage(
    WaymarkDb db,
    ContentLibrary content,
    AnswerSave answers,
    TimeProvider clock
) : ConcernPage(db, clock)
{
    /// <summary>How long after another person's save the page says that they are at work here too.</summary>
    private static readonly TimeSpan s_otherIsHere = TimeSpan.FromMinutes(30);

    /// <summary>The content, for the deriving page.</summary>
    protected ContentLibrary Library { get; } = content;

    /// <summary>The answers as they are now.</summary>
    public OpenResponse Open { get; private set; } = null!;

    /// <summary>The page of the instrument.</summary>
    public ItemDefinition Item { get; private set; } = null!;

    /// <summary>All pages of the instrument, in order.</summary>
    public IReadOnlyList<ItemDefinition> Pages { get; private set; } = [];

    /// <summary>What a person typed that could not be taken, by field: shown again.</summary>
    public IReadOnlyDictionary<ItemPath, PostedFields> Typed { get; private set; } =
        new Dictionary<ItemPath, PostedFields>();

    /// <summary>Questions that no longer apply but keep their answer.</summary>
    public IReadOnlyList<string> Kept { get; private set; } = [];

    /// <summary>"Saved 14:32", or what else is true.</summary>
    public string SavedWords => SavedAt(Open.Stored);

    /// <summary>Says who else saved answers here lately, or null.</summary>
    public string? OtherPerson =>
        Open.Stored.SavedById != Me.Id && Now - Open.Stored.SavedAt < s_otherIsHere
            ? $"{Open.Stored.SavedByName} also has this open and saved answers at {UkTime.Brief(Open.Stored.SavedAt, Now)}. If you both answer one question differently, both answers are kept and you choose."
            : null;

    /// <summary>The number of this page, from 1.</summary>
    public int Number => Pages.Index().First(p => p.Item == Item).Index + 1;

    /// <summary>The page after this one, or null after the last.</summary>
    public ItemDefinition? Next => Pages.ElementAtOrDefault(Number);

    /// <summary>The page before this one, or null before the first.</summary>
    public ItemDefinition? Previous => Number > 1 ? Pages[Number - 2] : null;

    /// <summary>The instrument's canonical address.</summary>
    protected abstract string InstrumentUrl { get; }

    protected sealed override string? InstrumentOfAnswers => InstrumentUrl;

    /// <summary>The address of one page.</summary>
    public abstract string AddressOf(ItemDefinition page);

    /// <summary>The address of the page that settles two different answers.</summary>
    public string CollisionsAddress => $"/concerns/{Concern.Id}/two-answers";

    /// <summary>Where "Save and continue" leads.</summary>
    protected abstract string AddressAfter();

    /// <summary>Finds the page to show; false when the instrument has no such page, or was not begun.</summary>
    protected bool Find(string pageId) =>
        Answers is { } stored && Show(OpenResponse.Open(stored, Library, Now), pageId);

    /// <summary>Saves what was posted, and shows what was refused or goes on.</summary>
    protected async Task<IActionResult> SaveAsync(string pageId, CancellationToken cancellation)
    {
        if (Answers is not { } stored)
        {
            return NotFound();
        }
        var posted = PostedAnswers.Of(Request.Form, HttpContext);
        var saved = await answers.SaveAsync(Concern, stored, pageId, posted, Me, Now, cancellation);
        if (saved.Outcome is not { } outcome || !Show(saved.Open, pageId))
        {
            return NotFound();
        }
        Kept = outcome.Kept;
        var wrong = HasErrors(outcome.Errors);
        if (Request.Headers.ContainsKey(Accounts.SignIn.HeldPost.AutosaveHeader))
        {
            return new JsonResult(
                new Autosaved(
                    SavedWords,
                    Open.Stored.Revision,
                    [.. Errors.Select(e => e.Message + ".")],
                    Notes(outcome)
                )
            );
        }
        if (wrong)
        {
            Typed = posted.Fields;
            return ShowErrors();
        }
        if (outcome.Collisions.Count > 0)
        {
            return Redirect(CollisionsAddress);
        }
        return Redirect(
            Request.Form.ContainsKey("_stay") ? $"{AddressOf(Item)}#saved" : AddressAfter()
        );
    }

    private bool Show(OpenResponse open, string pageId)
    {
        if (InstrumentPages.Find(open.Form.Instrument, pageId) is not { } page)
        {
            return false;
        }
        (Open, Item, Pages) = (open, page, InstrumentPages.Of(open.Form.Instrument));
        Kept =
        [
            .. InstrumentPages
                .Questions(page)
                .Where(q => !open.Form.IsEnabled(q.LinkId) && open.Form.Answers(q.LinkId).Count > 0)
                .Select(q => q.LinkId),
        ];
        return true;
    }

    protected override IEnumerable<FieldError> Refusals() => PostedAnswers.Refusals(HttpContext);

    private static List<string> Notes(PostedOutcome outcome)
    {
        List<string> notes = [];
        if (outcome.Kept.Count > 0)
        {
            notes.Add(
                "What you wrote earlier under an answer you changed is kept, but left out while that answer stands."
            );
        }
        if (outcome.Collisions.Count > 0)
        {
            notes.Add(
                "Somebody else has just answered differently. Both answers are kept; press Save to choose."
            );
        }
        return notes;
    }

    private string SavedAt(StoredResponse stored) =>
        stored.Revision <= 1 ? "Nothing to save yet" : $"Saved {UkTime.Brief(stored.SavedAt, Now)}";
}

/// <summary>The answer to a save made by script.</summary>
public sealed record Autosaved(
    string Saved,
    int Revision,
    IReadOnlyList<string> Problems,
    IReadOnlyList<string> Notes
);
