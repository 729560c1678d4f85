using System.Text;
using CsvHelper;
using Waymark.Mail;

namespace Waymark.Features.Surveys.Invite;

/// <summary>Somebody to be invited.</summary>
/// <param name="Email">Their address, in small letters.</param>
/// <param name="ManagerEmail">Their manager's, or null.</param>
public sealed record ListedPerson(string Email, string? ManagerEmail);

/// <summary>What is wrong with a row of a list.</summary>
/// <param name="Row">The row, from 1 as a spreadsheet counts it.</param>
/// <param name="Code">A stable code.</param>
/// <param name="Message">What to do.</param>
public sealed record ListIssue(int Row, string Code, string Message);

/// <summary>
/// A list of people that was pasted or uploaded: comma, semicolon or tab between cells, quoted or not; with a heading row that names the columns "email" and
/// "manager email", others being left out, or without one: then the address and the manager's address. Pure. Either the whole list is good or none of it
/// is taken.
/// </summary>
/// <param name="People">The people of good rows, in order.</param>
/// <param name="Issues">What is wrong, by row.</param>
/// <param name="LeftOut">The headings of columns that are not looked at.</param>
public sealed record AttendanceList(
    IReadOnlyList<ListedPerson> People,
    IReadOnlyList<ListIssue> Issues,
    IReadOnlyList<string> LeftOut
)
{
    /// <summary>The most rows of one list.</summary>
    public const int MostRows = 5000;

    private static readonly char[] s_separators = [',', ';', '\t'];
    private static readonly string[] s_own = ["email", "emailaddress", "mail", "workemail"];
    private static readonly string[] s_manager =
    [
        "manageremail",
        "managersemail",
        "manageremailaddress",
        "managersemailaddress",
        "linemanageremail",
        "manager",
    ];

    /// <summary>Reads a list.</summary>
    /// <param name="text">The rows.</param>
    /// <param name="isSure">Whether its letters are surely those that were written; where not, an address with a letter beyond ASCII is not guessed at.</param>
    public static AttendanceList Read(string? text, bool isSure = true)
    {
        var rows = Rows(text ?? "");
        if (rows.Count == 0)
        {
            return Refused(new(1, "list-empty", "Give at least one e-mail address"));
        }
        if (rows.Count > MostRows)
        {
            return Refused(
                new(MostRows + 1, "list-too-long", $"Give at most {MostRows} rows at a time")
            );
        }
        var columns = Columns(rows[0].Cells);
        if (columns is { Own: < 0 })
        {
            return Refused(
                new(
                    rows[0].Number,
                    "no-email-column",
                    "The first row has no e-mail address and no heading “Email”. Give the column of addresses that heading"
                )
            );
        }
        return Read(rows, columns, isSure);
    }

    private static AttendanceList Refused(ListIssue issue) => new([], [issue], []);

    private static AttendanceList Read(List<Row> rows, Heading? heading, bool isSure)
    {
        List<ListedPerson> people = [];
        List<ListIssue> issues = [];
        Dictionary<string, int> seen = new(StringComparer.OrdinalIgnoreCase);
        foreach (var row in heading is null ? rows : rows.Skip(1))
        {
            if (Person(row, heading, seen, isSure, out var issue) is { } person)
            {
                people.Add(person);
            }
            else
            {
                issues.Add(new(row.Number, issue.Code, issue.Message));
            }
        }
        if (people.Count == 0 && issues.Count == 0)
        {
            issues.Add(new(1, "list-empty", "Give at least one e-mail address"));
        }
        return new(people, issues, heading?.LeftOut ?? []);
    }

    private static ListedPerson? Person(
        Row row,
        Heading? heading,
        Dictionary<string, int> seen,
        bool isSure,
        out (string Code, string Message) issue
    )
    {
        issue = default;
        if (row.Cells.Any(IsDamaged))
        {
            issue = (
                "damaged-characters",
                "Some letters were damaged on the way. Save the file as “CSV UTF-8” and copy it again"
            );
            return null;
        }
        var expected = heading?.Cells ?? 2;
        if (
            row.IsBroken
            || row.Cells.Count > expected
            || (heading is not null && row.Cells.Count < expected)
        )
        {
            issue = (
                "ragged-row",
                row.IsBroken
                    ? "A quotation mark is open or out of place. Take it out or close it"
                    : $"This row has {(row.Cells.Count == 1 ? "1 cell" : $"{row.Cells.Count} cells")} where {expected} are expected. Look for a missing or an extra separator"
            );
            return null;
        }
        var own = Cell(row, heading?.Own ?? 0);
        var manager = Cell(row, heading?.Manager ?? 1);
        if (!isSure && !(Ascii.IsValid(own) && Ascii.IsValid(manager)))
        {
            issue = (
                "encoding-unsure",
                "An address has a letter that may not be read as it was written. Save the file as “CSV UTF-8” and upload it again"
            );
            return null;
        }
        if (!Letter.IsAddress(own))
        {
            issue = ("not-an-address", "Write one e-mail address, like name@agency.gov.uk");
            return null;
        }
        if (manager.Length > 0 && !Letter.IsAddress(manager))
        {
            issue = (
                "manager-not-an-address",
                "Write the manager’s e-mail address, or leave the cell empty"
            );
            return null;
        }
        if (string.Equals(own, manager, StringComparison.OrdinalIgnoreCase))
        {
            issue = (
                "own-manager",
                "This person and their manager have the same address. Give another one, or leave the manager’s cell empty"
            );
            return null;
        }
        if (!seen.TryAdd(own, row.Number))
        {
            issue = ("twice", $"This address stands in row {seen[own]} too. Take one of them out");
            return null;
        }
        return new(own.ToLowerInvariant(), manager.Length == 0 ? null : manager.ToLowerInvariant());
    }

    private static string Cell(Row row, int column) =>
        column >= 0 && column < row.Cells.Count ? row.Cells[column] : "";

    /// <summary>
    /// The sign that stands for an unreadable letter, or the pairs that UTF-8 makes when it is read as something else. “Ã” before a letter is a name
    /// such as “JOÃO”.
    /// </summary>
    private static bool IsDamaged(string cell) =>
        cell.Contains('\uFFFD', StringComparison.Ordinal)
        || cell.Contains('\0', StringComparison.Ordinal)
        || cell.Contains("â€", StringComparison.Ordinal)
        || cell.Index()
            .Any(c =>
                c.Item == 'Ã' && c.Index + 1 < cell.Length && !char.IsAscii(cell[c.Index + 1])
            );

    /// <summary>The columns where the first row is a heading; null where it is a person.</summary>
    private static Heading? Columns(IReadOnlyList<string> first)
    {
        if (first.Any(cell => cell.Contains('@', StringComparison.Ordinal)))
        {
            return null;
        }
        var names = first
            .Select(cell => string.Concat(cell.Where(char.IsAsciiLetter)).ToLowerInvariant())
            .ToList();
        var own = names.FindIndex(s_own.Contains);
        var manager = names.FindIndex(s_manager.Contains);
        return new(
            first.Count,
            own,
            manager,
            [.. first.Where((cell, at) => at != own && at != manager && cell.Length > 0)]
        );
    }

    private static List<Row> Rows(string text)
    {
        var clean = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var isBroken = false;
        using var reader = CsvReader.FromText(
            clean,
            CsvReaderOptions.Default with
            {
                Separator = SeparatorOf(clean),
                HasHeader = false,
                AllowLineBreaksInQuotes = false,
                TrimWhitespace = true,
                TrackLineNumbers = true,
                OnMalformedRecord = _ => isBroken = true,
            }
        );
        List<Row> rows = [];
        while (rows.Count <= MostRows && reader.Read())
        {
            List<string> cells = [];
            for (var field = 0; field < reader.FieldCount; field++)
            {
                cells.Add(reader.GetString(field).Trim().Trim('\u00A0'));
            }
            if (isBroken || cells.Exists(cell => cell.Length > 0))
            {
                rows.Add(new((int)reader.LineNumber, cells, isBroken));
            }
            isBroken = false;
        }
        return rows;
    }

    /// <summary>The separator that stands most often in the first line; a comma where none does.</summary>
    private static char SeparatorOf(string text)
    {
        var first = text.TrimStart('\n').Split('\n', 2)[0];
        return s_separators.MaxBy(separator => first.Count(c => c == separator));
    }

    private sealed record Row(int Number, IReadOnlyList<string> Cells, bool IsBroken);

    private sealed record Heading(int Cells, int Own, int Manager, IReadOnlyList<string> LeftOut);
}
