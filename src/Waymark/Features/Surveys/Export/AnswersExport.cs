using System.Globalization;
using System.Runtime.InteropServices;
using Waymark.Features.Surveys.Codebook;

namespace Waymark.Features.Surveys.Export;

/// <summary>
/// Turns stored responses into rows that may be handed to a researcher. It reads them twice: once to count what others may know of the
/// respondents, once to write. Memory does not grow with the number of rows.
/// </summary>
public sealed class AnswersExport
{
    private const string Role = "role";
    private readonly ExportInput _input;
    private readonly List<ReadWave> _waves;
    private readonly int _otherSector;
    private readonly int _otherRole;
    private readonly Dictionary<Identifying, int> _counts = [];
    private Coarsening? _coarsening;
    private Dictionary<(int Wave, int By), IReadOnlyDictionary<int, double>> _weights = [];

    /// <summary>Begins; nothing is read yet.</summary>
    public AnswersExport(ExportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        _input = input;
        Codebook = SurveyCodebook.Of(
            input.Title,
            [.. input.Waves.Select(wave => wave.Columns)],
            LeadingVariables.All
        );
        _waves = [.. input.Waves.Select((wave, i) => new ReadWave(wave, Codebook.PlacesOf(i)))];
        _otherSector = Other(Grouping);
        _otherRole = Other(Role);
    }

    /// <summary>The variables of the rows.</summary>
    public SurveyCodebook Codebook { get; }

    private string Grouping => _input.Waves[0].Columns.Grouping;

    /// <summary>How many rows will be written; known once counted.</summary>
    public long Rows => _counts.Sum(entry => (long)entry.Value) - Withheld;

    /// <summary>How many responses are left out, because the side of the wave that they are on has fewer than <see cref="Coarsening.Least"/>.</summary>
    public long Withheld => _coarsening?.Withheld ?? 0;

