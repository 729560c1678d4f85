using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Insight.Columns;
using Waymark.Features.Insight.Releasing;
using Waymark.Features.Surveys;
using Waymark.Features.Surveys.Codebook;
using Waymark.Statistics.Disclosure;
using Waymark.Tests.Features.Surveys.Export;
using Xunit;

namespace Waymark.Tests.Features.Insight.Releasing;

/// <summary>What is shown of a survey is decided when a wave closes: once, in one order, and then never otherwise.</summary>
public sealed class ReleaseAtClosingTests(InsightHost host) : IClassFixture<InsightHost>
{
    private const string Bridge = "workforce-bridge-2014";

    [Fact]
    public async Task Release_OfTheDemo_ShowsEverySectorOfTheNeedsTable()
    {
        var ledger = await host.LedgerAsync(await host.WorkforceAsync());

        var table = ledger.Find(ReleaseWords.Answers("confident_assess", ReleaseWords.Sector))!;
        Assert.Equal(
            ["childrens-services", "education", "health"],
            table.Rows.Select(row => row.Labels[0])
        );
        Assert.All(table.Rows, row => Assert.DoesNotContain(row.Counts, count => count.IsHidden));
        Assert.Equal(680, table.Total.Total.Rounded);
        Assert.InRange(table.Share(table.Total, 0)!.Value, 0.60, 0.64);
    }

    [Fact]
    public async Task Release_EveryFigureOfTheNeedsTable_IsTheTrueCountRounded()
    {
        var evaluation = await host.WorkforceAsync();
        var columns = SurveyColumns.Of(host.Library().Newest("surveys", Bridge)!.Instrument);
        var (sector, question) = (columns.IndexOf("sector"), columns.IndexOf("trained_recovery"));
        var answers = (await host.ResponsesAsync(evaluation, WaveStage.Before))
            .Select(response =>
            {
                var row = new short[columns.Count];
                AnswerCoding.Read(columns, response.Json, row);
                return row;
            })
            .ToList();
        var table = (await host.LedgerAsync(evaluation)).Find(
            ReleaseWords.Answers("trained_recovery", ReleaseWords.Sector)
        )!;

        Assert.Equal(692, answers.Count);
        foreach (
            var (number, code) in new[]
            {
                (1, "childrens-services"),
                (2, "health"),
                (3, "education"),
            }
        )
        {
            var row = table.Rows.Single(r => r.Labels[0] == code);
            foreach (var answer in new[] { 0, 1 })
            {
                var truth = answers.Count(a => a[sector] == number && a[question] == answer);
                Assert.Equal((truth + 2) / 5 * 5, row.Counts[answer].Rounded);
            }
        }
    }

    [Fact]
    public async Task Release_Again_ChangesNothingAndWritesNoEvent()
    {
        var evaluation = await host.WorkforceAsync();
        var before = await StoredAsync(evaluation);

        Assert.True(await host.ReleaseAsync(evaluation));

        Assert.Equal(before, await StoredAsync(evaluation));
    }

    [Fact]
    public async Task Release_WithTheFolderDeleted_GivesTheSame()
    {
        var evaluation = await StoredSurvey.AddAsync(
            host,
            InsightHost.Ruth,
            (WaveStage.Only, Bridge, 300, true)
        );
        await host.ReleaseAsync(evaluation);
        var (ledger, figures, _) = await StoredAsync(evaluation);
        var folder = Path.Combine(
            host.Services.GetRequiredService<AnswerColumns>().Folder,
            evaluation.ToString("N")
        );
        Assert.Single(Directory.GetFiles(folder));

        Directory.Delete(folder, recursive: true);
        await host.AsPersonAsync(
            InsightHost.Ruth,
            async db =>
            {
                await db
                    .ReleaseLedgers.Where(l => l.EvaluationId == evaluation)
                    .ExecuteDeleteAsync();
                return await db
                    .ReleasedFigures.Where(l => l.EvaluationId == evaluation)
                    .ExecuteDeleteAsync();
            }
        );
        await host.ReleaseAsync(evaluation);

        var again = await StoredAsync(evaluation);
        Assert.Equal((ledger, figures), (again.Ledger, again.Figures));
        Assert.Single(Directory.GetFiles(folder));
    }

