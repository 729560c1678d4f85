using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Waymark.Content;
using Waymark.Content.Surveys;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Shared;
using Waymark.Features.Surveys.Codebook;
using Waymark.Features.Surveys.Keys;
using Waymark.Features.Surveys.Marks;

namespace Waymark.Features.Surveys.Start;

/// <summary>Where a training lead starts an evaluation: one wave, or three stages whose days follow from the course.</summary>
[Authorize(Policy = Policies.Surveys)]
public sealed class StartEvaluationPage(
    WaymarkDb db,
    ContentLibrary content,
    SurveyKeys keys,
    TimeProvider clock
) : WaymarkPage(clock)
{
    /// <summary>The survey of the last stage, which the manager answers too.</summary>
    private const string FollowUp = "workforce-practice-impact";

    [BindProperty]
    public StartInput Input { get; set; } = new();

    /// <summary>The surveys that can be chosen, in their newest version.</summary>
    public IReadOnlyList<InstrumentFolder> Surveys =>
        [
            .. content
                .Instruments.Where(f => f.Kind == "surveys" && f.Name != FollowUp)
                .Select(f => f.Name)
                .Distinct(StringComparer.Ordinal)
                .Select(name => content.Newest("surveys", name)!),
        ];

    /// <summary>What the last of three stages asks, which nobody chooses.</summary>
    public string AboutFollowUp =>
        content.Newest("surveys", FollowUp) is { } last
            ? $"The last time, “{last.Instrument.Title}” is asked. {InstrumentCaveat.Of(last.Instrument)}"
            : "";

    /// <summary>What must be known of a survey before it is chosen.</summary>
    public static string About(InstrumentFolder survey)
    {
        ArgumentNullException.ThrowIfNull(survey);
        var questions = survey.Instrument.All.Count(item =>
            item is { IsQuestion: true, Hidden: false }
        );
        return $"{questions} questions. {InstrumentCaveat.Of(survey.Instrument)}";
    }

    /// <summary>The title of the survey that compares agencies.</summary>
    public string ComparesAgencies =>
        string.Join(
            "”, “",
            Surveys
                .Where(s => NamedAgencies.AreAskedBy(s.Instrument))
                .Select(s => s.Instrument.Title)
        );

    /// <summary>The answers that the chosen survey offers beside agencies; null where it asks for none.</summary>
    private IReadOnlyList<string>? BesideAgencies =>
        Surveys
            .FirstOrDefault(s => s.Name == Input.Survey)
            ?.Instrument.Find(NamedAgencies.Question)
            ?.Options.Select(option => option.Text)
            .ToList();

    /// <summary>The message for one of the fields, or null.</summary>
    public string? ErrorOf(string field) => ErrorFor($"{nameof(Input)}.{field}");

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var today = UkTime.DateOf(Now);
        if (
            HasErrors(
                Input
                    .Check(Surveys.Select(s => s.Name), today, BesideAgencies)
                    .Select(e => e with { Field = $"{nameof(Input)}.{e.Field}" })
            )
        )
        {
            return ShowErrors();
        }
        var id = Guid.NewGuid();
        var waves = Input.Waves(
            id,
            Me.AgencyId,
            Asked(content.Newest("surveys", Input.Survey!)!),
            Asked(content.Newest("surveys", FollowUp)!),
            BesideAgencies is not null
        );
        var key = keys.Make(id);
        db.Evaluations.Add(
            new()
            {
                Id = id,
                AgencyId = Me.AgencyId,
                Name = Input.TidyName,
                Kind = waves.Count == 1 ? EvaluationKind.SingleWave : EvaluationKind.ThreeStage,
                PopulationJson = "{}",
                StartedAt = Now,
                StartedById = Me.Id,
                StartedByName = Me.Name,
            }
        );
        db.Waves.AddRange(waves);
        db.WaveDoors.AddRange(
            waves.Select(w => new WaveDoor { WaveId = w.Id, OpensTo = Me.AgencyId })
        );
        db.PendingMarks.AddRange(
            waves.Select(w => new PendingMarks
            {
                WaveId = w.Id,
                AgencyId = Me.AgencyId,
                Sealed = UsedLinks.For(0).Seal(key, w.Id),
            })
        );
        db.Events.Add(Event(EventKinds.EvaluationStarted, concernId: null, id, after: Input.Kind));
        await db.SaveChangesAsync(cancellation);
        return Redirect($"/surveys/{id}/people");
    }

    private static (string Url, string Version) Asked(InstrumentFolder folder) =>
        (folder.Instrument.Url, folder.Instrument.Version);
}
