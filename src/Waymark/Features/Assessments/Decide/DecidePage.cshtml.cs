using Microsoft.AspNetCore.Mvc;
using Waymark.Data;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Versions;

namespace Waymark.Features.Assessments.Decide;

/// <summary>Refer, do not refer, or ask for a consultation: each with its reasons, each a record.</summary>
public sealed class DecidePage(WaymarkDb db, TimeProvider clock) : ConcernPage(db, clock)
{
    [BindProperty]
    public DecisionInput Input { get; set; } = new();

    /// <summary>The decision that stands, or null before one is made.</summary>
    public Decision? Current { get; private set; }

    /// <summary>The versions to choose from when two people wrote at once, or null.</summary>
    public VersionChoice? Choice { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Input = DecisionInput.From(Current);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (HasErrors(Input.Check(UkTime.DateOf(Now))))
        {
            return ShowErrors();
        }
        await SaveAsync(
            versions => Write(WrittenVersions.NextNumber(versions), ""),
            EventKinds.DecisionWritten,
            cancellation
        );
        return Redirect($"/concerns/{Concern.Id}");
    }

    /// <summary>Goes on from one of several versions; the others stay in the record.</summary>
    public async Task<IActionResult> OnPostChooseAsync(int number, CancellationToken cancellation)
    {
        var all = await VersionedSave.LoadAsync<Decision>(Db, Concern.Id, cancellation);
        if (all.SingleOrDefault(v => v.Number == number) is not { } chosen)
        {
            return NotFound();
        }
        Input = DecisionInput.From(chosen);
        await SaveAsync(
            versions =>
                WrittenVersions.Standing(versions) is { Count: > 1 } open
                && open.Any(v => v.Number == number)
                    ? Write(
                        WrittenVersions.NextNumber(versions),
                        VersionedSave.SettledBy(open, number)
                    )
                    : null,
            EventKinds.VersionChosen,
            cancellation
        );
        return Redirect($"/concerns/{Concern.Id}/decision");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        var standing = WrittenVersions.Standing(
            await VersionedSave.LoadAsync<Decision>(Db, Concern.Id, cancellation)
        );
        Current = standing.Count == 1 ? standing[0] : null;
        Choice = standing.Count > 1 ? new("decision", [.. standing.Select(Choosable)]) : null;
    }

    private Task<Decision?> SaveAsync(
        Func<IReadOnlyList<Decision>, Decision?> write,
        string kind,
        CancellationToken cancellation
    ) =>
        VersionedSave.SaveAsync(
            Db,
            Concern.Id,
            write,
            (written, before, after) =>
                Event(kind, Concern.Id, written.Id, "", written.Number, before, after),
            cancellation
        );

    private Decision Write(int number, string settles) =>
        Input.ToDecision(
            Guid.CreateVersion7(Now),
            Me.AgencyId,
            Concern.Id,
            number,
            settles,
            Now,
            Me.Id,
            Me.Name
        );

    private ChoosableVersion Choosable(Decision version) =>
        new(
            version.Number,
            version.WrittenByName,
            UkTime.Brief(version.WrittenAt, Now),
            [
                ("Decision", version.Kind.Words()),
                ("Reasons", version.Reasons),
                ("Sent to or asked", version.SentTo),
                ("What is asked", version.Requests),
                ("Lawful basis", version.LawfulBasis?.Words() ?? ""),
                ("Whether they know and agree", version.Consent?.Words() ?? ""),
                ("Second view", version.WhoWasAsked),
                ("Look again on", version.LookAgainOn is { } day ? UkTime.Date(day) : ""),
            ]
        );
}
