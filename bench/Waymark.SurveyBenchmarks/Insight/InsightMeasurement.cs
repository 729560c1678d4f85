using System.Diagnostics;
using System.Text.Json.Nodes;
using Waymark.Content;
using Waymark.Features.Insight.Columns;
using Waymark.Features.Insight.Reading;
using Waymark.Features.Insight.Releasing;
using Waymark.Features.Surveys.Codebook;
using Waymark.Instruments;
using Waymark.Statistics.Disclosure;

namespace Waymark.SurveyBenchmarks.Insight;

/// <summary>
/// A heat-map of sixty questions by sector with suppression, rounding and intervals, beside the bare GROUP BY in DuckDB that it rests on: from the
/// same Parquet file, by the same connection, in turns; the median of several runs.
/// </summary>
internal static class InsightMeasurement
{
    private const int Questions = 60;
    private const double MiB = 1024 * 1024;

    internal static int Run(int largest)
    {
        var columns = Columns();
        Console.WriteLine(
            "| respondents | file | bare GROUP BY | heat-map | times | allocated | highest resident |"
        );
        Console.WriteLine("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        for (var people = 1_000; people <= largest; people *= 10)
        {
            Measure(columns, people);
        }

        return 0;
    }

    private static void Measure(SurveyColumns columns, int people)
    {
        var folder = Directory.CreateTempSubdirectory("waymark-insight-").FullName;
        try
        {
            var file = Write(folder, columns, people);
            using var reader = new ColumnReader(folder, file);
            var names = InsightQuestions.Of(columns).YesOrNo.Select(q => q.Name).ToList();
            var study = ContentLibrary
                .Load(ContentSnapshot.Read(Path.Combine(AppContext.BaseDirectory, "content")))
                .Library!.Studies[0];
            var sql = reader.CountSql(names);
            var runs = people >= 1_000_000 ? 5 : 15;
            List<double> bare = [],
                whole = [];
            long allocated = 0;
            for (var run = -2; run < runs; run++)
            {
                var start = Stopwatch.GetTimestamp();
                long rows = 0;
                reader.Read(sql, row => rows += row.GetInt32(4));
                var first = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                var before = GC.GetAllocatedBytesForCurrentThread();
                start = Stopwatch.GetTimestamp();
                var groups = PeopleGroups.Of(reader.People(), columns, 20);
                var ledger = ReleaseDesk.Needs(
                    reader,
                    columns,
                    ReleaseLedger.Open(SuppressionPolicy.Usual, "bench"),
                    groups
                );
                var table = NeedsTable.Of(
                    ledger,
                    InsightQuestions.Of(columns),
                    study,
                    ReleaseWords.Sector,
                    groups.Sectors,
                    new Dictionary<string, double>()
                );
                var second = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                if (rows == 0 || table.Needs.Count != Questions)
                {
                    throw new InvalidOperationException("Nothing was counted.");
                }

                if (run >= 0)
                {
                    bare.Add(first);
                    whole.Add(second);
                    allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                }
            }

            bare.Sort();
            whole.Sort();
            var (b, w) = (bare[bare.Count / 2], whole[whole.Count / 2]);
            Console.WriteLine(
                $"| {people:N0} | {new FileInfo(file).Length / MiB:N1} MiB | {b:N1} ms | {w:N1} ms | {w / b:N2} | {allocated / MiB:N1} MiB | {Process.GetCurrentProcess().PeakWorkingSet64 / MiB:N0} MiB |"
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Write(string folder, SurveyColumns columns, int people)
    {
        var file = Path.Combine(folder, "answers.parquet");
        using var writer = new ColumnWriter(file, columns);
        var chance = new Random(2014);
        var answers = new short[columns.Count];
        var (sector, role) = (columns.IndexOf("sector"), columns.IndexOf("role"));
        for (var i = 0; i < people; i++)
        {
            for (var c = 0; c < answers.Length; c++)
            {
                answers[c] = (short)(
                    chance.Next(20) == 0 ? AnswerCoding.NotAnswered
                    : chance.Next(100) < c ? 1
                    : 0
                );
            }

            answers[sector] = (short)(1 + chance.Next(5));
            answers[role] = (short)(1 + chance.Next(12));
            writer.Write(1, null, answers);
        }

        writer.Finish();
        return file;
    }

    /// <summary>The bridge survey with sixty questions in place of its four about children met.</summary>
    private static SurveyColumns Columns()
    {
        var json = JsonNode.Parse(
            File.ReadAllText(
                Path.Combine(
                    AppContext.BaseDirectory,
                    "content/instruments/surveys/workforce-bridge-2014/1.0.0/questionnaire.json"
                )
            )
        )!;
        var pages = json["item"]!.AsArray();
        var asked = pages[1]!["item"]!
            .AsArray()
            .First(item => item!["linkId"]!.GetValue<string>() == "met_webcam")!;
        while (pages.Count > 2)
        {
            pages.RemoveAt(2);
        }

        var items = new JsonArray();
        for (var q = 0; q < Questions; q++)
        {
            var item = asked.DeepClone();
            item["linkId"] = $"q{q}";
            items.Add(item);
        }

        pages[1]!["item"] = items;
        return SurveyColumns.Of(
            Instrument.Load(json.ToJsonString()).Value
                ?? throw new InvalidOperationException("The survey of the bench is refused.")
        );
    }
}
