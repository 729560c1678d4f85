using System.Data.Common;
using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Data.Chain;
using Waymark.Data.Sealing;
using Waymark.Features.Accounts;
using Waymark.Features.Retention;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Features.Retention;

public sealed class ErasureOnSqlite(SqliteHost host) : ErasureRules<SqliteHost>(host)
{
    [Fact]
    public async Task Confirm_Erasure_LeavesNoSealedByteInTheFileNorItsJournal()
    {
        var record = await StageAsync("ERASE-FILE");
        var secrets = await SealedOfAsync(record);

        await EraseAsync(record);

        var file = Directory
            .EnumerateFiles(Host.Folder, "waymark.db*")
            .SelectMany(path =>
            {
                using var open = new FileStream(
                    path,
                    FileMode.Open,
                    FileAccess.Read,
                    FileShare.ReadWrite | FileShare.Delete
                );
                using var copy = new MemoryStream();
                open.CopyTo(copy);
                return copy.ToArray();
            })
            .ToArray();
        Assert.True(file.Length > 0);
        Assert.All(secrets, secret => Assert.True(file.AsSpan().IndexOf(secret) < 0));
    }
}

public sealed class ErasureOnPostgres(PostgresHost host) : ErasureRules<PostgresHost>(host);

/// <summary>Erasing a child's record, on whichever database.</summary>
public abstract class ErasureRules<THost>(THost host) : IClassFixture<THost>
    where THost : WaymarkHost
{
    private const string Marker = "Lighthouse words";

    protected THost Host { get; } = host;

    [Fact]
    public async Task Confirm_Erasure_LeavesNothingSealedInAnyTableAndOtherChildrenWhole()
    {
        var record = await StageAsync("ERASE-ALL");
        var other = await StageAsync("ERASE-NOT");
        var secrets = await SealedOfAsync(record);
        var others = await SealedOfAsync(other);
        Assert.True(secrets.Count > 30, $"Only {secrets.Count} sealed fields were found.");

        await EraseAsync(record);

        var cells = await CellsAsync();
        Assert.All(
            secrets,
            secret => Assert.DoesNotContain(cells, c => c.AsSpan().IndexOf(secret) >= 0)
        );
        Assert.All(others, secret => Assert.Contains(cells, c => c.AsSpan().SequenceEqual(secret)));
        Assert.Equal(others.Count, (await SealedOfAsync(other)).Count);
        foreach (var id in new[] { record.Concern, record.Child })
        {
            // What is left names the record by its ids: the log's entries alone.
            Assert.Empty(await TablesWithAsync(id, except: "events"));
        }
        Assert.Equal(
            HttpStatusCode.OK,
            (await other.Starter.GetAsync($"/concerns/{other.Concern}")).Status
        );
    }

    [Fact]
    public async Task Confirm_Erasure_LogStillVerifiesAndSaysWhatWasErasedByIdsAndCounts()
    {
        var record = await StageAsync("ERASE-LOG");

        await EraseAsync(record);

        var (outcome, _) = await Host.InAsync<LogCheckpoints, (CheckpointOutcome, long)>(
            AgencyKind.Council,
            checkpoints => checkpoints.MakeAsync(TestContext.Current.CancellationToken)
        );
        Assert.Equal(CheckpointOutcome.Made, outcome);
        using var export = new MemoryStream();
        await Host.InAsync<LogExport, long>(
            AgencyKind.Council,
            log => log.WriteAsync(export, TestContext.Current.CancellationToken)
        );
        export.Position = 0;
        var verdict = Waymark.Log.Verification.LogVerifier.Verify(export, new());
        Assert.Empty(verdict.Faults);
        var (tombstone, words) = await Host.ReadAsync(
            AgencyKind.Council,
            async db =>
                (
                    await db.Events.SingleAsync(e =>
                        e.Kind == EventKinds.RecordErased && e.SubjectId == record.Child
                    ),
                    await db
                        .Events.Where(e =>
                            e.ConcernId == record.Concern
                            || (e.SubjectId == record.Child && e.Kind != EventKinds.RecordErased)
                        )
                        .ToListAsync()
                )
        );
        Assert.Contains($"\"{record.Concern}\"", tombstone.After, StringComparison.Ordinal);
        Assert.Contains("\"children\":1", tombstone.After, StringComparison.Ordinal);
        Assert.Contains("\"questionnaire_responses\":2", tombstone.After, StringComparison.Ordinal);
        Assert.DoesNotContain(Marker, tombstone.After, StringComparison.Ordinal);
        Assert.DoesNotContain("ERASE-LOG", tombstone.After, StringComparison.Ordinal);
        Assert.True(words.Count > 10);
        Assert.All(words, e => Assert.True(e.Before is null && e.After is null && e.Salt is null));
    }

    [Fact]
    public async Task Confirm_Erasure_ReferenceIsNotFoundAgainAndCanBeginAnew()
    {
        var record = await StageAsync("ERASE-REF");
        await EraseAsync(record);

        var search = await (await record.Starter.GetAsync("/concerns/find")).SubmitAsync(
            record.Starter,
            "main form",
            ("Reference", "ERASE-REF")
        );
        Assert.Contains("There is no record", search.Words, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await record.Starter.GetAsync($"/concerns/{record.Concern}")).Status
        );
        await RecordWalk.StartAsync(Host, record.Starter, "ERASE-REF");
    }

    [Fact]
    public async Task Confirm_ByWhoAsked_ErasesNothing()
    {
        var record = await StageAsync("ERASE-SAME");
        var page = await RequestAsync(record);
        Assert.Null(page.Document.QuerySelector("form[action$=confirm]"));

        var posted = await record.Asks.PostAsync(
            $"/retention/{record.Child}?handler=confirm",
            [.. page.Fields("form[action$=withdraw]"), new("Reference", "ERASE-SAME")]
        );

        Assert.Equal(HttpStatusCode.BadRequest, posted.Status);
        Assert.Contains(
            "Another person has to confirm it",
            posted.Errors.Single(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            HttpStatusCode.OK,
            (await record.Starter.GetAsync($"/concerns/{record.Concern}")).Status
        );
    }

    [Fact]
    public async Task Confirm_WithAnotherReference_ErasesNothing()
    {
        var record = await StageAsync("ERASE-TYPO");
        await RequestAsync(record);

        var posted = await (
            await record.Confirms.GetAsync($"/retention/{record.Child}")
        ).SubmitAsync(record.Confirms, "form[action$=confirm]", ("Reference", "ERASE-TYPE"));

        Assert.Equal(HttpStatusCode.BadRequest, posted.Status);
        Assert.Equal(
            HttpStatusCode.OK,
            (await record.Starter.GetAsync($"/concerns/{record.Concern}")).Status
        );
    }

    [Fact]
    public async Task Confirm_WithAHoldPlacedMeanwhile_ErasesNothingUntilAPersonLiftsIt()
    {
        var record = await StageAsync("ERASE-HOLD");
        await RequestAsync(record);
        var address = $"/retention/{record.Child}";
        var opened = await record.Confirms.GetAsync(address);
        await (await record.Asks.GetAsync(address)).SubmitAsync(
            record.Asks,
            "form[action$=hold]",
            ("HoldReason", "A court has asked for it.")
        );

        var posted = await opened.SubmitAsync(
            record.Confirms,
            "form[action$=confirm]",
            ("Reference", "ERASE-HOLD")
        );

        Assert.Equal(HttpStatusCode.BadRequest, posted.Status);
        Assert.Contains("A legal hold stands", posted.Errors.Single(), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.OK,
            (await record.Starter.GetAsync($"/concerns/{record.Concern}")).Status
        );
        var lifted = await (await record.Asks.GetAsync(address)).SubmitAsync(
            record.Asks,
            "form[action$=lift]",
            ("LiftReason", "The court has done with it.")
        );
        Assert.Equal(HttpStatusCode.Redirect, lifted.Status);
        await ConfirmAsync(record, "ERASE-HOLD");
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await record.Starter.GetAsync($"/concerns/{record.Concern}")).Status
        );
    }

    [Fact]
    public async Task Remove_ChildUnderAHold_IsRefusedByTheDatabaseItself()
    {
        var record = await StageAsync("ERASE-FK");
        await (await record.Asks.GetAsync($"/retention/{record.Child}")).SubmitAsync(
            record.Asks,
            "form[action$=hold]",
            ("HoldReason", "A court has asked for it.")
        );

        await Host.ReadAsync(
            AgencyKind.Council,
            async db =>
            {
                await Assert.ThrowsAnyAsync<Exception>(() =>
                    db.Children.Where(c => c.Id == record.Child).ExecuteDeleteAsync()
                );
                db.Remove(await db.Children.SingleAsync(c => c.Id == record.Child));
                await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
                return true;
            }
        );
    }

    [Fact]
    public async Task Model_EveryTypeThatHangsOnAChild_IsErasedBeforeWhatItHangsOn() =>
        await Host.ReadAsync(
            null,
            db =>
            {
                var order = Erasure.RecordTypes(db.Model);
                Assert.Equal("Child", order[^1].ClrType.Name);
                foreach (var (index, type) in order.Index())
                {
                    Assert.All(
                        type.GetForeignKeys().Where(k => order.Contains(k.PrincipalEntityType)),
                        key => Assert.True(order.ToList().IndexOf(key.PrincipalEntityType) > index)
                    );
                }
                Assert.DoesNotContain(
                    db.Model.GetEntityTypes().Where(t => !order.Contains(t)),
                    t => t.GetForeignKeys().Any(k => order.Contains(k.PrincipalEntityType))
                );
                return Task.FromResult(true);
            }
        );

    /// <summary>A record of the council with everything a record can hold, and who acts on it.</summary>
    protected sealed record Staged(
        Guid Concern,
        Guid Child,
        string Reference,
        Visitor Starter,
        Visitor Asks,
        Visitor Confirms
    );

    protected async Task<Staged> StageAsync(string reference)
    {
        var priya = await Host.SignInAsync("priya.nair");
        var helen = await Host.SignInAsync("helen.marsh");
        var sam = await Host.SignInAsync("sam.okafor");
        var ines = await Host.SignInAsync("ines.duarte");
        var study = Host.Library().CaseStudies.Single(s => s.Id == "v01");
        var walk = await RecordWalk.StartAsync(
            Host,
            priya,
            reference,
            study.AgeBand,
            $"{Marker} worry"
        );
        await walk.AnswerSafetyCheckAsync(study.SafetyCheck);
        await walk.AnswerAssessmentAsync(study.Assessment);
        await (await walk.GetAsync("/formulation")).SubmitAsync(
            priya,
            "main form:has([name=WhatIsHappening])",
            ("WhatIsHappening", $"{Marker} happening"),
            ("LevelOfConcern", "SignificantHarm"),
            ("Reasons", $"{Marker} reasons"),
            ("Sureness", "Medium")
        );
        await (await walk.GetAsync("/decision")).SubmitAsync(
            priya,
            "main form:has([name=Kind])",
            ("Kind", "Consult"),
            ("ConsultWith", $"{Marker} doctor"),
            ("Question", "What would you do?"),
            ("ConsultBy.DayOfMonth", "30"),
            ("ConsultBy.Month", "11"),
            ("ConsultBy.Year", "2026"),
            ("Reasons", $"{Marker} decision")
        );
        var sheet = await walk.GetAsync("/act-now");
        await sheet.SubmitAsync(
            priya,
            "main form[action*=done]",
            ("DoneBy", $"{Marker} person"),
            ("Note", $"{Marker} note")
        );
        var seen = await walk.As(helen).GetAsync("/safety-check/page.a1");
        await walk.AnswerAsync("/safety-check/page.a1", ("value:a1", Code("no")));
        await seen.SubmitAsync(helen, "main form", ("value:a1", Code("suspected")));
        var closed = await (await sam.GetAsync("/concerns/find")).SubmitAsync(
            sam,
            "main form",
            ("Reference", reference)
        );
        await closed.SubmitAsync(sam, "main form", ("Reason", $"{Marker} emergency"));
        var child = await Host.ReadAsync(
            AgencyKind.Council,
            db =>
                db.Concerns.Where(c => c.Id == walk.ConcernId).Select(c => c.ChildId).SingleAsync()
        );
        return new(walk.ConcernId, child, reference, priya, helen, ines);
    }

    private static string Code(string code) => $"{Waymark.Content.ContentUrls.Presence}|{code}";

    private static async Task<VisitedPage> RequestAsync(Staged record)
    {
        var address = $"/retention/{record.Child}";
        var asked = await (await record.Asks.GetAsync(address)).SubmitAsync(
            record.Asks,
            "form[action$=request]",
            ("Ground", nameof(ErasureGround.StartedInError)),
            ("ErasureReason", $"{Marker} erasure")
        );
        Assert.Equal(address, asked.RedirectedTo);
        return await record.Asks.GetAsync(address);
    }

    private static async Task ConfirmAsync(Staged record, string reference)
    {
        var erased = await (
            await record.Confirms.GetAsync($"/retention/{record.Child}")
        ).SubmitAsync(
            record.Confirms,
            "form[action$=confirm]",
            ("Reference", reference.ToLowerInvariant())
        );
        Assert.Equal("/retention", erased.RedirectedTo);
    }

    protected static async Task EraseAsync(Staged record)
    {
        await RequestAsync(record);
        await ConfirmAsync(record, record.Reference);
    }

    /// <summary>The sealed bytes of every field of a record's rows and events, and the keyed hash of its reference.</summary>
    protected Task<List<byte[]>> SealedOfAsync(Staged record) =>
        Host.ReadAsync(
            AgencyKind.Council,
            async db =>
            {
                List<byte[]> found = [];
                foreach (var type in db.Model.GetEntityTypes())
                {
                    var columns = SealedColumn.Of(type);
                    if (columns.Count == 0)
                    {
                        continue;
                    }
                    var names = columns.SelectMany(c =>
                        c.Lookup is { } lookup
                            ? new[] { c.Shadow.Name, lookup.Name }
                            : [c.Shadow.Name]
                    );
                    foreach (var row in await RowsAsync(db, type.ClrType))
                    {
                        var entry = db.Entry(row);
                        if (IsOf(entry, record))
                        {
                            found.AddRange(
                                names.Select(n => entry.Property(n).CurrentValue).OfType<byte[]>()
                            );
                        }
                    }
                }
                return found;
            }
        );

    private static bool IsOf(
        Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry entry,
        Staged record
    ) =>
        new[] { "Id", "ChildId", "ConcernId", "SubjectId" }.Any(name =>
            entry.Metadata.FindProperty(name) is not null
            && entry.Property(name).CurrentValue is Guid id
            && (id == record.Child || id == record.Concern)
        )
        && (entry.Entity as RecordEvent)?.Kind != EventKinds.RecordErased;

    private static async Task<List<object>> RowsAsync(WaymarkDb db, Type type) =>
        await (Task<List<object>>)
            typeof(ErasureRules<THost>)
                .GetMethod(
                    nameof(RowsOfAsync),
                    System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic
                )!
                .MakeGenericMethod(type)
                .Invoke(null, [db])!;

    private static async Task<List<object>> RowsOfAsync<T>(WaymarkDb db)
        where T : class => [.. await db.Set<T>().ToListAsync()];

    /// <summary>Every binary and text cell of every table, as bytes, whatever the model says of it.</summary>
    private async Task<List<byte[]>> CellsAsync() =>
        [
            .. (await AllAsync()).Select(c =>
                c.Value is byte[] bytes ? bytes : Encoding.UTF8.GetBytes(c.Value.ToString()!)
            ),
        ];

    private async Task<List<string>> TablesWithAsync(Guid id, string except) =>
        [
            .. (await AllAsync())
                .Where(c => c.Table != except)
                .Where(c =>
                    c.Value is Guid there
                        ? there == id
                        : c.Value is string text
                            && text.Contains(id.ToString(), StringComparison.OrdinalIgnoreCase)
                )
                .Select(c => c.Table)
                .Distinct(),
        ];

    private Task<List<(string Table, object Value)>> AllAsync() =>
        Host.ReadAsync(
            AgencyKind.Council,
            async db =>
            {
                await db.Database.OpenConnectionAsync();
                List<(string, object)> cells = [];
                foreach (
                    var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct()
                )
                {
                    await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
                    command.CommandText = $"SELECT * FROM \"{table}\"";
                    await using var reader = await command.ExecuteReaderAsync();
                    while (await reader.ReadAsync())
                    {
                        for (var i = 0; i < reader.FieldCount; i++)
                        {
                            if (reader.GetValue(i) is { } value and not DBNull)
                            {
                                cells.Add((table, value));
                            }
                        }
                    }
                }
                return cells;
            }
        );
}
