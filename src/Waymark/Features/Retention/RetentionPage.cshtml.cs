using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Features.Accounts;
using Waymark.Features.Shared;

namespace Waymark.Features.Retention;

/// <summary>What is due: records to look at, records whose time is over, holds, and what was erased. Nothing is erased by itself.</summary>
public sealed class RetentionPage(
    WaymarkDb db,
    RetentionRegister register,
    RetentionSchedule schedule,
    TimeProvider clock
) : WaymarkPage(clock)
{
    /// <summary>How many records one page shows.</summary>
    public const int PageSize = 50;

    /// <summary>The records of this page, the most urgent first.</summary>
    public IReadOnlyList<RegisteredRecord> Records { get; private set; } = [];

    /// <summary>How many records there are, how many are due, and how many are held.</summary>
    public (int All, int Due, int Held) Counts { get; private set; }

    /// <summary>The page shown, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>How many pages there are; at least 1.</summary>
    public int PageCount { get; private set; }

    /// <summary>The schedule.</summary>
    public RetentionSchedule Schedule { get; } = schedule;

    /// <summary>The last records that were erased, newest first.</summary>
    public IReadOnlyList<ErasedRecord> Erased { get; private set; } = [];

    public async Task OnGetAsync(int number, CancellationToken cancellation)
    {
        var all = await register.ListAsync(
            User.IsInRole(Roles.Administrator),
            UkTime.DateOf(Now),
            cancellation
        );
        Counts = (
            all.Count,
            all.Count(r =>
                r.Verdict.State is RetentionState.TimeIsOver or RetentionState.ReviewDue
            ),
            all.Count(r => r.Verdict.State is RetentionState.Held)
        );
        PageCount = Math.Max(1, (all.Count + PageSize - 1) / PageSize);
        Number = Math.Clamp(number, 1, PageCount);
        Records = [.. all.Skip((Number - 1) * PageSize).Take(PageSize)];
        Erased =
        [
            .. (
                await db
                    .Events.AsNoTracking()
                    .Where(e => e.Kind == EventKinds.RecordErased)
                    .OrderByDescending(e => e.Id)
                    .Take(PageSize)
                    .ToListAsync(cancellation)
            ).Select(ErasedRecord.Of),
        ];
    }
}

/// <summary>A record that was erased, by what the log keeps of it.</summary>
/// <param name="Id">The id of the child's row that was.</param>
/// <param name="At">When.</param>
/// <param name="ByName">Who confirmed.</param>
/// <param name="Ground">Why.</param>
/// <param name="Rows">How many rows were removed.</param>
public sealed record ErasedRecord(
    Guid Id,
    DateTimeOffset At,
    string ByName,
    ErasureGround Ground,
    int Rows
)
{
    internal static ErasedRecord Of(RecordEvent e)
    {
        using var said = JsonDocument.Parse(e.After!);
        return new(
            e.SubjectId!.Value,
            e.At,
            e.ByName,
            Enum.Parse<ErasureGround>(said.RootElement.GetProperty("ground").GetString()!),
            said.RootElement.GetProperty("rows").EnumerateObject().Sum(r => r.Value.GetInt32())
        );
    }
}
