using System.Text;
using Microsoft.EntityFrameworkCore;
using Waymark.Data;
using Waymark.Data.Sealing;
using Waymark.Features.Accounts;
using Waymark.Features.Children;
using Waymark.Features.Concerns;
using Waymark.Features.Shared.Answers;
using Waymark.Security.Encryption;
using Waymark.Tests.Host;
using Xunit;

namespace Waymark.Tests.Data;

/// <summary>What is written about a child is unreadable in the database, on whichever database.</summary>
public abstract class SealingRules<THost>(THost host) : IClassFixture<THost>
    where THost : WaymarkHost
{
    private const string Marker = "Zebra-crossing words";

    /// <summary>Texts that may be read in the database: names of staff, kinds, places in an instrument.</summary>
    private static readonly string[] s_clear =
    [
        "AccountInvitation.JobTitle",
        "AccountInvitation.MadeByName",
        "AccountInvitation.Roles",
        "ActionRecord.RecordedByName",
        "ActionRecord.RuleId",
        "ActionRecord.Title",
        "Admission.PersonName",
        "Admission.ReviewedByName",
        "AnswerCollision.FirstByName",
        "AnswerCollision.Page",
        "AnswerCollision.Path",
        "AnswerCollision.SecondByName",
        "AnswerCollision.SettledByName",
        "Concern.StartedByName",
        "Decision.Settles",
        "Decision.WrittenByName",
        "Evaluation.PopulationJson",
        "Evaluation.StartedByName",
        "Formulation.AnswersHash",
        "Formulation.Settles",
        "Formulation.WrittenByName",
        "ErasureRequest.RequestedByName",
        "LegalHold.LiftedByName",
        "LegalHold.PlacedByName",
        "PassageDecision.DecidedByName",
        "RecordEvent.ByName",
        "RecordEvent.Kind",
        "RecordEvent.Place",
        "ReleasedFiguresRow.Text",
        "ReleaseLedgerRow.Scope",
        "ReleaseLedgerRow.Text",
        "StoredResponse.InstrumentHash",
        "StoredResponse.InstrumentUrl",
        "StoredResponse.InstrumentVersion",
        "StoredResponse.LastPage",
        "StoredResponse.SavedByName",
        "Team.Name",
        "SurveyResponse.Json",
        "Wave.Instrument",
        "Wave.InstrumentVersion",
    ];

    protected THost Host { get; } = host;

    /// <summary>Every byte the database keeps.</summary>
    protected abstract Task<byte[]> DumpAsync();

    [Fact]
    public async Task Model_TextOfAnAgencysRow_IsSealedUnlessItIsKnownToTellNothing()
    {
        var clear = await Host.ReadAsync(
            null,
            db =>
                Task.FromResult(
                    from type in db.Model.GetEntityTypes()
                    where typeof(IAgencyOwned).IsAssignableFrom(type.ClrType)
                    from property in type.GetProperties()
                    where property.ClrType == typeof(string)
                    select $"{type.ClrType.Name}.{property.Name}"
                )
        );
        Assert.Empty(clear.Except(s_clear));
    }

    [Fact]
    public async Task Dump_AfterWritingEveryKindOfText_HoldsNoneOfIt()
    {
        var concern = await AddConcernAsync(AgencyKind.School, "DUMP77", $"{Marker} worry");
        await Host.ReadAsync(
            AgencyKind.School,
            async db =>
            {
                db.Responses.Add(Response(db.CurrentAgencyId, concern, $"{Marker} answers"));
                db.Events.Add(
                    new()
                    {
                        AgencyId = db.CurrentAgencyId,
                        At = default,
                        ById = db.CurrentAgencyId,
                        ByName = "Someone",
                        Kind = EventKinds.AnswerChanged,
                        Before = $"{Marker} before",
                        After = $"{Marker} after",
                    }
                );
                return await db.SaveChangesAsync();
            }
        );

        var dump = await DumpAsync();

        Assert.True(
            Holds(dump, "answer-changed"),
            "The dump does not hold what it must: nothing was looked at."
        );
        Assert.False(Holds(dump, Marker));
        Assert.False(Holds(dump, "DUMP77"));
    }

    [Fact]
    public async Task Read_ThroughEntityAndThroughProjection_GivesTheWords()
    {
        var id = await AddConcernAsync(AgencyKind.School, "READ1", "He said Saturday. é");
        var (whole, part) = await Host.ReadAsync(
            AgencyKind.School,
            async db =>
                (
                    await db.Concerns.SingleAsync(c => c.Id == id),
                    await db
                        .Concerns.Where(c => c.Id == id)
                        .Join(
                            db.Children,
                            c => c.ChildId,
                            c => c.Id,
                            (c, child) => new { c.Worry, child.Reference }
                        )
                        .SingleAsync()
                )
        );
        Assert.Equal("He said Saturday. é", whole.Worry);
        Assert.Equal(("He said Saturday. é", "READ1"), (part.Worry, part.Reference));
    }

    [Fact]
    public async Task Update_SealedTextAlone_IsWritten()
    {
        var concern = await AddConcernAsync(AgencyKind.School, "UPDATE1", "worry");
        var id = Guid.CreateVersion7();
        await Host.ReadAsync(
            AgencyKind.School,
            db =>
            {
                db.Responses.Add(Response(db.CurrentAgencyId, concern, "{}", id));
                return db.SaveChangesAsync();
            }
        );
        await Host.ReadAsync(
            AgencyKind.School,
            async db =>
            {
                (await db.Responses.SingleAsync(r => r.Id == id)).Json = """{"more":1}""";
                Assert.Equal(1, await db.SaveChangesAsync());
                Assert.Equal(0, await db.SaveChangesAsync());
                return true;
            }
        );
        Assert.Equal(
            """{"more":1}""",
            await Host.ReadAsync(
                AgencyKind.School,
                async db => (await db.Responses.SingleAsync(r => r.Id == id)).Json
            )
        );
    }

    [Fact]
    public async Task Read_FieldCopiedFromAnotherRow_IsRefused()
    {
        var from = await AddConcernAsync(AgencyKind.Health, "MOVE1", "one worry");
        var to = await AddConcernAsync(AgencyKind.Health, "MOVE2", "another worry");
        await Host.ReadAsync(
            AgencyKind.Health,
            async db =>
            {
                await using var undone = await db.Database.BeginTransactionAsync();
                Assert.Equal(
                    1,
                    await db.Database.ExecuteSqlAsync(
                        $"""UPDATE "concerns" SET "Worry" = (SELECT "Worry" FROM "concerns" WHERE "Id" = {from}) WHERE "Id" = {to}"""
                    )
                );
                var refused = await Assert.ThrowsAsync<SealedFieldException>(() =>
                    db.Concerns.SingleAsync(c => c.Id == to)
                );
                Assert.Contains("concerns.Worry", refused.Message, StringComparison.Ordinal);
                Assert.DoesNotContain("worry.", refused.Message, StringComparison.Ordinal);
                return true;
            }
        );
    }

    [Fact]
    public async Task WhereIs_Reference_FindsItInItsOwnAgencyOnly()
    {
        await AddConcernAsync(AgencyKind.School, "FIND1", "worry");
        Assert.Single(await FindAsync(AgencyKind.School, "FIND1"));
        Assert.Empty(await FindAsync(AgencyKind.School, "FIND2"));
        Assert.Empty(await FindAsync(AgencyKind.Council, "FIND1"));
    }

    [Fact]
    public async Task Add_SameReferenceTwiceInOneAgency_IsRefusedByTheDatabase()
    {
        await AddConcernAsync(AgencyKind.School, "TWICE1", "worry");
        await AddConcernAsync(AgencyKind.Council, "TWICE1", "worry");
        await Assert.ThrowsAsync<DbUpdateException>(() =>
            AddConcernAsync(AgencyKind.School, "TWICE1", "worry")
        );
    }

    [Fact]
    public async Task Rotate_Keys_SealsEveryFieldAnewAndLosesNone()
    {
        var concern = await AddConcernAsync(AgencyKind.Council, "ROTATE1", "worry before");
        var sealedFields = await Host.InAsync<KeyRotation, long>(
            AgencyKind.Council,
            keys => keys.RotateAsync(TestContext.Current.CancellationToken)
        );
        Assert.True(sealedFields >= 2, $"{sealedFields} fields");
        Assert.Equal("worry before", await WorryAsync(AgencyKind.Council, concern));
        Assert.Single(await FindAsync(AgencyKind.Council, "ROTATE1"));
        Assert.Equal(
            0,
            await Host.InAsync<KeyRotation, long>(
                AgencyKind.Council,
                keys => keys.ResealAsync(TestContext.Current.CancellationToken)
            )
        );
    }

    [Fact]
    public async Task Erase_Keys_LeavesARecordThatNobodyCanReadAndALogThatVerifies()
    {
        await Host.AddAgencyAsync(AgencyKind.Charity);
        var concern = await AddConcernAsync(AgencyKind.Charity, "ERASE1", "worry");
        await Host.InAsync<KeyRotation, bool>(
            AgencyKind.Charity,
            async keys =>
            {
                await keys.EraseAsync(TestContext.Current.CancellationToken);
                return true;
            }
        );
        Assert.Equal(OpenedField.ErasedText, await WorryAsync(AgencyKind.Charity, concern));
        Assert.Empty(await FindAsync(AgencyKind.Charity, "ERASE1"));
        using var export = new MemoryStream();
        await Host.InAsync<Waymark.Data.Chain.LogExport, long>(
            AgencyKind.Charity,
            log => log.WriteAsync(export, TestContext.Current.CancellationToken)
        );
        Assert.Contains(
            EventKinds.KeysErased,
            Encoding.UTF8.GetString(export.ToArray()),
            StringComparison.Ordinal
        );
        Assert.True(
            Waymark
                .Log.Verification.LogVerifier.Verify(new MemoryStream(export.ToArray()), new())
                .IsSound
        );
    }

    private Task<string> WorryAsync(AgencyKind agency, Guid concern) =>
        Host.ReadAsync(
            agency,
            async db => (await db.Concerns.SingleAsync(c => c.Id == concern)).Worry
        );

    private Task<List<Child>> FindAsync(AgencyKind agency, string reference) =>
        Host.ReadAsync(agency, db => db.WhereIs<Child>(c => c.Reference, reference).ToListAsync());

    private Task<Guid> AddConcernAsync(AgencyKind agency, string reference, string worry) =>
        Host.ReadAsync(
            agency,
            async db =>
            {
                var child = new Child
                {
                    Id = Guid.CreateVersion7(),
                    AgencyId = db.CurrentAgencyId,
                    Reference = reference,
                    AgeBand = AgeBand.NotKnown,
                };
                var concern = new Concern
                {
                    Id = Guid.CreateVersion7(),
                    AgencyId = db.CurrentAgencyId,
                    ChildId = child.Id,
                    Worry = worry,
                    AgeBand = AgeBand.NotKnown,
                    StartedAt = default,
                    StartedById = db.CurrentAgencyId,
                    StartedByName = "Someone",
                };
                db.AddRange(child, concern);
                await db.SaveChangesAsync();
                return concern.Id;
            }
        );

    private static StoredResponse Response(
        Guid agency,
        Guid concern,
        string json,
        Guid? id = null
    ) =>
        new()
        {
            Id = id ?? Guid.CreateVersion7(),
            AgencyId = agency,
            ConcernId = concern,
            InstrumentUrl = "https://waymark.example/fhir/Questionnaire/test",
            InstrumentVersion = "1",
            InstrumentHash = new('0', 64),
            Json = json,
            SavedAt = default,
            SavedById = agency,
            SavedByName = "Someone",
        };

    private static bool Holds(byte[] dump, string text) =>
        dump.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0
        || dump.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
}
