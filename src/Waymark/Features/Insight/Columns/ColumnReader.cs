using DuckDB.NET.Data;
using Waymark.Content.Surveys;
using Waymark.Features.Surveys;
using Waymark.Features.Surveys.Codebook;

namespace Waymark.Features.Insight.Columns;

/// <summary>People of one sector and role who gave one answer to one question.</summary>
/// <param name="Question">Which of the questions asked for, from 0.</param>
/// <param name="Sector">The sector's number, below zero where none was given.</param>
/// <param name="Role">The role's number, below zero where none was given.</param>
/// <param name="Answer">The answer's number.</param>
/// <param name="Count">How many.</param>
public readonly record struct AnswerCount(
    int Question,
    short Sector,
    short Role,
    short Answer,
    int Count
);

/// <summary>The same with what these people answered later.</summary>
/// <param name="Sector">The sector's number at the base, below zero where none was given.</param>
/// <param name="Role">The role's number, likewise.</param>
/// <param name="Answer">The answer's number at the base.</param>
/// <param name="After">Straight after; null where there is no matched answer.</param>
/// <param name="FollowUp">At the follow-up; null likewise.</param>
/// <param name="Count">How many.</param>
public readonly record struct ChangeCount(
    short Sector,
    short Role,
    short Answer,
    short? After,
    short? FollowUp,
    int Count
);

/// <summary>Managers who gave one answer about respondents who gave one answer.</summary>
/// <param name="Manager">The number of the manager's answer.</param>
/// <param name="Own">The number of the respondent's own; null where they were not asked.</param>
/// <param name="Count">How many.</param>
public readonly record struct ManagerCount(short Manager, short? Own, int Count);

/// <summary>One respondent's answers to a group of questions, at the base and later; null where a question has no answer or nobody matched.</summary>
/// <param name="Sector">The sector's number at the base.</param>
/// <param name="Role">The role's number at the base.</param>
/// <param name="Base">At the base.</param>
/// <param name="After">Straight after, or null where they did not answer or were not matched.</param>
/// <param name="FollowUp">At the follow-up, likewise.</param>
public sealed record PersonAnswers(
    short Sector,
    short Role,
    double?[] Base,
    double?[]? After,
    double?[]? FollowUp
);

/// <summary>Counts over the columnar copy of one evaluation. What it gives never leaves the machine unprotected.</summary>
public sealed class ColumnReader : IDisposable
{
    private readonly DuckDBConnection _connection;
    private readonly HashSet<string> _baseColumns;
    private readonly HashSet<string> _afterColumns = [];
    private readonly HashSet<string> _followUpColumns = [];

    /// <summary>Opens.</summary>
    /// <param name="folder">The folder of the copy.</param>
    /// <param name="atBase">The file of the only wave or of the one before the course.</param>
    /// <param name="after">The file of the wave straight after, or null.</param>
    /// <param name="followUp">The file of the follow-up, or null.</param>
    public ColumnReader(string folder, string atBase, string? after = null, string? followUp = null)
    {
        _connection = Duck.Open(folder);
        var own = $"WHERE {AnswerColumns.By} = 1";
        Duck.Run(
            _connection,
            $"CREATE VIEW base AS SELECT * FROM read_parquet({Duck.Quote(atBase)}) {own}"
        );
        _baseColumns = ColumnsOf("base");
        // Whoever gave one code twice in a wave cannot be matched: nobody knows which answer is theirs.
        string Once(string file) =>
            $"SELECT * FROM read_parquet({Duck.Quote(file)}) {own} AND {AnswerColumns.Person} IS NOT NULL QUALIFY count(*) OVER (PARTITION BY {AnswerColumns.Person}) = 1";
        if (after is not null || followUp is not null)
        {
            Duck.Run(
                _connection,
                $"CREATE VIEW known AS SELECT {AnswerColumns.Person} FROM base WHERE {AnswerColumns.Person} IS NOT NULL GROUP BY 1 HAVING count(*) = 1"
            );
        }

        Answered[WaveStage.Before] = Respondents(atBase);
        if (after is not null)
        {
            Answered[WaveStage.StraightAfter] = Respondents(after);
            Duck.Run(
                _connection,
                $"CREATE VIEW later_after AS SELECT * FROM ({Once(after)}) SEMI JOIN known USING ({AnswerColumns.Person})"
            );
            _afterColumns = ColumnsOf("later_after");
        }

        if (followUp is not null)
        {
            Answered[WaveStage.FollowUp] = Respondents(followUp);
            Duck.Run(
                _connection,
                $"CREATE VIEW later_follow_up AS SELECT * FROM ({Once(followUp)}) SEMI JOIN known USING ({AnswerColumns.Person})"
            );
            _followUpColumns = ColumnsOf("later_follow_up");
            Duck.Run(
                _connection,
                $"CREATE VIEW managers AS SELECT * FROM read_parquet({Duck.Quote(followUp)}) WHERE {AnswerColumns.By} = 2 AND {AnswerColumns.Person} IS NOT NULL QUALIFY count(*) OVER (PARTITION BY {AnswerColumns.Person}) = 1"
            );
        }
    }

