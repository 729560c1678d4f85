using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Shared.Forms;
using Waymark.Features.Surveys.Keys;

namespace Waymark.Features.Surveys.Invite;

/// <summary>Puts people on an evaluation's list: pasted, looked at, and only then taken. Nothing is half taken.</summary>
public sealed class InvitePage(WaymarkDb db, SurveyKeys keys, TimeProvider clock)
    : EvaluationPage(db, clock)
{
    /// <summary>
    /// The name of the field. It begins with "_" because the free-text guard would take a long list for encoded data; the list's own reader takes
    /// nothing but addresses.
    /// </summary>
    public const string ListField = "_list";

    private const int MostShown = 30;
    private const int LongestList = 400_000;

    [BindProperty(Name = ListField)]
    public string? Typed { get; set; }

    /// <summary>Whether the preview was seen and agreed to.</summary>
    [BindProperty]
    public bool Confirmed { get; set; }

    /// <summary>The list as it would be taken; null before there is one.</summary>
    public AttendanceList? Preview { get; private set; }

    /// <summary>How many of the list are on the evaluation's list already; they are left out.</summary>
    public int AlreadyThere { get; private set; }

    /// <summary>Who would be added.</summary>
    public IReadOnlyList<ListedPerson> Added { get; private set; } = [];

    /// <summary>Whether the last stage asks managers.</summary>
    public bool AsksManagers => Waves.Any(w => w.Stage == WaveStage.FollowUp);

    public IActionResult OnGet() => IsOpen ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!IsOpen || keys.Find(EvaluationId) is not { } key)
        {
            return NotFound();
        }
        var list =
            Typed?.Length > LongestList
                ? new([], [new(1, "list-too-long", "The list is too long. Paste it in parts")], [])
                : AttendanceList.Read(Typed);
        if (list.Issues.Count > 0)
        {
            Errors.AddRange(list.Issues.Take(MostShown).Select(Error));
            MoreWrong = Math.Max(0, list.Issues.Count - MostShown);
            return ShowErrors();
        }
        await LeaveOutAsync(list, cancellation);
        if (!Confirmed || Added.Count == 0)
        {
            Preview = list;
            return Page();
        }
        await EvaluationRow.InviteAsync(
            Db,
            key,
            Evaluation,
            Added.Select(p => (p.Email, AsksManagers ? p.ManagerEmail : null)),
            cancellation
        );
        Db.Events.Add(
            Event(
                EventKinds.PeopleInvited,
                concernId: null,
                EvaluationId,
                after: Added.Count.ToString(System.Globalization.CultureInfo.InvariantCulture)
            )
        );
        try
        {
            await Db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody answered at the same moment: nothing was taken, and the same list is offered again.
            HasErrors(
                new FieldError(
                    ListField,
                    "Nothing was added, because somebody answered at the same moment. Try again",
                    "meanwhile"
                )
            );
            return ShowErrors();
        }
        return Redirect($"{Home}?done=invited");
    }

    private bool IsOpen => IsRunning && Waves.Any(w => w.ClosedAt is null);

    private async Task LeaveOutAsync(AttendanceList list, CancellationToken cancellation)
    {
        var there = (
            await Db
                .Invitees.AsNoTracking()
                .Where(i => i.EvaluationId == EvaluationId)
                .ToListAsync(cancellation)
        )
            .Select(i => i.Email)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        Added = [.. list.People.Where(p => !there.Contains(p.Email))];
        AlreadyThere = list.People.Count - Added.Count;
    }

    private static FieldError Error(ListIssue issue) =>
        new(ListField, $"Row {issue.Row}: {issue.Message}", issue.Code);

    /// <summary>How many rows are wrong beyond those that are named.</summary>
    public int MoreWrong { get; private set; }

    /// <summary>Each row's message, beside the field.</summary>
    public string? ListErrors =>
        Errors.Count == 0
            ? null
            : "Nothing was added. "
                + string.Join(". ", Errors.Select(e => e.Message))
                + (MoreWrong == 0 ? "." : $". And {MoreWrong} rows more.");
}
