using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using DuckDB.NET.Data;
using Waymark.Features.Surveys.Export;
using Xunit;

namespace Waymark.Tests.Features.Surveys.Export;

/// <summary>What a researcher unpacks: the rows that were answered, the same in both files, and a codebook that explains every number.</summary>
public sealed class ExportPackageTests : IDisposable
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly s_week = new(2026, 11, 23);
    private readonly string _folder = Directory.CreateTempSubdirectory("waymark-export-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Package_HoldsEveryFile_AndNothingElseIsLeft()
    {
        var package = await MakeAsync(Two());

        using var zip = ZipFile.OpenRead(package);
        Assert.Equal(
            [
                "answers.csv",
                "answers.parquet",
                "answers.sps",
                "codebook.csv",
                "codebook.docx",
                "codebook.json",
                "read-me.txt",
            ],
            zip.Entries.Select(entry => entry.FullName).Order(StringComparer.Ordinal)
        );
        Assert.Equal([package], Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public async Task Csv_HasOneNumberForEachVariableOfEachRow()
    {
        var input = Two();
        var export = new AnswersExport(input);
        var rows = Csv(await MakeAsync(input));

        Assert.Equal(400, rows.Count);
        Assert.All(
            rows,
            row =>
                Assert.Equal(export.Codebook.Variables.Select(variable => variable.Name), row.Keys)
        );
        Assert.All(
            export.Codebook.Variables.Skip(export.Codebook.Leading),
            variable =>
                Assert.Subset(
                    variable
                        .Values.Concat(variable.Missing)
                        .Select(value => value.Code.ToString(CultureInfo.InvariantCulture))
                        .ToHashSet(),
                    rows.Select(row => row[variable.Name]).ToHashSet()
                )
        );
    }

    [Fact]
    public async Task Csv_QuestionThatAWaveDoesNotHave_WasNotAsked()
    {
        var rows = Csv(await MakeAsync(Two()));

        // The bridge is wave 1, the follow-up wave 3; only the bridge asks about training, both about confidence.
        Assert.All(
            rows.Where(row => row["wave"] == "3"),
            row => Assert.Equal("-1", row["trained_assess"])
        );
        Assert.Contains(rows, row => row["wave"] == "1" && row["trained_assess"] == "1");
        Assert.Contains(rows, row => row["wave"] == "3" && row["confident_assess"] == "1");
    }

    [Fact]
    public async Task Csv_NoCombinationOfFewerThanTen()
    {
        var rows = Csv(await MakeAsync(Two()));

        Assert.All(
            rows.GroupBy(row =>
                (row["wave"], row["rated_by"], row["sector"], row["role"], row["week"])
            ),
            cell => Assert.True(cell.Count() >= Coarsening.Least)
        );
    }

    [Fact]
    public async Task Csv_FewerThanTenManagers_AreLeftOut()
    {
        var random = new Random(1);
        var survey = Respondents.Survey("workforce-practice-impact");
        List<StoredAnswers> stored =
        [
            .. Enumerable
                .Range(0, 49)
                .Select(i => new StoredAnswers(
                    0,
                    i < 9 ? 2 : 1,
                    s_week,
                    Respondents.Answer(survey, random)
                )),
        ];

        var package = await MakeAsync(
            Respondents.Input(stored, null, (3, "workforce-practice-impact"))
        );

        Assert.Equal(40, Csv(package).Count);
        Assert.Contains(
            "9 responses are left out",
            Text(package, "read-me.txt"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Parquet_HasTheSameRowsAsTheCsv()
    {
        var package = await MakeAsync(
            Two(new Dictionary<string, double> { ["health"] = 700, ["education"] = 300 })
        );
        var parquet = Path.Combine(_folder, "copy.parquet");
        using (var zip = ZipFile.OpenRead(package))
        {
            zip.GetEntry("answers.parquet")!.ExtractToFile(parquet);
        }

        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM '{parquet}'";
        using var reader = command.ExecuteReader();
        foreach (var row in Csv(package))
        {
            Assert.True(reader.Read());
            for (var i = 0; i < reader.FieldCount; i++)
            {
                Assert.Equal(row[reader.GetName(i)], Cell(reader.GetValue(i)));
            }
        }

        Assert.False(reader.Read());
    }

    [Fact]
    public async Task Weight_IsGivenWhereThePopulationIsKnown()
    {
        var rows = Csv(
            await MakeAsync(
                Two(new Dictionary<string, double> { ["health"] = 700, ["education"] = 300 })
            )
        );

        Assert.All(
            rows,
            row => Assert.Equal(row["sector"] is "2" or "3", row["weight"].Length > 0)
        );
        var weights = rows.Where(row => row["wave"] == "1" && row["weight"].Length > 0)
            .Select(row => double.Parse(row["weight"], CultureInfo.InvariantCulture));
        Assert.Equal(1, weights.Average(), 1e-4);
    }

    [Fact]
    public async Task Codebook_ExplainsEveryVariableOfTheFile()
    {
        var package = await MakeAsync(Two());
        using var json = JsonDocument.Parse(Text(package, "codebook.json"));

        Assert.Equal(
            Csv(package)[0].Keys,
            json.RootElement.GetProperty("variables")
                .EnumerateArray()
                .Select(variable => variable.GetProperty("name").GetString())
        );
        Assert.Contains(
            "bridge, not the original instrument",
            Text(package, "codebook.csv"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Write_AnswersChangedInBetween_StopsWithoutAPackage()
    {
        var input = Two();
        var calls = 0;
        var export = new AnswersExport(
            input with
            {
                Rows = cancellation =>
                    calls++ == 0 ? input.Rows(cancellation) : Two(seed: 2).Rows(cancellation),
            }
        );
        await export.CountAsync(new Progress<long>(), TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            export.WriteAsync(_ => { }, new Progress<long>(), TestContext.Current.CancellationToken)
        );
    }

    private static ExportInput Two(
        IReadOnlyDictionary<string, double>? population = null,
        int seed = 1
    )
    {
        var random = new Random(seed);
        var (before, after) = (
            Respondents.Survey("workforce-bridge-2014"),
            Respondents.Survey("workforce-practice-impact")
        );
        List<StoredAnswers> rows =
        [
            .. Enumerable
                .Range(0, 400)
                .Select(i => new StoredAnswers(
                    i % 2,
                    1,
                    s_week.AddDays(-7 * random.Next(3)),
                    Respondents.Answer(i % 2 == 0 ? before : after, random)
                )),
        ];
        return Respondents.Input(
            rows,
            population,
            (1, "workforce-bridge-2014"),
            (3, "workforce-practice-impact")
        );
    }

    private async Task<string> MakeAsync(ExportInput input)
    {
        var export = new AnswersExport(input);
        await export.CountAsync(new Progress<long>(), TestContext.Current.CancellationToken);
        return await ExportPackage.WriteAsync(
            export,
            _folder,
            s_now,
            new Progress<long>(),
            TestContext.Current.CancellationToken
        );
    }

    private static List<Dictionary<string, string>> Csv(string package) =>
        Rfc4180.Rows(Text(package, "answers.csv"));

    private static string Text(string package, string name)
    {
        using var zip = ZipFile.OpenRead(package);
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static string Cell(object value) =>
        value switch
        {
            DBNull => "",
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            double weight => weight.ToString("F6", CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
}
