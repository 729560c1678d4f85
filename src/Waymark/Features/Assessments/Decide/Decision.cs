using Waymark.Features.Shared.Versions;

namespace Waymark.Features.Assessments.Decide;

/// <summary>What a practitioner decided to do, with reasons. Deciding not to refer is a record too. One version of it.</summary>
public sealed class Decision : IWrittenVersion
{
    /// <summary>The longest text of one field, in characters.</summary>
    public const int TextLength = 4000;

    public required Guid Id { get; init; }
    public required Guid AgencyId { get; init; }
    public required Guid ConcernId { get; init; }
    public required int Number { get; init; }
    public required int BasedOn { get; init; }
    public string Settles { get; init; } = "";

    public required DecisionKind Kind { get; init; }

    /// <summary>Why; required for every kind.</summary>
    public required string Reasons { get; init; }

    /// <summary>Where the referral goes, or who is consulted. Empty when not referring.</summary>
    public required string SentTo { get; init; }

    /// <summary>The ground in law for sharing; required when referring.</summary>
    public required LawfulBasis? LawfulBasis { get; init; }

    /// <summary>Who was told or asked; required when referring.</summary>
    public required Consent? Consent { get; init; }

    /// <summary>Why consent was not sought, or what was said. Required unless consent was given.</summary>
    public required string ConsentReasons { get; init; }

    /// <summary>What is shared, and what is held back and why. Required when referring.</summary>
    public required string WhatIsShared { get; init; }

    /// <summary>What is asked of whoever receives it. Required when referring or consulting.</summary>
    public required string Requests { get; init; }

    /// <summary>How and whom it is safe to contact; who must not be told.</summary>
    public required string SafeContact { get; init; }

    /// <summary>Who was asked for a second view. Required when not referring.</summary>
    public required string WhoWasAsked { get; init; }

    /// <summary>The day to look again. Required when not referring or consulting.</summary>
    public required DateOnly? LookAgainOn { get; init; }

    public required DateTimeOffset WrittenAt { get; init; }
    public required Guid WrittenById { get; init; }
    public required string WrittenByName { get; init; }
}
