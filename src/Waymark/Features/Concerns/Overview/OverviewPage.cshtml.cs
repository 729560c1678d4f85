using Microsoft.EntityFrameworkCore;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Assessments.Decide;
using Waymark.Features.Assessments.Formulate;
using Waymark.Features.Shared;
using Waymark.Features.Shared.Answers;
using Waymark.Features.Shared.Reading;
using Waymark.Features.Shared.Versions;

namespace Waymark.Features.Concerns.Overview;

/// <summary>One record: where it stands, what comes next, and what waits for a choice.</summary>
public sealed class OverviewPage(WaymarkDb db, ContentLibrary content, TimeProvider clock)
    : ConcernPage(db, clock)
{
    /// <summary>The answers.</summary>
    public OpenRecord Record { get; private set; } = null!;

    /// <summary>The safety check's pages and how many are answered.</summary>
    public (int Answered, int Asked) Safety { get; private set; }

    /// <summary>The assessment's factors and how many are answered; null before it is started.</summary>
    public (int Answered, int Asked)? Assessment { get; private set; }

    /// <summary>The formulation that stands, or null.</summary>
    public Formulation? Formulation { get; private set; }

    /// <summary>Whether answers were changed after the formulation was written.</summary>
    public bool AnswersHaveChanged { get; private set; }

    /// <summary>The decision that stands, or null.</summary>
    public Decision? Decision { get; private set; }

    /// <summary>How many questions wait for a choice between two answers.</summary>
    public int TwoAnswers { get; private set; }

    /// <summary>Texts that two people wrote at once and nobody has chosen between.</summary>
    public IReadOnlyList<string> TwoTexts { get; private set; } = [];

    /// <summary>Other records about the same child, newest first.</summary>
    public IReadOnlyList<Concern> Others { get; private set; } = [];

    /// <summary>Whether this person looks after the record as a supervisor.</summary>
    public bool LooksAfter { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Record = await OpenRecord.LoadAsync(Db, content, Concern, Now, cancellation);
        Safety = Count(FactorReader.Read(Record.SafetyCheck.Form));
        Assessment = Record.Assessment is { } assessment
            ? Count(FactorReader.Read(assessment.Form))
            : null;
        var formulations = WrittenVersions.Standing(
            await VersionedSave.LoadAsync<Formulation>(Db, Concern.Id, cancellation)
        );
        var decisions = WrittenVersions.Standing(
            await VersionedSave.LoadAsync<Decision>(Db, Concern.Id, cancellation)
        );
        Formulation = formulations.Count == 1 ? formulations[0] : null;
        Decision = decisions.Count == 1 ? decisions[0] : null;
        AnswersHaveChanged =
            Formulation is not null && Formulation.AnswersHash != Record.AnswersHash;
        TwoTexts =
        [
            .. formulations.Count > 1 ? ["formulation"] : Array.Empty<string>(),
            .. decisions.Count > 1 ? ["decision"] : Array.Empty<string>(),
        ];
        TwoAnswers = await Db.Collisions.CountAsync(
            c => c.ConcernId == Concern.Id && c.SettledAt == null,
            cancellation
        );
        LooksAfter =
            User.IsInRole(Roles.Supervisor)
            && await Db.RecordsToLookAfter.AnyAsync(c => c.Id == Child.Id, cancellation);
        Others = await Db
            .Concerns.AsNoTracking()
            .Where(c => c.ChildId == Child.Id && c.Id != Concern.Id)
            .OrderByDescending(c => c.StartedAt)
            .Take(20)
            .ToListAsync(cancellation);
    }

    private static (int Answered, int Asked) Count(IReadOnlyList<FactorReading> factors) =>
        (factors.Count(f => f.Presence is not null), factors.Count);
}
