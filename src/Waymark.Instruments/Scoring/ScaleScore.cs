namespace Waymark.Instruments;

/// <summary>The score of one scale in one form, with everything needed to judge how far it can be trusted.</summary>
/// <param name="Scale">The scale.</param>
/// <param name="Status">Whether there is a score, and of what kind.</param>
/// <param name="Value">The score; <see langword="null"/> exactly when the status is <see cref="ScaleScoreStatus.TooFewAnswered"/>.</param>
/// <param name="RestsOn">The answers that were counted, in the scale's order.</param>
public sealed record ScaleScore(
    Scale Scale,
    ScaleScoreStatus Status,
    decimal? Value,
    IReadOnlyList<AnswerReference> RestsOn
)
{
    /// <summary>How many items had a value.</summary>
    public int Answered => RestsOn.Count;

    /// <summary>How many items the scale has.</summary>
    public int Of => Scale.Items.Count;

    /// <summary>The published range the score lies in, when there is a score and the scale has one for it.</summary>
    public ScaleBand? Band => Value is { } value ? Scale.BandOf(value) : null;

    /// <summary>The enabled items that nobody answered.</summary>
    public IReadOnlyList<ItemPath> Unanswered { get; init; } = [];

    /// <summary>The items that were not asked of this person, because they are disabled.</summary>
    public IReadOnlyList<ItemPath> NotAsked { get; init; } = [];

    /// <summary>The answers that have no value on the scale, such as "prefer not to say".</summary>
    public IReadOnlyList<AnswerReference> WithoutValue { get; init; } = [];
}

/// <summary>Whether a scale has a score, and of what kind. To be shown beside the number, always.</summary>
public enum ScaleScoreStatus
{
    /// <summary>Every item had a value.</summary>
    Complete,

    /// <summary>Some had none, and were taken to have the mean of the others.</summary>
    ProRated,

    /// <summary>Some had none, and were left out.</summary>
    Incomplete,

    /// <summary>Fewer had a value than the scale needs: there is no score.</summary>
    TooFewAnswered,
}
