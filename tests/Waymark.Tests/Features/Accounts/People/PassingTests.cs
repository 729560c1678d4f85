using FsCheck.Xunit;
using Waymark.Features.Accounts.People;
using Waymark.Features.Openings;
using Xunit;

namespace Waymark.Tests.Features.Accounts.People;

public sealed class PassingTests
{
    private static readonly DateTimeOffset s_now = new(2026, 11, 24, 16, 50, 0, TimeSpan.Zero);
    private static readonly Successor s_team = new Successor.OfTeam(Guid.NewGuid(), "Duty");
    private static readonly Successor s_colleague = new Successor.OfPerson(Guid.NewGuid(), "Sam");

    [Fact]
    public void To_Team_PlacesWhatNoTeamHasAndNothingElse()
    {
        var (kept, placed, worry) = (Kept(false), Kept(true), Worry());

        var passing = Passing.To([kept, placed, worry], s_team, [], s_now);

        Assert.Equal([kept.Admission.ChildId], passing.Placed);
        Assert.Empty(passing.Opened);
        Assert.Equal(3, passing.Ended.Count);
    }

    [Fact]
    public void To_Colleague_OpensTheRecordsAndWorriesToThemOnTheSameGround()
    {
        var (kept, placed, worry) = (Kept(false), Kept(true), Worry());

        var passing = Passing.To([kept, placed, worry], s_colleague, [], s_now);

        Assert.Empty(passing.Placed);
        Assert.Equal(
            [
                (kept.Admission.ChildId, null, AdmissionGround.KeepsTheRecord),
                (worry.Admission.ChildId, worry.Admission.ConcernId, AdmissionGround.StartedAWorry),
            ],
            passing.Opened.Select(o => (o.ChildId, o.ConcernId, o.Ground))
        );
        Assert.All(passing.Opened, o => Assert.Equal(s_colleague.Id, o.PersonId));
    }

    [Property]
    public bool To_Anybody_TakesEverythingAwayAndOpensNothingTwice(
        bool[] placed,
        bool toTeam,
        byte knownAlready
    )
    {
        HeldRecord[] held = [.. placed.Select(Kept), Worry()];
        var known = held.Take(knownAlready).Select(h => h.Admission).ToList();

        var passing = Passing.To(held, toTeam ? s_team : s_colleague, known, s_now);

        return passing.Ended.Count == held.Length
            && passing.Opened.All(o => !known.Any(k => k.ChildId == o.ChildId))
            && (passing.Placed.Count == 0 || passing.Opened.Count == 0);
    }

    private static HeldRecord Kept(bool hasTeam) =>
        new(Admitted(AdmissionGround.KeepsTheRecord, null), hasTeam);

    private static HeldRecord Worry() =>
        new(Admitted(AdmissionGround.StartedAWorry, Guid.NewGuid()), HasTeam: true);

    private static Admission Admitted(AdmissionGround ground, Guid? concernId) =>
        new()
        {
            Id = Guid.NewGuid(),
            AgencyId = Guid.Empty,
            ChildId = Guid.NewGuid(),
            ConcernId = concernId,
            PersonId = Guid.Empty,
            PersonName = "Lee",
            Ground = ground,
            At = s_now,
        };
}
