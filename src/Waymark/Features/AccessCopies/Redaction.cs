namespace Waymark.Features.AccessCopies;

/// <summary>What was decided of a copy's passages, applied. Pure.</summary>
public sealed class Redaction
{
    private readonly Dictionary<(PassageKind, string), PassageDecision> _decided;
    private readonly Dictionary<(PassageKind, string), int> _numbers = [];

    /// <param name="passages">The passages of the copy, in reading order.</param>
    /// <param name="decisions">What was decided for this child.</param>
    public Redaction(IReadOnlyList<Passage> passages, IEnumerable<PassageDecision> decisions)
    {
        // Where two people decided at the same time and differently, what one of them withholds stays withheld.
        _decided = decisions
            .GroupBy(d => (d.Kind, d.Words))
            .ToDictionary(g => g.Key, g => g.MaxBy(d => d.Choice != PassageChoice.Keep)!);
        Undecided = [.. passages.Where(p => !_decided.ContainsKey((p.Kind, p.Words)))];
        Withheld =
        [
            .. passages
                .Select(p => _decided.GetValueOrDefault((p.Kind, p.Words)))
                .OfType<PassageDecision>()
                .Where(d => d.Choice != PassageChoice.Keep),
        ];
        foreach (var (index, decision) in Withheld.Index())
        {
            _numbers[(decision.Kind, decision.Words)] = index + 1;
        }
    }

    /// <summary>The passages that nobody has decided on: no copy is made before they are.</summary>
    public IReadOnlyList<Passage> Undecided { get; }

    /// <summary>What is withheld, in reading order.</summary>
    public IReadOnlyList<PassageDecision> Withheld { get; }

    /// <summary>The decision on a passage, or null.</summary>
    public PassageDecision? For(Passage passage) =>
        _decided.GetValueOrDefault((passage.Kind, passage.Words));

    /// <summary>A piece as the copy shows it: "[withheld 3]" where it is withheld, and also where nobody has decided.</summary>
    public string Shown(CopyPart part) =>
        part.Kind is not { } kind || part.Words.Length == 0 ? part.Words
        : _numbers.TryGetValue((kind, part.Words), out var number) ? $"[withheld {number}]"
        : _decided.ContainsKey((kind, part.Words)) ? part.Words
        : "[not decided]";

    /// <summary>A line's words as the copy shows them.</summary>
    public string Shown(CopyLine line) => string.Concat(line.Parts.Select(Shown));

    /// <summary>Whether somebody's own words may be shown as they are.</summary>
    public bool Keeps(string words) =>
        words.Length == 0
        || (
            _decided.TryGetValue((PassageKind.FreeText, words), out var decision)
            && decision.Choice == PassageChoice.Keep
        );
}
