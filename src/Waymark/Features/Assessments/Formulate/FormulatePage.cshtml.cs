using Microsoft.AspNetCore.Mvc;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Answers;
using Waymark.Features.Shared.Reading;
using Waymark.Features.Shared.Versions;

namespace Waymark.Features.Assessments.Formulate;

/// <summary>
/// The concerns the answers raise, each with what it rests on, beside the practitioner's own understanding and judgement.
/// Nothing is computed for them, and a later answer never edits what they wrote.
/// </summary>
public sealed class FormulatePage(WaymarkDb db, ContentLibrary content, TimeProvider clock)
    : ConcernPage(db, clock)
{
    [BindProperty]
    public FormulationInput Input { get; set; } = new();

    /// <summary>The answers.</summary>
    public OpenRecord Record { get; private set; } = null!;

    /// <summary>What the answers say, read by the rules.</summary>
    public RecordReading Reading { get; private set; } = null!;

    /// <summary>The version that stands, or null before one is written.</summary>
    public Formulation? Current { get; private set; }

    /// <summary>Whether answers were changed after the formulation was written.</summary>
    public bool AnswersHaveChanged =>
        Current is not null && Current.AnswersHash != Record.AnswersHash;

    /// <summary>The versions to choose from when two people wrote at once, or null.</summary>
    public VersionChoice? Choice { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        Input = FormulationInput.From(Current);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        if (HasErrors(Input.Check()))
        {
            return ShowErrors();
        }
        await SaveAsync(
            versions =>
            {
                var written = Write(WrittenVersions.NextNumber(versions), "");
                return versions.Any(v => v.Number == Input.BasedOn && SameWords(v, written))
                    ? null
                    : written;
            },
            EventKinds.FormulationWritten,
            cancellation
        );
        return Redirect($"/concerns/{Concern.Id}/formulation#saved");
    }

    /// <summary>Goes on from one of several versions; the others stay in the record.</summary>
    public async Task<IActionResult> OnPostChooseAsync(int number, CancellationToken cancellation)
    {
        await LoadAsync(cancellation);
        var standing = await VersionedSave.LoadAsync<Formulation>(Db, Concern.Id, cancellation);
        if (standing.SingleOrDefault(v => v.Number == number) is not { } chosen)
        {
            return NotFound();
        }
        Input = FormulationInput.From(chosen);
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
        return Redirect($"/concerns/{Concern.Id}/formulation#saved");
    }

    private async Task LoadAsync(CancellationToken cancellation)
    {
        Record = await OpenRecord.LoadAsync(Db, content, Concern, Now, cancellation);
        Reading = Record.Read(content, Now);
        var standing = WrittenVersions.Standing(
            await VersionedSave.LoadAsync<Formulation>(Db, Concern.Id, cancellation)
        );
        Current = standing.Count == 1 ? standing[0] : null;
        Choice = standing.Count > 1 ? new("formulation", [.. standing.Select(Choosable)]) : null;
    }

    private Task<Formulation?> SaveAsync(
        Func<IReadOnlyList<Formulation>, Formulation?> write,
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

    private Formulation Write(int number, string settles) =>
        new()
        {
            Id = Guid.CreateVersion7(Now),
            AgencyId = Me.AgencyId,
            ConcernId = Concern.Id,
            Number = number,
            BasedOn = Input.BasedOn,
            Settles = settles,
            AnswersRevision = Record.AnswersRevision,
            AnswersHash = Record.AnswersHash,
            WhatIsHappening = (Input.WhatIsHappening ?? "").Trim(),
            WhatKeepsItGoing = (Input.WhatKeepsItGoing ?? "").Trim(),
            WhatProtects = (Input.WhatProtects ?? "").Trim(),
            WhatWouldChangeOurMind = (Input.WhatWouldChangeOurMind ?? "").Trim(),
            LevelOfConcern = Input.Level,
            Reasons = (Input.Reasons ?? "").Trim(),
            Sureness = Input.Sure,
            WrittenAt = Now,
            WrittenById = Me.Id,
            WrittenByName = Me.Name,
        };

    private static bool SameWords(Formulation a, Formulation b) =>
        (a.WhatIsHappening, a.WhatKeepsItGoing, a.WhatProtects, a.WhatWouldChangeOurMind)
            == (b.WhatIsHappening, b.WhatKeepsItGoing, b.WhatProtects, b.WhatWouldChangeOurMind)
        && (a.LevelOfConcern, a.Reasons, a.Sureness, a.AnswersHash)
            == (b.LevelOfConcern, b.Reasons, b.Sureness, b.AnswersHash);

    private ChoosableVersion Choosable(Formulation version) =>
        new(
            version.Number,
            version.WrittenByName,
            UkTime.Brief(version.WrittenAt, Now),
            [
                ("What is happening", version.WhatIsHappening),
                ("What keeps it going", version.WhatKeepsItGoing),
                ("What protects the child", version.WhatProtects),
                ("What would change our mind", version.WhatWouldChangeOurMind),
                ("Level of concern", version.LevelOfConcern?.Words() ?? ""),
                ("Reasons", version.Reasons),
                ("How sure", version.Sureness?.Words() ?? ""),
            ]
        );
}
