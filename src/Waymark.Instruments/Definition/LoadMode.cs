namespace Waymark.Instruments;

/// <summary>How strictly <see cref="Instrument.Load"/> judges a definition.</summary>
public enum LoadMode
{
    /// <summary>
    /// For instruments that people will be asked: whatever cannot be honoured, and every expression that names something that does not
    /// exist, is an error, and the instrument is not loaded.
    /// </summary>
    Strict,

    /// <summary>
    /// For trying out the instruments of others: what cannot be honoured is a warning and does nothing, an expression that cannot be
    /// evaluated gives nothing. What has no sensible reading (no JSON, two items of one name) is an error all the same.
    /// </summary>
    Tolerant,
}

/// <summary>Collects what is found while a definition is read, in document order.</summary>
internal sealed class Findings(LoadMode mode)
{
    private readonly List<InstrumentIssue> _issues = [];

    internal IReadOnlyList<InstrumentIssue> All => _issues;

    internal bool HasErrors { get; private set; }

    internal LoadMode Mode => mode;

    /// <summary>Something without which the definition has no reading at all.</summary>
    internal void Error(string code, string? linkId, string? path, string text)
    {
        HasErrors = true;
        _issues.Add(new(code, IssueSeverity.Error, linkId, path, text));
    }

    /// <summary>Something the engine will not do: an error in strict mode, a warning in tolerant mode.</summary>
    internal void Refuse(string code, string? linkId, string? path, string text)
    {
        HasErrors |= mode == LoadMode.Strict;
        _issues.Add(
            new(
                code,
                mode == LoadMode.Strict ? IssueSeverity.Error : IssueSeverity.Warning,
                linkId,
                path,
                text
            )
        );
    }

    /// <summary>Something found elsewhere.</summary>
    internal void Add(InstrumentIssue issue)
    {
        HasErrors |= issue.Severity == IssueSeverity.Error;
        _issues.Add(issue);
    }

    internal void Warn(string code, string? linkId, string? path, string text) =>
        _issues.Add(new(code, IssueSeverity.Warning, linkId, path, text));

    internal void Inform(string code, string? linkId, string? path, string text) =>
        _issues.Add(new(code, IssueSeverity.Information, linkId, path, text));
}