    /// <summary>What must be said of the rows, once counted.</summary>
    public IReadOnlyList<string> Notes =>
        [
            .. _input.Notes,
            string.Create(
                CultureInfo.InvariantCulture,
                $"No fewer than {Coarsening.Least} rows share the same wave, side, {Grouping}, role and week. Where fewer did, they were put together: {Grouping} or role as \"something else\", a week as empty."
            ),
            .. Withheld == 0
                ? (IReadOnlyList<string>)[]
                :
                [
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{Withheld} responses are left out, because fewer than {Coarsening.Least} answered on their side of their wave."
                    ),
                ],
            "The rows are in an order made by chance. Rows of one person in several waves cannot be matched.",
        ];

    /// <summary>Counts what others may know of the respondents, and decides what may stand.</summary>
    public async Task CountAsync(IProgress<long> progress, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(progress);
        _counts.Clear();
        long done = 0;
        await foreach (var stored in _input.Rows(cancellation).WithCancellation(cancellation))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(_counts, Read(stored), out _)++;
            Report(progress, ++done);
        }

        progress.Report(done);
        _coarsening = Coarsening.Of(_counts, _otherSector, _otherRole);
        _weights = _counts
            .Select(entry => (Written: _coarsening[entry.Key], entry.Value))
            .Where(entry => entry.Written is not null)
            .GroupBy(entry => (entry.Written!.Value.Wave, entry.Written.Value.By))
            .ToDictionary(
                side => side.Key,
                side =>
                    SectorWeights.Of(
                        side.GroupBy(entry => entry.Written!.Value.Sector)
                            .ToDictionary(group => group.Key, group => group.Sum(e => e.Value)),
                        PopulationOf(side.Key.Wave)
                    )
            );
    }

    /// <summary>Writes all rows.</summary>
    /// <param name="write">Takes one row after the other; it may not keep the instance.</param>
    /// <param name="progress">Told how many rows have been written.</param>
    /// <param name="cancellation">Stops.</param>
    /// <exception cref="InvalidOperationException">Nothing was counted, or the responses changed since: closed waves do not.</exception>
    public async Task WriteAsync(
        Action<ExportRow> write,
        IProgress<long> progress,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(write);
        ArgumentNullException.ThrowIfNull(progress);
        var coarsening =
            _coarsening ?? throw new InvalidOperationException("Count before you write.");
        var left = new Dictionary<Identifying, int>(_counts);
        var row = new ExportRow(Codebook.Variables.Count - Codebook.Leading);
        long done = 0;
        await foreach (var stored in _input.Rows(cancellation).WithCancellation(cancellation))
        {
            var answered = Read(stored);
            ref var remaining = ref CollectionsMarshal.GetValueRefOrNullRef(left, answered);
            if (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref remaining) || --remaining < 0)
            {
                throw new InvalidOperationException("The answers changed while they were read.");
            }

            if (coarsening[answered] is { } written)
            {
                Fill(row, written);
                write(row);
                Report(progress, ++done);
            }
        }

        progress.Report(done);
    }

    private static void Report(IProgress<long> progress, long done)
    {
        if (done % 1_000 == 0)
        {
            progress.Report(done);
        }
    }

    private Identifying Read(StoredAnswers stored)
    {
        var wave = _waves[stored.Wave];
        AnswerCoding.Read(wave.Columns, stored.Json, wave.Buffer);
        return new(
            stored.Wave,
            stored.By,
            wave.Sector < 0 ? AnswerCoding.NotAsked : wave.Buffer[wave.Sector],
            wave.Role < 0 ? AnswerCoding.NotAsked : wave.Buffer[wave.Role],
            stored.Week.DayNumber
        );
    }

    /// <summary>Fills the row from what <see cref="Read"/> has just left in the wave's buffer.</summary>
    private void Fill(ExportRow row, Identifying written)
    {
        var wave = _waves[written.Wave];
        row.Wave = wave.Number;
        row.By = written.By;
        row.Week = written.Week == Identifying.NoWeek ? null : DateOnly.FromDayNumber(written.Week);
        row.Weight = _weights[(written.Wave, written.By)]
            .TryGetValue(written.Sector, out var weight)
            ? weight
            : null;
        Array.Fill(row.Answers, AnswerCoding.NotAsked);
        foreach (var (from, to) in wave.Places)
        {
            row.Answers[to] =
                from == wave.Sector ? (short)written.Sector
                : from == wave.Role ? (short)written.Role
                : wave.Buffer[from];
        }
    }

    private int Other(string name) =>
        _input
            .Waves.Select(wave =>
                wave.Columns.IndexOf(name) is >= 0 and var i ? wave.Columns[i] : null
            )
            .FirstOrDefault(column => column is not null)
            ?.Question.NumberOf("other")
        ?? AnswerCoding.NotAnswered;

    /// <summary>The population by the number of the sector. What was put together is no sector, so it has none.</summary>
    private Dictionary<int, double> PopulationOf(int wave)
    {
        var columns = _waves[wave].Columns;
        var sector = _waves[wave].Sector;
        return sector < 0
            ? []
            : columns[sector]
                .Question.Answers.Where(answer => answer.Number != _otherSector)
                .Where(answer => _input.Population.ContainsKey(answer.Code))
                .ToDictionary(
                    answer => (int)answer.Number,
                    answer => _input.Population[answer.Code]
                );
    }

    private sealed class ReadWave
    {
        internal ReadWave(ExportWave wave, IReadOnlyList<(SurveyColumn Column, int Place)> places)
        {
            Number = wave.Number;
            Columns = wave.Columns;
            Buffer = new short[Columns.Count];
            Sector = Columns.IndexOf(Columns.Grouping);
            Role = Columns.IndexOf(AnswersExport.Role);
            Places = [.. places.Select(place => (Columns.IndexOf(place.Column.Name), place.Place))];
        }

        internal int Number { get; }

        internal SurveyColumns Columns { get; }

        internal short[] Buffer { get; }

        internal int Sector { get; }

        internal int Role { get; }

        internal IReadOnlyList<(int From, int To)> Places { get; }
    }
}
