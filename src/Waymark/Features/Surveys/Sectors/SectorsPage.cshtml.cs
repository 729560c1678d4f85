using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Waymark.Content;
using Waymark.Data;
using Waymark.Features.Shared.Forms;
using Waymark.Instruments;

namespace Waymark.Features.Surveys.Sectors;

/// <summary>How many people work in each sector, so that answers can be weighted. Known numbers of the content are offered with their source, never filled in.</summary>
public sealed class SectorsPage(WaymarkDb db, ContentLibrary content, TimeProvider clock)
    : EvaluationPage(db, clock)
{
    private const int Most = 10_000_000;

    private static readonly string[] s_notSectors = ["asked-declined"];

    /// <summary>What was typed, by the sector's code.</summary>
    public IReadOnlyDictionary<string, string> Typed { get; private set; } =
        new Dictionary<string, string>();

    /// <summary>The sectors: code and words.</summary>
    public IReadOnlyList<(string Code, string Words)> Sectors =>
        content
            .Newest("surveys", "workforce-bridge-2014")
            ?.Instrument.Find("sector")
            ?.Options.Select(o => (o.Value as CodingAnswer, o.Text))
            .Where(o => o.Item1 is { } coding && !s_notSectors.Contains(coding.Code))
            .Select(o => (o.Item1!.Code, o.Text))
            .ToList()
        ?? [];

    /// <summary>The name of a sector's field.</summary>
    public static string Field(string code) => "Sector-" + code;

    /// <summary>What is published for a sector, with its date; null where nothing was found.</summary>
    public string? Published(string code) =>
        content
            .Denominators.Groups.Where(g => g.Sector == code)
            .SelectMany(g =>
                g.Values.Where(v => v.Measure == "headcount")
                    .Select(v =>
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"{g.Label}, England: {v.Value:N0} ({g.Date})."
                        )
                    )
            )
            .FirstOrDefault();

    /// <summary>Whether one of its waves asks for the sector; else there is nothing to weight by, and no such page.</summary>
    private bool IsThere => WaveForm.AskForSector(content, Waves);

    public IActionResult OnGet()
    {
        Typed = (
            JsonSerializer.Deserialize<Dictionary<string, double>>(Evaluation.PopulationJson) ?? []
        ).ToDictionary(
            entry => entry.Key,
            entry => entry.Value.ToString("0", CultureInfo.InvariantCulture)
        );
        return IsThere ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!IsThere)
        {
            return NotFound();
        }
        var sectors = Sectors;
        Typed = sectors.ToDictionary(
            s => s.Code,
            s => Request.Form[Field(s.Code)].ToString().Trim()
        );
        if (HasErrors(sectors.Select(s => Check(s.Code, s.Words)).OfType<FieldError>()))
        {
            return ShowErrors();
        }
        var population = JsonSerializer.Serialize(
            Typed
                .Where(t => t.Value.Length > 0)
                .OrderBy(t => t.Key, StringComparer.Ordinal)
                .ToDictionary(t => t.Key, t => Number(t.Value)!.Value)
        );
        if (population != Evaluation.PopulationJson)
        {
            Db.Events.Add(
                Event(
                    EventKinds.SectorsChanged,
                    concernId: null,
                    EvaluationId,
                    before: Evaluation.PopulationJson,
                    after: population
                )
            );
            Evaluation.PopulationJson = population;
            await Db.SaveChangesAsync(cancellation);
        }
        return Redirect($"{Home}?done=sectors");
    }

    private FieldError? Check(string code, string words) =>
        Typed[code].Length == 0 || Number(Typed[code]) is not null
            ? null
            : new(
                Field(code),
                $"{words}: enter a whole number from 1 to {Most:N0}, or leave it empty",
                "not-a-number"
            );

    private static int? Number(string typed) =>
        int.TryParse(
            typed,
            NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture,
            out var number
        ) && number is > 0 and <= Most
            ? number
            : null;
}
