using Waymark.Documents.Records;

namespace Waymark.Documents.Referrals;

/// <summary>Who refers, and how to reach her.</summary>
/// <param name="Person">Her name, role and organisation.</param>
/// <param name="Phone">A number on which a professional answers, or null.</param>
/// <param name="OutOfHours">Who answers at night and at weekends, or null.</param>
/// <param name="Email">An address that no family member can read, or null.</param>
public sealed record Referrer(
    PersonInRole Person,
    string? Phone,
    string? OutOfHours,
    string? Email
);

/// <summary>Who is asked.</summary>
/// <param name="Team">The team: "Multi-agency safeguarding hub (the front door of children's social care)".</param>
/// <param name="Organisation">Its organisation: a council, a police force.</param>
/// <param name="SpokenTo">Who was spoken to, when and the reference given, or null where nobody was yet.</param>
public sealed record ReferralRecipient(string Team, string Organisation, string? SpokenTo);

/// <summary>The child, as far as the document may say.</summary>
/// <param name="Age">In years or as an age band: "13", "13 to 15".</param>
/// <param name="Needs">What the child needs so as to be heard and safe: communication, language, disability, faith, carers.</param>
/// <param name="IdentityGivenBy">How name, date of birth and address reach the recipient: "by telephone on 24 November 2026".</param>
public sealed record ReferredChild(string Age, IReadOnlyList<string> Needs, string IdentityGivenBy);

/// <summary>The answer to "Is the child in danger now?"</summary>
public enum DangerAnswer
{
    /// <summary>Yes.</summary>
    Yes,

    /// <summary>It is suspected.</summary>
    Suspected,

    /// <summary>No.</summary>
    No,

    /// <summary>Not known.</summary>
    NotKnown,
}

/// <summary>Whether the child is in danger now, and from what.</summary>
public sealed record ImmediateDanger(DangerAnswer Answer, string? Explanation);

/// <summary>Who may be contacted about this, and who must not know of it.</summary>
/// <param name="Safe">People who may be contacted, and how.</param>
/// <param name="DoNotContact">People who must not be contacted or told.</param>
/// <param name="InWords">What the referrer wrote about both, as one text, or null: it may name people who must not be told, and is shown as a warning.</param>
public sealed record SafeContact(
    IReadOnlyList<string> Safe,
    IReadOnlyList<DoNotContact> DoNotContact,
    string? InWords = null
);

/// <summary>Someone who must not be contacted, and why.</summary>
public sealed record DoNotContact(string Who, string Why);