    /// <summary>How many respondents answered at each stage, matched or not; the only wave counts as the one before.</summary>
    public Dictionary<WaveStage, int> Answered { get; } = [];

    /// <summary>Whether a question was asked at a later stage too.</summary>
    public bool IsAskedAt(WaveStage stage, string question) =>
        (stage == WaveStage.StraightAfter ? _afterColumns : _followUpColumns).Contains(question);

    /// <summary>How many respondents there are of each sector and role.</summary>
    public IReadOnlyDictionary<(short Sector, short Role), int> People()
    {
        var people = new Dictionary<(short, short), int>();
        Read(
            $"SELECT {Sector("base")}, {Role("base")}, count(*)::INTEGER FROM base GROUP BY ALL",
            row => people[(row.GetInt16(0), row.GetInt16(1))] = row.GetInt32(2)
        );
        return people;
    }

    /// <summary>All questions counted by sector and role, in one statement.</summary>
    public IReadOnlyList<AnswerCount> Count(IReadOnlyList<string> questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        var counts = new List<AnswerCount>();
        if (questions.Count > 0)
        {
            Read(
                CountSql(questions),
                row =>
                    counts.Add(
                        new(
                            row.GetInt32(0),
                            row.GetInt16(1),
                            row.GetInt16(2),
                            row.GetInt16(3),
                            row.GetInt32(4)
                        )
                    )
            );
        }

        return counts;
    }

    /// <summary>One question counted by sector, role and the same people's later answers.</summary>
    public IReadOnlyList<ChangeCount> Changes(string question)
    {
        var counts = new List<ChangeCount>();
        var after = IsAskedAt(WaveStage.StraightAfter, question);
        var followUp = IsAskedAt(WaveStage.FollowUp, question);
        string Later(bool asked, string of) =>
            asked
                ? $"CASE WHEN {of}.\"{question}\" >= 0 THEN {of}.\"{question}\" END"
                : "NULL::SMALLINT";
        Read(
            $"""
            SELECT {Sector("b")}, {Role("b")}, b."{question}", {Later(after, "a")}, {Later(
                followUp,
                "f"
            )}, count(*)::INTEGER
            FROM base b{Join(after, "later_after", "a")}{Join(followUp, "later_follow_up", "f")}
            WHERE b."{question}" >= 0 GROUP BY ALL
            """,
            row =>
                counts.Add(
                    new(
                        row.GetInt16(0),
                        row.GetInt16(1),
                        row.GetInt16(2),
                        row.IsDBNull(3) ? null : row.GetInt16(3),
                        row.IsDBNull(4) ? null : row.GetInt16(4),
                        row.GetInt32(5)
                    )
                )
        );
        return counts;
    }

    /// <summary>Every respondent's answers to some questions, at the base and at the later stages that asked all of them.</summary>
    public IReadOnlyList<PersonAnswers> Rows(IReadOnlyList<string> questions)
    {
        ArgumentNullException.ThrowIfNull(questions);
        var after = questions.All(question => IsAskedAt(WaveStage.StraightAfter, question));
        var followUp = questions.All(question => IsAskedAt(WaveStage.FollowUp, question));
        string Of(string alias) =>
            string.Join(", ", questions.Select(question => $"{alias}.\"{question}\""));
        var rows = new List<PersonAnswers>();
        var n = questions.Count;
        Read(
            $"""
            SELECT {Sector("b")}, {Role("b")}, {Of("b")}{(after ? ", a._by, " + Of("a") : "")}{(
                followUp ? ", f._by, " + Of("f") : ""
            )}
            FROM base b{Join(after, "later_after", "a")}{Join(followUp, "later_follow_up", "f")}
            """,
            row =>
                rows.Add(
                    new(
                        row.GetInt16(0),
                        row.GetInt16(1),
                        Values(row, 2, n),
                        after && !row.IsDBNull(2 + n) ? Values(row, 3 + n, n) : null,
                        followUp && !row.IsDBNull(2 + n + (after ? 1 + n : 0))
                            ? Values(row, 3 + n + (after ? 1 + n : 0), n)
                            : null
                    )
                )
        );
        return rows;
    }

