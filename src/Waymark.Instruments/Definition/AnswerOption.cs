namespace Waymark.Instruments;

/// <summary>One of the answers a choice offers.</summary>
/// <param name="Value">The answer that choosing it gives.</param>
public sealed record AnswerOption(AnswerValue Value)
{
    /// <summary>What people read: the display of a coding, the text of anything else.</summary>
    public required string Text { get; init; }

    /// <summary>Printed before the text, such as <c>a)</c>.</summary>
    public string? Prefix { get; init; }

    /// <summary>What choosing it counts towards a score (<c>ordinalValue</c> or <c>itemWeight</c>), when it has one.</summary>
    public decimal? Weight { get; init; }

    /// <summary>Whether choosing it rules out every other option, as "None of these" does.</summary>
    public bool Exclusive { get; init; }

    /// <summary>Whether it is chosen to begin with.</summary>
    public bool InitialSelected { get; init; }

    /// <summary>The text in other languages, by language tag such as <c>cy</c>.</summary>
    public IReadOnlyDictionary<string, string> Translations { get; init; } = NoTranslations;

    internal static readonly IReadOnlyDictionary<string, string> NoTranslations =
        new Dictionary<string, string>();
}
