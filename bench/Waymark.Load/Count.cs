using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Hosting;

namespace Waymark.Load;

/// <summary>Looks in the log for every answer that was acknowledged.</summary>
internal static class Count
{
    /// <returns>The answers that are not there.</returns>
    public static async Task<int> LostAsync(Store store, IReadOnlyCollection<Acknowledged> given)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.AddInMemoryCollection([
            new("Waymark:DatabaseFile", Path.Combine(store.Folder, "waymark.db")),
            new("Waymark:Postgres", store.Postgres),
            new("Logging:LogLevel:Default", "None"),
        ]);
        builder.AddWaymark();
        await using var app = builder.Build();
        List<Guid> agencies;
        await using (var scope = app.Services.CreateAsyncScope())
        {
            agencies = await scope
                .ServiceProvider.GetRequiredService<WaymarkDb>()
                .Agencies.Select(a => a.Id)
                .ToListAsync();
        }
        var wanted = given
            .GroupBy(a => (a.ConcernId, a.Place))
            .ToDictionary(g => g.Key, g => g.Select(a => a.Note).ToHashSet());
        foreach (var agency in agencies)
        {
            await using var scope = app.Services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<AgencyScope>().Enter(agency);
            var db = scope.ServiceProvider.GetRequiredService<WaymarkDb>();
            await foreach (
                var saved in db
                    .Events.IgnoreQueryFilters()
                    .AsNoTracking()
                    .Where(e => e.AgencyId == agency && e.Kind == EventKinds.AnswerChanged)
                    .AsAsyncEnumerable()
            )
            {
                if (
                    wanted.TryGetValue(
                        (saved.ConcernId.GetValueOrDefault(), saved.Place ?? ""),
                        out var notes
                    )
                )
                {
                    notes.RemoveWhere(note =>
                        saved.After!.Contains(note, StringComparison.Ordinal)
                    );
                }
            }
        }
        return wanted.Values.Sum(notes => notes.Count);
    }
}
