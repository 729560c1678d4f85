using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Options;
using Waymark.Content;
using Waymark.Data;
using Waymark.Hosting;

namespace Waymark.Features.Surveys.Export;

/// <summary>
/// Makes exports one after the other while the service runs, and keeps each file for an hour. What is under way when the service stops is
/// gone; the page says so and offers to start again.
/// </summary>
public sealed class SurveyExports(
    IServiceScopeFactory scopes,
    ContentLibrary content,
    IOptions<WaymarkOptions> options,
    TimeProvider clock,
    ILogger<SurveyExports> log
) : BackgroundService
{
    /// <summary>How long a file can be fetched.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<Guid, ExportJob> _jobs = new();
    private readonly Channel<ExportJob> _waiting = Channel.CreateUnbounded<ExportJob>();

    private string Root =>
        Path.Combine(
            Path.GetDirectoryName(Path.GetFullPath(options.Value.DatabaseFile))!,
            "exports"
        );

    /// <summary>The newest export of an evaluation that a person asked for and that is not forgotten yet; null when there is none.</summary>
    public ExportJob? Find(Guid evaluationId, Guid byId) =>
        _jobs
            .Values.Where(job => job.EvaluationId == evaluationId && job.ById == byId)
            .Where(job => !IsOver(job))
            .MaxBy(job => job.StartedAt);

    /// <summary>Asks for an export. While one of the same evaluation for the same person is under way, that one is given.</summary>
    public ExportJob Start(Guid agencyId, Guid evaluationId, Guid byId)
    {
        if (Find(evaluationId, byId) is { Progress.IsUnderWay: true } running)
        {
            return running;
        }

        Sweep();
        var job = new ExportJob(Guid.NewGuid(), agencyId, evaluationId, byId, clock.GetUtcNow());
        _jobs[job.Id] = job;
        _waiting.Writer.TryWrite(job);
        return job;
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Forget(Root);
        try
        {
            await Task.WhenAll(MakeAllAsync(stoppingToken), SweepAllAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            Forget(Root);
        }
    }

    private async Task MakeAllAsync(CancellationToken cancellation)
    {
        await foreach (var job in _waiting.Reader.ReadAllAsync(cancellation))
        {
            await MakeAsync(job, cancellation);
        }
    }

    /// <summary>Takes what is over its hour from the disk, whether or not anyone comes back.</summary>
    private async Task SweepAllAsync(CancellationToken cancellation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), clock);
        while (await timer.WaitForNextTickAsync(cancellation))
        {
            Sweep();
        }
    }

    private async Task MakeAsync(ExportJob job, CancellationToken cancellation)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AgencyScope>().Enter(job.AgencyId);
            var source = await ExportSource.LoadAsync(
                scope.ServiceProvider.GetRequiredService<WaymarkDb>(),
                content,
                job.EvaluationId,
                cancellation
            );
            if (source is null)
            {
                Finish(job, ExportStage.TooFew, null);
                return;
            }

            var export = new AnswersExport(source.Input);
            await export.CountAsync(Told(job, ExportStage.Counting, source.Total), cancellation);
            if (export.Rows == 0)
            {
                Finish(job, ExportStage.TooFew, null);
                return;
            }

            var package = await ExportPackage.WriteAsync(
                export,
                NewFolder(job),
                clock.GetUtcNow(),
                Told(job, ExportStage.Writing, export.Rows),
                cancellation
            );
            Finish(job, ExportStage.Ready, package);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            // One export that cannot be made must not keep the next from being made.
            log.LogError(problem, "The export {Export} could not be made.", job.Id);
            Forget(Path.Combine(Root, job.Id.ToString()));
            Finish(job, ExportStage.Failed, null);
        }
    }

    private string NewFolder(ExportJob job)
    {
        var folder = Path.Combine(Root, job.Id.ToString());
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            const UnixFileMode own =
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            Directory.CreateDirectory(Root, own);
            Directory.CreateDirectory(folder, own);
        }

        return folder;
    }

    private static Told Told(ExportJob job, ExportStage stage, long total)
    {
        job.Progress = new(stage, 0, total, null, null);
        return new(done => job.Progress = new(stage, done, total, null, null));
    }

    private void Finish(ExportJob job, ExportStage stage, string? package) =>
        job.Progress = job.Progress with
        {
            Stage = stage,
            Package = package,
            FinishedAt = clock.GetUtcNow(),
        };

    private bool IsOver(ExportJob job) => job.Progress.FinishedAt + Kept < clock.GetUtcNow();

    private void Sweep()
    {
        foreach (var job in _jobs.Values.Where(IsOver))
        {
            if (_jobs.TryRemove(job.Id, out _))
            {
                Forget(Path.Combine(Root, job.Id.ToString()));
            }
        }
    }

    private void Forget(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }
        }
        catch (IOException problem)
        {
            // A file that is just being fetched; the next sweep takes it.
            log.LogWarning(problem, "A folder of exports could not be removed yet.");
        }
    }
}

/// <summary>Tells at once and on the same thread, so that a later report never comes before an earlier one.</summary>
internal sealed class Told(Action<long> tell) : IProgress<long>
{
    public void Report(long value) => tell(value);
}
