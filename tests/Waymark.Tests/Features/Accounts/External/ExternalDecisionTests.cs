using System.Security.Claims;
using Waymark.Features.Accounts;
using Waymark.Features.Accounts.External;
using Xunit;

namespace Waymark.Tests.Features.Accounts.External;

public sealed class ExternalDecisionTests
{
    private static readonly Guid s_council = Guid.Parse("01900000-0000-7000-8000-000000000001");
    private static readonly Guid s_school = Guid.Parse("01900000-0000-7000-8000-000000000002");
    private static readonly Guid s_person = Guid.Parse("01900000-0000-7000-8000-000000000003");

    [Fact]
    public void Of_NoSubject_IsRefused() =>
        Assert.Equal(Refused(ExternalRefusal.NoSubject), Decide(Rules(), claims: []));

    [Fact]
    public void Of_AgencyThatWaymarkHasNot_IsRefused() =>
        Assert.Equal(
            Refused(ExternalRefusal.UnknownAgency),
            Decide(Rules(), Claims(), agency: null)
        );

    [Fact]
    public void Of_LinkedPerson_IsIn() =>
        Assert.Equal(
            new ExternalDecision.Known(s_person, Link: false),
            Decide(Rules(), Claims(), linked: new(s_person, s_council))
        );

    [Fact]
    public void Of_LinkedPersonWhomTheClaimsGiveNoRoleAnyMore_IsRefused() =>
        Assert.Equal(
            Refused(ExternalRefusal.NoRole),
            Decide(
                Rules(r => r.RoleClaim = "groups"),
                Claims(new Claim("groups", "something-else")),
                linked: new(s_person, s_council)
            )
        );

    [Fact]
    public void Of_LinkedPersonOfAnotherAgency_IsRefused() =>
        Assert.Equal(
            Refused(ExternalRefusal.OtherAgency),
            Decide(Rules(), Claims(), linked: new(s_person, s_school))
        );

    [Theory]
    [InlineData(false, "true", true)]
    [InlineData(true, "false", true)]
    [InlineData(true, "true", false)]
    public void Of_SameAddressWithoutTrustProofOrAgency_IsNotLinked(
        bool trusts,
        string verified,
        bool sameAgency
    ) =>
        Assert.Equal(
            Refused(ExternalRefusal.NotLinked),
            Decide(
                Rules(r => r.TrustsEmail = trusts),
                Claims(new Claim("email_verified", verified)),
                sameEmail: new(s_person, sameAgency ? s_council : s_school)
            )
        );

    [Fact]
    public void Of_VerifiedAddressFromATrustedProvider_IsLinked() =>
        Assert.Equal(
            new ExternalDecision.Known(s_person, Link: true),
            Decide(
                Rules(r => r.TrustsEmail = true),
                Claims(new Claim("email_verified", "true")),
                sameEmail: new(s_person, s_council)
            )
        );

    [Fact]
    public void Of_UnknownPerson_GetsAnAccountOnlyWhereTheProviderMakesThemAndGivesARole()
    {
        static void Makes(ProviderOptions rules)
        {
            rules.CreatesAccounts = true;
            rules.RoleClaim = "groups";
            rules.Roles["social-workers"] = Roles.Practitioner;
        }

        Assert.Equal(Refused(ExternalRefusal.UnknownPerson), Decide(Rules(), Claims()));
        Assert.Equal(
            new ExternalDecision.Joins(s_council),
            Decide(Rules(Makes), Claims(new Claim("groups", "social-workers")))
        );
        Assert.Equal(Refused(ExternalRefusal.NoRole), Decide(Rules(Makes), Claims()));
    }

    [Fact]
    public void Read_RoleThatWaymarkHasNot_IsLeftOut() =>
        Assert.Empty(
            ExternalSubject
                .Read(
                    Rules(r =>
                    {
                        r.RoleClaim = "groups";
                        r.Roles["all"] = "Superuser";
                    }),
                    Claims(new Claim("groups", "all"))
                )!
                .Roles
        );

    private static ExternalDecision Decide(
        ProviderOptions rules,
        IReadOnlyList<Claim> claims,
        KnownAccount? linked = null,
        KnownAccount? sameEmail = null
    ) =>
        ExternalDecision.Of(
            rules,
            ExternalSubject.Read(rules, claims),
            s_council,
            linked,
            sameEmail
        );

    private static ExternalDecision Decide(
        ProviderOptions rules,
        IReadOnlyList<Claim> claims,
        Guid? agency
    ) => ExternalDecision.Of(rules, ExternalSubject.Read(rules, claims), agency, null, null);

    private static ExternalDecision.Refused Refused(ExternalRefusal why) => new(why);

    private static ProviderOptions Rules(Action<ProviderOptions>? change = null)
    {
        var rules = new ProviderOptions { Agency = "The council" };
        change?.Invoke(rules);
        return rules;
    }

    private static IReadOnlyList<Claim> Claims(params Claim[] more) =>
        [new("sub", "subject-1"), new("email", "someone@council.example"), .. more];
}
