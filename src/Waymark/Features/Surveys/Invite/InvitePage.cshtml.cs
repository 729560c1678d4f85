using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Shared.Forms;
using Waymark.Features.Surveys.Keys;

namespace Waymark.Features.Surveys.Invite;

/// <summary>Puts people on an evaluation's list: pasted, looked at, and only then taken. Nothing is half taken.</summary>
public sealed class InvitePage(WaymarkDb db, SurveyKeys keys, TimeProvider clock)
    : ListPage(db, clock)
{
    /// <summary>
    /// The name of the field. It begins with "_" because the free-text guard would take a long list for encoded data; the list's own reader takes
    /// nothing but addresses.
    /// </summary>
    public const string ListField = "_list";

    private const int LongestList = 400_000;

    [BindProperty(Name = ListField)]
    public string? Typed { get; set; }

    /// <summary>Whether the preview was seen and agreed to.</summary>
    [BindProperty]
    public bool Confirmed { get; set; }

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
            AddErrors(ListField, list.Issues);
            return ShowErrors();
        }
        var preview = await PreviewAsync(list, encoding: null, cancellation);
        if (!Confirmed || preview.Added.Count == 0)
        {
            Preview = preview;
            return Page();
        }
        await EvaluationRow.InviteAsync(
            Db,
            key,
            Evaluation,
            preview.Added.Select(p => (p.Email, AsksManagers ? p.ManagerEmail : null)),
            cancellation
        );
        Db.Events.Add(
            Event(
                EventKinds.PeopleInvited,
                concernId: null,
                EvaluationId,
                after: preview.Added.Count.ToString(
                    System.Globalization.CultureInfo.InvariantCulture
                )
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
                    "Somebody answered at the same moment. Try again",
                    "meanwhile"
                )
            );
            return ShowErrors();
        }
        return Redirect($"{Home}?done=invited");
    }
}