    [Fact]
    public async Task Release_WhileTheFirstWaveIsOpen_DoesNothing()
    {
        var evaluation = await StoredSurvey.AddAsync(
            host,
            InsightHost.Ruth,
            (WaveStage.Before, Bridge, 40, false)
        );

        Assert.False(await host.ReleaseAsync(evaluation));
        Assert.Equal((null, null, 0), await StoredAsync(evaluation));
    }

    [Fact]
    public async Task Release_WhenALaterWaveCloses_ServesEarlierTablesAsTheyWere()
    {
        var evaluation = await StoredSurvey.AddAsync(
            host,
            InsightHost.Ruth,
            (WaveStage.Before, Bridge, 240, true),
            (WaveStage.StraightAfter, Bridge, 200, false)
        );
        await host.ReleaseAsync(evaluation);
        var first = await host.LedgerAsync(evaluation);
        await host.CloseAsync(evaluation, WaveStage.StraightAfter);

        await host.ReleaseAsync(evaluation);

        var second = await host.LedgerAsync(evaluation);
        Assert.Equal(
            first.Tables.Select(Text),
            second.Tables.Take(first.Tables.Length).Select(Text)
        );
    }

    [Fact]
    public async Task Files_HoldNumbersOnlyAndOpenToTheServiceAlone()
    {
        var evaluation = await host.WorkforceAsync();
        var folder = Path.Combine(
            host.Services.GetRequiredService<AnswerColumns>().Folder,
            evaluation.ToString("N")
        );
        var files = Directory.GetFiles(folder, "*.parquet");
        Assert.Equal(3, files.Length);
        foreach (var file in files)
        {
            if (!OperatingSystem.IsWindows())
            {
                Assert.Equal(
                    UnixFileMode.UserRead | UnixFileMode.UserWrite,
                    File.GetUnixFileMode(file)
                );
            }

            using var reader = new ColumnReader(folder, file);
            reader.Read(
                "DESCRIBE base",
                row =>
                    Assert.Equal(
                        row.GetString(0) == AnswerColumns.Person ? "UUID" : "SMALLINT",
                        row.GetString(1)
                    )
            );
        }
    }

    [Fact]
    public async Task Files_OpenedForCounting_ReachNoOtherFile()
    {
        var evaluation = await host.WorkforceAsync();
        var folder = Path.Combine(
            host.Services.GetRequiredService<AnswerColumns>().Folder,
            evaluation.ToString("N")
        );
        var elsewhere = Path.Combine(host.Folder, "elsewhere.csv");
        await File.WriteAllTextAsync(elsewhere, "a\n1\n");
        using var reader = new ColumnReader(folder, Directory.GetFiles(folder)[0]);

        Assert.ThrowsAny<DuckDB.NET.Data.DuckDBException>(() =>
            reader.Read($"SELECT * FROM read_csv('{elsewhere}')", _ => { })
        );
    }

    private static string Text(ReleasedTable table) =>
        string.Join(
            ';',
            table
                .Rows.Append(table.Total)
                .Select(row =>
                    string.Join(',', row.Counts.Append(row.Total).Select(c => $"{c.Rounded}"))
                )
                .Prepend(table.Request.Key)
        );

    private Task<(string? Ledger, string? Figures, int Events)> StoredAsync(Guid evaluation) =>
        host.AsPersonAsync(
            InsightHost.Ruth,
            async db =>
                (
                    (
                        await db.ReleaseLedgers.SingleOrDefaultAsync(l =>
                            l.EvaluationId == evaluation
                        )
                    )?.Text,
                    (
                        await db.ReleasedFigures.SingleOrDefaultAsync(f =>
                            f.EvaluationId == evaluation
                        )
                    )?.Text,
                    await db.Events.CountAsync(e =>
                        e.Kind == EventKinds.ResultsReleased && e.SubjectId == evaluation
                    )
                )
        );
}
