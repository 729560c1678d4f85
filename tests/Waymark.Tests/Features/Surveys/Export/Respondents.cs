using System.Runtime.CompilerServices;
using Waymark.Features.Surveys.Codebook;
using Waymark.Features.Surveys.Export;
using Waymark.Instruments;
using Waymark.Tests.Content;

namespace Waymark.Tests.Features.Surveys.Export;

/// <summary>Answers made by chance to our own surveys, as they are stored.</summary>
internal static class Respondents
{
    internal static Instrument Survey(string name) =>
        ContentFolders.Library.Newest("surveys", name)!.Instrument;

    internal static string Answer(Instrument survey, Random random) =>
        ChanceAnswers.Give(survey, random);

    internal static ExportInput Input(
        IReadOnlyList<StoredAnswers> rows,
        IReadOnlyDictionary<string, double>? population = null,
        params (int Number, string Survey)[] waves
    ) =>
        new(
            "A survey with ‘quotes’, \"marks\" and an é",
            [
                .. waves.Select(wave => new ExportWave(
                    wave.Number,
                    SurveyColumns.Of(Survey(wave.Survey))
                )),
            ],
            population ?? new Dictionary<string, double>(),
            cancellation => Stream(rows, cancellation),
            []
        );

    private static async IAsyncEnumerable<StoredAnswers> Stream(
        IReadOnlyList<StoredAnswers> rows,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        foreach (var row in rows)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return row;
        }

        await Task.CompletedTask;
    }
}
