using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Insight.Releasing;
using Waymark.Features.Surveys;
using Waymark.Statistics.Disclosure;
using Waymark.Tests.Host;

namespace Waymark.Tests.Features.Insight;

/// <summary>A host whose demo has the made-up surveys, and ways to their results.</summary>
public sealed class InsightHost : WaymarkHost
{
    internal const string Ruth = "ruth.adeyemi";

    protected override bool DemoSurveys => true;

    /// <summary>The evaluation of the demo whose name begins so.</summary>
    internal Task<Guid> EvaluationAsync(string name) =>
        AsPersonAsync(
            Ruth,
            async db =>
                (await db.Evaluations.ToListAsync())
                    .Single(e => e.IsSynthetic && e.Name.StartsWith(name, StringComparison.Ordinal))
                    .Id
        );

    internal Task<Guid> WorkforceAsync() => EvaluationAsync("Working with children");

    internal Task<Guid> SelfEfficacyAsync() => EvaluationAsync("What you can do");

    internal Task<Guid> OneCaseAsync() => EvaluationAsync("One case");
}

/// <summary>What stands in the database of a host after a release.</summary>
internal static class Released
{
    internal static Task<ReleaseLedger> LedgerAsync(
        this WaymarkHost host,
        Guid evaluation,
        string mailbox = InsightHost.Ruth
    ) =>
        host.AsPersonAsync(
            mailbox,
            async db =>
                LedgerText
                    .Read(
                        (
                            await db.ReleaseLedgers.SingleAsync(l => l.EvaluationId == evaluation)
                        ).Text
                    )
                    .Match(
                        ledger => ledger,
                        issue => throw new InvalidOperationException(issue.Text)
                    )
        );

    internal static Task<ReleasedFigures> FiguresAsync(
        this WaymarkHost host,
        Guid evaluation,
        string mailbox = InsightHost.Ruth
    ) =>
        host.AsPersonAsync(
            mailbox,
            async db =>
                System.Text.Json.JsonSerializer.Deserialize<ReleasedFigures>(
                    (await db.ReleasedFigures.SingleAsync(f => f.EvaluationId == evaluation)).Text,
                    ReleaseAtClosing.Json
                )!
        );

    internal static async Task<bool> ReleaseAsync(
        this WaymarkHost host,
        Guid evaluation,
        string mailbox = InsightHost.Ruth
    )
    {
        await using var scope = host.Services.CreateAsyncScope();
        var person = await scope
            .ServiceProvider.GetRequiredService<WaymarkDb>()
            .Users.AsNoTracking()
            .SingleAsync(p => p.UserName == mailbox + "@demo.example");
        scope.ServiceProvider.GetRequiredService<AgencyScope>().Enter(person.AgencyId);
        return await scope
            .ServiceProvider.GetRequiredService<ReleaseAtClosing>()
            .ReleaseAsync(evaluation, person.Id, person.DisplayName, CancellationToken.None);
    }

    /// <summary>Closes a stage without deciding anything.</summary>
    internal static Task<int> CloseAsync(this WaymarkHost host, Guid evaluation, WaveStage stage) =>
        host.AsPersonAsync(
            InsightHost.Ruth,
            async db =>
            {
                (
                    await db.Waves.SingleAsync(w =>
                        w.EvaluationId == evaluation && w.Stage == stage
                    )
                ).ClosedAt = host.Clock.GetUtcNow();
                return await db.SaveChangesAsync();
            }
        );

    internal static Task<List<SurveyResponse>> ResponsesAsync(
        this WaymarkHost host,
        Guid evaluation,
        WaveStage stage
    ) =>
        host.AsPersonAsync(
            InsightHost.Ruth,
            db =>
                (
                    from response in db.SurveyResponses
                    join wave in db.Waves on response.WaveId equals wave.Id
                    where wave.EvaluationId == evaluation && wave.Stage == stage
                    select response
                ).ToListAsync()
        );
}