    /// <summary>
    /// What managers answered at the follow-up about respondents who are matched themselves, with what these said of their own work. Whoever has two
    /// answers of managers is left out: nobody knows which counts.
    /// </summary>
    /// <param name="rated">The manager's question.</param>
    /// <param name="own">The respondent's own question about the same, or null; only pairs in which both were answered are counted.</param>
    public IReadOnlyList<ManagerCount> Managers(string rated, string? own)
    {
        var counts = new List<ManagerCount>();
        if (_followUpColumns.Contains(rated))
        {
            Read(
                $"""
                SELECT m."{rated}", {(
                    own is null ? "NULL::SMALLINT" : $"f.\"{own}\""
                )}, count(*)::INTEGER
                FROM managers m JOIN later_follow_up f ON f.{AnswerColumns.Person} = m.{AnswerColumns.Person}
                WHERE m."{rated}" >= 0{(own is null ? "" : $" AND f.\"{own}\" >= 0")} GROUP BY ALL
                """,
                row =>
                    counts.Add(
                        new(
                            row.GetInt16(0),
                            row.IsDBNull(1) ? null : row.GetInt16(1),
                            row.GetInt32(2)
                        )
                    )
            );
        }

        return counts;
    }

    /// <summary>Who answered when: respondents of the base by whether they were matched straight after and at the follow-up.</summary>
    public IReadOnlyList<(short Sector, short Role, bool After, bool FollowUp, int Count)> Flow()
    {
        var flow = new List<(short, short, bool, bool, int)>();
        var (after, followUp) = (_afterColumns.Count > 0, _followUpColumns.Count > 0);
        Read(
            $"""
            SELECT {Sector("b")}, {Role("b")}, {(after ? "a._by IS NOT NULL" : "false")}, {(
                followUp ? "f._by IS NOT NULL" : "false"
            )}, count(*)::INTEGER
            FROM base b{Join(after, "later_after", "a")}{Join(followUp, "later_follow_up", "f")}
            GROUP BY ALL
            """,
            row =>
                flow.Add(
                    (
                        row.GetInt16(0),
                        row.GetInt16(1),
                        row.GetBoolean(2),
                        row.GetBoolean(3),
                        row.GetInt32(4)
                    )
                )
        );
        return flow;
    }

    /// <summary>The one statement behind <see cref="Count"/>: what the bench compares with.</summary>
    internal string CountSql(IReadOnlyList<string> questions) =>
        string.Join(
            "\nUNION ALL\n",
            questions.Select(
                (question, i) =>
                    $"SELECT {i}::INTEGER, {Sector("base")} s, {Role("base")} r, \"{question}\" a, count(*)::INTEGER FROM base WHERE \"{question}\" >= 0 GROUP BY s, r, a"
            )
        );

    /// <summary>Runs a query, row by row.</summary>
    internal void Read(string sql, Action<DuckDBDataReader> take)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            take(rows);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();

    private static string Join(bool wanted, string view, string alias) =>
        wanted
            ? $" LEFT JOIN {view} {alias} ON {alias}.{AnswerColumns.Person} = b.{AnswerColumns.Person}"
            : "";

    private static double?[] Values(DuckDBDataReader row, int first, int count)
    {
        var values = new double?[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = row.GetInt16(first + i) is var number and >= 0 ? number : null;
        }

        return values;
    }

    private string Sector(string of) =>
        Known(
            of,
            _baseColumns.Contains(NamedAgencies.Question)
                ? NamedAgencies.Question
                : SurveyColumns.Sector
        );

    private string Role(string of) => Known(of, "role");

    private string Known(string of, string column) =>
        _baseColumns.Contains(column) ? $"{of}.{column}" : "(-1)::SMALLINT";

    private int Respondents(string file)
    {
        var count = 0;
        Read(
            $"SELECT count(*)::INTEGER FROM read_parquet({Duck.Quote(file)}) WHERE {AnswerColumns.By} = 1",
            row => count = row.GetInt32(0)
        );
        return count;
    }

    private HashSet<string> ColumnsOf(string view)
    {
        var columns = new HashSet<string>(StringComparer.Ordinal);
        Read($"DESCRIBE {view}", row => columns.Add(row.GetString(0)));
        return columns;
    }
}
