using System.Diagnostics;
using System.Runtime.CompilerServices;
using Waymark.Content;
using Waymark.Features.Surveys.Codebook;
using Waymark.Features.Surveys.Export;
using Waymark.Instruments;

namespace Waymark.SurveyBenchmarks.Export;

/// <summary>
/// One export of many answers to our longest survey: how long each part takes, and whether memory grows with the number of rows. The answers
/// come from a thousand made beforehand, so that what is measured is the export and not the making of answers or a database.
/// </summary>
internal static class ExportMeasurement
{
    private const int Different = 1_000;
    private const double MiB = 1024 * 1024;

    internal static async Task<int> RunAsync(int rows, string? keepIn)
    {
        var instrument = ContentLibrary
            .Load(ContentSnapshot.Read(Path.Combine(AppContext.BaseDirectory, "content")))
            .Library!.Newest("surveys", "workforce-self-efficacy")!
            .Instrument;
        var columns = SurveyColumns.Of(instrument);
        var answers = Answers(instrument);
        Console.WriteLine(
            $"{rows:N0} rows of {columns.Count} columns; one response is {answers.Average(json => json.Length):N0} characters of JSON."
        );
        Coding(columns, answers, rows);
        await ExportAsync(columns, answers, rows / 10, null);
        await ExportAsync(columns, answers, rows, keepIn);
        return 0;
    }

    private static void Coding(SurveyColumns columns, List<string> answers, int rows)
    {
        var into = new short[columns.Count];
        var utf8 = answers.Select(System.Text.Encoding.UTF8.GetBytes).ToList();
        for (var i = 0; i < 20_000; i++)
        {
            AnswerCoding.Read(columns, utf8[i % Different], into);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < rows; i++)
        {
            AnswerCoding.Read(columns, utf8[i % Different], into);
        }

        var time = Stopwatch.GetElapsedTime(start);
        Console.WriteLine(
            $"coding: {time.TotalMicroseconds / rows:N1} µs a response, {(GC.GetAllocatedBytesForCurrentThread() - allocated) / rows} B allocated each"
        );
    }

    private static async Task ExportAsync(
        SurveyColumns columns,
        List<string> answers,
        int rows,
        string? keepIn
    )
    {
        var folder = keepIn ?? Directory.CreateTempSubdirectory("waymark-export-").FullName;
        using var stop = new CancellationTokenSource();
        var peak = WatchAsync(stop.Token);
        var export = new AnswersExport(
            new(
                "Benchmark",
                [new(0, columns)],
                new Dictionary<string, double> { ["health"] = 700, ["education"] = 300 },
                cancellation => Stream(answers, rows, cancellation),
                []
            )
        );
        var progress = new Progress<long>();
        var start = Stopwatch.GetTimestamp();
        await export.CountAsync(progress, CancellationToken.None);
        var counted = Stopwatch.GetElapsedTime(start);
        var package = await ExportPackage.WriteAsync(
            export,
            folder,
            DateTimeOffset.UnixEpoch,
            progress,
            CancellationToken.None
        );
        var written = Stopwatch.GetElapsedTime(start);
        var size = new FileInfo(package).Length;
        await stop.CancelAsync();
        var (managed, resident) = await peak;
        Console.WriteLine(
            $"export of {rows, 9:N0} rows: counted after {counted.TotalSeconds:N1} s, package of {size / MiB:N1} MiB after {written.TotalSeconds:N1} s; highest: {managed / MiB:N0} MiB managed, {resident / MiB:N0} MiB resident"
        );
        if (keepIn is null)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<(long Managed, long Resident)> WatchAsync(CancellationToken stop)
    {
        long managed = 0,
            resident = 0;
        using var process = Process.GetCurrentProcess();
        while (!stop.IsCancellationRequested)
        {
            process.Refresh();
            managed = Math.Max(managed, GC.GetTotalMemory(forceFullCollection: false));
            resident = Math.Max(resident, process.WorkingSet64);
            await Task.Delay(50, CancellationToken.None);
        }

        return (managed, resident);
    }

    private static async IAsyncEnumerable<StoredAnswers> Stream(
        List<string> answers,
        int rows,
        [EnumeratorCancellation] CancellationToken cancellation
    )
    {
        var week = new DateOnly(2026, 11, 23);
        for (var i = 0; i < rows; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            yield return new(0, 1, week.AddDays(-7 * (i % 3)), answers[i % Different]);
        }

        await Task.CompletedTask;
    }

    private static List<string> Answers(Instrument instrument)
    {
        var random = new Random(2014);
        var moment = new EvaluationContext(DateTimeOffset.UnixEpoch);
        return
        [
            .. Enumerable
                .Range(0, Different)
                .Select(_ =>
                {
                    var form = Form.Start(instrument, moment);
                    foreach (var item in instrument.All.Where(item => item.IsQuestion))
                    {
                        form.Set(
                            item.LinkId,
                            [item.Options[random.Next(item.Options.Count)].Value]
                        );
                    }

                    return form.ToCompletedJson(moment.Now);
                }),
        ];
    }
}
