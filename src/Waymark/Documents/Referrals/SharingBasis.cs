namespace Waymark.Documents.Referrals;

/// <summary>Whether consent was given.</summary>
public enum Consent
{
    /// <summary>Asked and given.</summary>
    Given,

    /// <summary>Asked and refused.</summary>
    Refused,

    /// <summary>Not asked, because asking would raise the risk.</summary>
    NotSafeToAsk,

    /// <summary>Not asked, for another reason.</summary>
    NotAsked,
}

/// <summary>On what footing the information is shared.</summary>
public sealed record SharingBasis
{
    /// <summary>The lawful basis in words, as the practitioner chose it.</summary>
    public required string LawfulBasis { get; init; }

    /// <summary>Whether the child agreed or was told.</summary>
    public required Consent Consent { get; init; }

    /// <summary>Who was asked, or why not.</summary>
    public required string ConsentExplained { get; init; }

    /// <summary>What is shared.</summary>
    public required IReadOnlyList<string> Shared { get; init; }

    /// <summary>What is held back, each with its reason.</summary>
    public required IReadOnlyList<Withheld> Withheld { get; init; }
}

/// <summary>Something held back, and why.</summary>
public sealed record Withheld(string What, string Why);
