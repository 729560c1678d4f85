namespace Waymark.Features.Assessments.Decide;

/// <summary>The three ways a worry can go on.</summary>
public enum DecisionKind
{
    Refer,
    DoNotRefer,
    Consult,
}

/// <summary>
/// The ground for sharing personal information (UK GDPR article 6 with the safeguarding condition of the Data Protection
/// Act 2018). Dossier 3.4; marked there as general knowledge, to be checked.
/// </summary>
public enum LawfulBasis
{
    PublicTask,
    LegalObligation,
    LegitimateInterests,
    VitalInterests,
    Consent,
}

/// <summary>Whether the family or child was asked.</summary>
public enum Consent
{
    Given,
    NotAskedUnsafe,
    NotAskedDelay,
    Refused,
}

/// <summary>Decisions as people read them.</summary>
public static class DecisionWords
{
    public static string Words(this DecisionKind kind) =>
        kind switch
        {
            DecisionKind.Refer => "Refer",
            DecisionKind.DoNotRefer => "Do not refer now",
            DecisionKind.Consult => "Ask for a consultation",
        };

    public static string Words(this LawfulBasis basis) =>
        basis switch
        {
            LawfulBasis.PublicTask =>
                "Public task: our agency's job in law includes keeping children safe (article 6(1)(e))",
            LawfulBasis.LegalObligation =>
                "Legal obligation: the law tells us to share this (article 6(1)(c))",
            LawfulBasis.LegitimateInterests =>
                "Legitimate interests: keeping a child safe, for agencies that are not public bodies (article 6(1)(f))",
            LawfulBasis.VitalInterests =>
                "Vital interests: someone's life may be at risk (article 6(1)(d))",
            LawfulBasis.Consent =>
                "Consent: rarely the right basis when a child may be at risk (article 6(1)(a))",
        };

    public static string Words(this Consent consent) =>
        consent switch
        {
            Consent.Given => "They know and agree",
            Consent.NotAskedUnsafe =>
                "Not asked: telling them could put the child or someone else at risk",
            Consent.NotAskedDelay => "Not asked: waiting to ask would cause delay that is not safe",
            Consent.Refused => "They know and do not agree; the child's safety comes first",
        };
}
