using Waymark.Statistics.Disclosure;

namespace Waymark.Statistics.Tests.Disclosure;

/// <summary>A random survey, a random rule, and a random line of requests: all from one seed.</summary>
internal sealed class RandomSurvey
{
    private readonly Random _random;
    private readonly string[] _variables;
    private readonly int[] _sizes;
    private readonly string[] _answers;
    private readonly string[] _settles;
    private readonly Measure _measure;

    public RandomSurvey(
        int seed,
        int mostVariables = 3,
        int mostValues = 3,
        int mostAnswers = 3,
        Measure measure = Measure.Answers
    )
    {
        _random = new Random(seed);
        _variables = [.. new[] { "a", "b", "c" }.Take(_random.Next(1, mostVariables + 1))];
        _sizes =
        [
            .. _variables.Select(_ => _random.Next(2, _variables.Length == 3 ? 3 : mostValues + 1)),
        ];
        _measure = measure;
        var answers = measure == Measure.Mean ? 1 : _random.Next(2, mostAnswers + 1);
        _answers = [.. Enumerable.Range(0, answers).Select(a => $"{a}")];
        Policy = RandomPolicy();
        _settles =
            _variables.Length > 1 && _random.Next(4) == 0
                ? [.. Enumerable.Range(0, _sizes[1]).Select(_ => $"{_random.Next(_sizes[0])}")]
                : [];
        Truth = Counted([
            .. Kinds(0, [])
                .Select(k => new JointRow(
                    k,
                    [.. _answers.Select(_ => Possible(k) ? RandomCount() : 0)]
                )),
        ]);
        KnownKinds = Counted([.. Truth.Rows.Where(r => Possible(r.Values))]);
        Requests = [.. Enumerable.Range(0, 7).Select(_ => RandomRequest())];
    }

    public SuppressionPolicy Policy { get; }

    public JointCounts Truth { get; }

    /// <summary>
    /// The kinds of people that everybody knows there can be: all, unless the second variable settles the first as a team does its sector.
    /// </summary>
    public JointCounts KnownKinds { get; }

    public TableRequest[] Requests { get; }

    /// <summary>Every kind of person there can be.</summary>
    private IEnumerable<string[]> Kinds(int variable, string[] so) =>
        variable == _variables.Length
            ? [so]
            : Enumerable
                .Range(0, _sizes[variable])
                .SelectMany(v => Kinds(variable + 1, [.. so, $"{v}"]));

    private bool Possible(IReadOnlyList<string> kind) =>
        _settles.Length == 0
        || _settles[int.Parse(kind[1], System.Globalization.CultureInfo.InvariantCulture)]
            == kind[0];

    private JointCounts Counted(JointRow[] rows) =>
        Six.Ok(JointCounts.Create(Survey.Snapshot, _variables, _answers, rows));

    private SuppressionPolicy RandomPolicy()
    {
        var hidden = _random.Next(3) == 0 ? _random.Next(3, 7) : 7;
        var roundTo = _random.Next(3) switch
        {
            0 => 1,
            1 => 5,
            _ => _random.Next(1, hidden + 1),
        };
        return Six.Ok(
            SuppressionPolicy.Create(hidden, roundTo, 10, hideUnanimous: _random.Next(2) == 0)
        );
    }

    private int RandomCount() =>
        _random.Next(8) switch
        {
            0 => 0,
            1 => _random.Next(1, 8),
            2 => _random.Next(0, 16),
            _ => _random.Next(8, 60),
        };

    private TableRequest RandomRequest()
    {
        string[] by = [.. _variables.Where(_ => _random.Next(5) < 2)];
        var filters = new Dictionary<string, IReadOnlyList<string>>();
        for (var v = 0; v < _variables.Length; v++)
        {
            string[] kept =
            [
                .. Enumerable
                    .Range(0, _sizes[v])
                    .Where(_ => _random.Next(3) > 0)
                    .Select(x => $"{x}"),
            ];
            if (_random.Next(4) == 0 && kept.Length > 0)
            {
                filters[_variables[v]] = kept;
            }
        }

        return Six.Ok(TableRequest.Create("q", by, filters, _measure));
    }
}
