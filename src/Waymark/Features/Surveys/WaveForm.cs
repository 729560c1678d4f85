using System.Text.Json;
using Waymark.Content;
using Waymark.Content.Surveys;
using Waymark.Features.Surveys.Codebook;

namespace Waymark.Features.Surveys;

/// <summary>What a wave asks: the exact published version, with the agencies that were named for it among its answers.</summary>
public static class WaveForm
{
    /// <summary>The version that a wave asks, or null where the content no longer has it.</summary>
    public static InstrumentFolder? Of(ContentLibrary content, Wave wave)
    {
        ArgumentNullException.ThrowIfNull(wave);
        return Of(content, wave.Instrument, wave.InstrumentVersion, AgenciesOf(wave));
    }

    /// <summary>The same by its parts.</summary>
    /// <param name="content">The content.</param>
    /// <param name="url">The survey's canonical address.</param>
    /// <param name="version">Its version.</param>
    /// <param name="agencies">The agencies named; none where it asks for none.</param>
    public static InstrumentFolder? Of(
        ContentLibrary content,
        string url,
        string version,
        IReadOnlyList<string> agencies
    )
    {
        ArgumentNullException.ThrowIfNull(content);
        return
            content.Instruments.FirstOrDefault(f =>
                f.Instrument.Url == url && f.Instrument.Version == version
            )
                is { } folder
            ? folder with
            {
                Instrument = NamedAgencies.Fill(folder.Instrument, agencies),
            }
            : null;
    }

    /// <summary>Whether one of some waves asks for the sector.</summary>
    public static bool AskForSector(ContentLibrary content, IEnumerable<Wave> waves) =>
        waves.Any(wave => Of(content, wave)?.Instrument.Find(SurveyColumns.Sector) is not null);

    /// <summary>The agencies that were named for a wave, in the order of their codes.</summary>
    public static IReadOnlyList<string> AgenciesOf(Wave wave)
    {
        ArgumentNullException.ThrowIfNull(wave);
        return wave.AgenciesJson is { } json
            ? JsonSerializer.Deserialize<List<string>>(json) ?? []
            : [];
    }
}
