using Waymark.Features.Surveys.Codebook;

namespace Waymark.Features.Surveys.Export;

/// <summary>One wave of an export.</summary>
/// <param name="Number">As <see cref="LeadingVariables"/> numbers it.</param>
/// <param name="Columns">The columns of the version that was answered.</param>
public sealed record ExportWave(int Number, SurveyColumns Columns);

/// <summary>One stored response, as far as an export needs it: no id, no match hash.</summary>
/// <param name="Wave">Which of the waves, from 0.</param>
/// <param name="By">1 for a respondent, 2 for a manager.</param>
/// <param name="Week">The Monday of the week.</param>
/// <param name="Json">The answers.</param>
public readonly record struct StoredAnswers(int Wave, int By, DateOnly Week, string Json);

/// <summary>What an export is made from.</summary>
/// <param name="Title">What the survey is called.</param>
/// <param name="Waves">The closed waves, in order.</param>
/// <param name="Population">How many people work in each sector, by its code; sectors not known are left out.</param>
/// <param name="Rows">Reads all responses, in an order that tells nothing; it is called twice and must give the same both times.</param>
/// <param name="Notes">What must be said of the answers besides what the instruments say, such as that they were made up.</param>
public sealed record ExportInput(
    string Title,
    IReadOnlyList<ExportWave> Waves,
    IReadOnlyDictionary<string, double> Population,
    Func<CancellationToken, IAsyncEnumerable<StoredAnswers>> Rows,
    IReadOnlyList<string> Notes
);
