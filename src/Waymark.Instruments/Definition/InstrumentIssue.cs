namespace Waymark.Instruments;

/// <summary>How much an <see cref="InstrumentIssue"/> matters.</summary>
public enum IssueSeverity
{
    /// <summary>The instrument, answer or response cannot be used as it is.</summary>
    Error,

    /// <summary>It can be used, but something in it will not do what its author probably meant.</summary>
    Warning,

    /// <summary>Worth knowing; nothing is wrong.</summary>
    Information,
}

/// <summary>One thing found in an instrument, an answer or a response: bad input as data, never as an exception.</summary>
/// <param name="Code">What is wrong, one of <see cref="IssueCodes"/>; stable, for programs.</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="LinkId">The item it concerns, when it concerns one.</param>
/// <param name="Path">Where: an <see cref="ItemPath"/> in a response, or a JSON path such as <c>item[2].enableWhen[0]</c> in a definition.</param>
/// <param name="Text">What is wrong and what to do about it, in plain English.</param>
public sealed record InstrumentIssue(
    string Code,
    IssueSeverity Severity,
    string? LinkId,
    string? Path,
    string Text
);

/// <summary>What came of reading something: a value, or the errors that prevented one, and anything else worth saying.</summary>
/// <typeparam name="T">What was to be read.</typeparam>
/// <param name="Value">What was read; <see langword="null"/> exactly when one of <paramref name="Issues"/> is an error.</param>
/// <param name="Issues">Everything found, in document order.</param>
public sealed record LoadResult<T>(T? Value, IReadOnlyList<InstrumentIssue> Issues)
    where T : class;
