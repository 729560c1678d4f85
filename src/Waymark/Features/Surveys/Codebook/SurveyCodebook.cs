using Waymark.Instruments;

namespace Waymark.Features.Surveys.Codebook;

/// <summary>
/// Every variable of an export. Questions that several instruments ask in the same words are one variable; where the words or the answers
/// differ, each has a variable of its own.
/// </summary>
public sealed class SurveyCodebook
{
    private readonly List<CodebookVariable> _variables;
    private readonly List<(SurveyColumn Column, int Place)[]> _places = [];

    private SurveyCodebook(
        string title,
        IReadOnlyList<SurveyColumns> instruments,
        IReadOnlyList<CodebookVariable> leading
    )
    {
        Title = title;
        Leading = leading.Count;
        Instruments = [.. instruments.Select(columns => columns.Instrument).Distinct()];
        _variables = [.. leading];
        foreach (var columns in instruments)
        {
            var version = NameOf(columns.Instrument);
            // What the application sets itself stands among the leading variables.
            _places.Add([
                .. columns
                    .Where(column => !column.Question.Item.Hidden)
                    .Select(column => (column, Place(column, columns.Instrument, version))),
            ]);
        }
    }

    /// <summary>What the survey is called.</summary>
    public string Title { get; }

    /// <summary>The instruments, each once.</summary>
    public IReadOnlyList<Instrument> Instruments { get; }

    /// <summary>The variables in the order of the files.</summary>
    public IReadOnlyList<CodebookVariable> Variables => _variables;

    /// <summary>How many of the first variables are not questions.</summary>
    public int Leading { get; }

    /// <summary>What must be said beside every figure, by instrument.</summary>
    public IReadOnlyList<string> Caveats =>
        [
            .. Instruments
                .Select(instrument => (instrument.Title, Caveat: InstrumentCaveat.Of(instrument)))
                .Where(entry => entry.Caveat is not null)
                .Select(entry => $"{entry.Title}: {entry.Caveat}"),
        ];

    /// <summary>Makes a codebook.</summary>
    /// <param name="title">What the survey is called.</param>
    /// <param name="instruments">The columns of each wave, in order; the same instrument may stand there twice.</param>
    /// <param name="leading">Variables that are no questions, which come first.</param>
    public static SurveyCodebook Of(
        string title,
        IReadOnlyList<SurveyColumns> instruments,
        IReadOnlyList<CodebookVariable> leading
    )
    {
        ArgumentNullException.ThrowIfNull(instruments);
        ArgumentNullException.ThrowIfNull(leading);
        return new(title, instruments, leading);
    }

    /// <summary>For one wave: each of its columns with its place among the questions of the export, from 0.</summary>
    internal IReadOnlyList<(SurveyColumn Column, int Place)> PlacesOf(int wave) => _places[wave];

    internal static string NameOf(Instrument instrument) =>
        $"{instrument.Url[(instrument.Url.LastIndexOf('/') + 1)..]} {instrument.Version}";

    private int Place(SurveyColumn column, Instrument instrument, string version)
    {
        var name = column.Name;
        var fresh = CodebookVariable.Of(column, name);
        for (var tries = 0; ; tries++)
        {
            var known = _variables.FindIndex(variable => variable.Name == name);
            if (known < 0)
            {
                _variables.Add(fresh with { Name = name, AskedIn = [version] });
                return _variables.Count - 1 - Leading;
            }

            if (known >= Leading && IsSame(_variables[known], fresh))
            {
                var variable = _variables[known];
                _variables[known] = variable with
                {
                    AskedIn = [.. variable.AskedIn.Append(version).Distinct()],
                };
                return known - Leading;
            }

            var suffix = "_" + instrument.Version + (tries == 0 ? "" : "_" + tries);
            name = VariableName.From(
                column.Name[
                    ..Math.Min(column.Name.Length, VariableName.LongestBytes - suffix.Length)
                ] + suffix
            );
        }
    }

    private static bool IsSame(CodebookVariable one, CodebookVariable other) =>
        one.Label == other.Label
        && one.Wording == other.Wording
        && one.Measure == other.Measure
        && one.Values.SequenceEqual(other.Values);
}
