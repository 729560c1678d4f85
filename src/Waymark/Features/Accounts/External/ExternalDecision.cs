namespace Waymark.Features.Accounts.External;

/// <summary>What follows from what a provider states.</summary>
public abstract record ExternalDecision
{
    /// <summary>The person of an account is in.</summary>
    /// <param name="PersonId">The account.</param>
    /// <param name="Link">Whether the account is linked first.</param>
    public sealed record Known(Guid PersonId, bool Link) : ExternalDecision;

    /// <summary>An account is made, linked, and its person is in.</summary>
    public sealed record Joins(Guid AgencyId) : ExternalDecision;

    /// <summary>Nobody is in.</summary>
    public sealed record Refused(ExternalRefusal Why) : ExternalDecision;

    private ExternalDecision() { }

    /// <summary>Decides. Pure.</summary>
    /// <param name="rules">The provider's rules.</param>
    /// <param name="subject">The person as the provider states them; null when it named none.</param>
    /// <param name="agencyId">The agency of the name that the rules give, or null when there is none of it.</param>
    /// <param name="linked">The account that is linked to the subject, or null.</param>
    /// <param name="sameEmail">The account of the subject's address, or null.</param>
    public static ExternalDecision Of(
        ProviderOptions rules,
        ExternalSubject? subject,
        Guid? agencyId,
        KnownAccount? linked,
        KnownAccount? sameEmail
    )
    {
        if (subject is null)
        {
            return new Refused(ExternalRefusal.NoSubject);
        }
        if (agencyId is not { } agency)
        {
            return new Refused(ExternalRefusal.UnknownAgency);
        }
        if (rules.RoleClaim is not null && subject.Roles.Count == 0)
        {
            return new Refused(ExternalRefusal.NoRole);
        }
        if (linked is not null)
        {
            return linked.AgencyId == agency
                ? new Known(linked.Id, Link: false)
                : new Refused(ExternalRefusal.OtherAgency);
        }
        if (sameEmail is not null)
        {
            // An address alone proves nothing, unless the provider is the one that gives addresses out.
            return rules.TrustsEmail && subject.EmailIsVerified && sameEmail.AgencyId == agency
                ? new Known(sameEmail.Id, Link: true)
                : new Refused(ExternalRefusal.NotLinked);
        }
        return rules.CreatesAccounts && subject.Roles.Count > 0 && subject.Email is not null
            ? new Joins(agency)
            : new Refused(ExternalRefusal.UnknownPerson);
    }
}

/// <summary>An account and its agency.</summary>
public sealed record KnownAccount(Guid Id, Guid AgencyId);

/// <summary>Why a provider's word lets nobody in.</summary>
public enum ExternalRefusal
{
    /// <summary>The provider named nobody, or broke off.</summary>
    NoSubject,

    /// <summary>The rules give no agency, or one that Waymark does not have.</summary>
    UnknownAgency,

    /// <summary>The rules give no role.</summary>
    NoRole,

    /// <summary>The account is of another agency than the provider states.</summary>
    OtherAgency,

    /// <summary>There is an account of this address, and it is not linked.</summary>
    NotLinked,

    /// <summary>There is no account, and the provider makes none.</summary>
    UnknownPerson,

    /// <summary>The account is suspended.</summary>
    Suspended,

    /// <summary>The sign-in is linked to somebody else's account already.</summary>
    LinkedElsewhere,
}
