using System.Collections.Concurrent;
using Waymark.Features.Shared.Reading;
using Waymark.Instruments;

namespace Waymark.Features.Shared.Answers;

/// <summary>
/// Which questions of a page apply only after some answers to a choice above them, so that a script may fold them away. It
/// is found by asking the engine: each option is chosen in an empty form and what becomes enabled is noted.
/// </summary>
public sealed class PageReveals
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, Reveal>> _known = new(
        StringComparer.Ordinal
    );

    /// <summary>The dependent questions of an instrument, by linkId.</summary>
    public IReadOnlyDictionary<string, Reveal> Of(Form form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return _known.GetOrAdd(form.Instrument.Hash, _ => Find(form.Instrument, form.Context));
    }

    private static Dictionary<string, Reveal> Find(Instrument instrument, EvaluationContext context)
    {
        Dictionary<string, Reveal> found = new(StringComparer.Ordinal);
        var form = Form.Start(instrument, context);
        foreach (var page in InstrumentPages.Of(instrument))
        {
            var questions = InstrumentPages.Questions(page).ToList();
            var asleep = questions.Where(q => !form.IsEnabled(q.LinkId)).ToList();
            foreach (
                var source in questions.Where(q => q is { Type: ItemType.Choice, Repeats: false })
            )
            {
                Dictionary<string, List<string>> woken = [];
                foreach (var option in source.Options.Select(o => o.Value).OfType<CodingAnswer>())
                {
                    form.Set(source.LinkId, [option]);
                    foreach (var question in asleep.Where(q => form.IsEnabled(q.LinkId)))
                    {
                        woken.TryAdd(question.LinkId, []);
                        woken[question.LinkId].Add(option.Code);
                    }
                }
                form.Set(source.LinkId, []);
                foreach (var (linkId, codes) in woken)
                {
                    found.TryAdd(linkId, new(source.LinkId, codes));
                }
            }
        }
        return found;
    }
}

/// <summary>A question that applies after some answers to another.</summary>
/// <param name="Source">The linkId of the choice above it.</param>
/// <param name="Codes">The codes that make it apply.</param>
public sealed record Reveal(string Source, IReadOnlyList<string> Codes)
{
    /// <summary>Same source, same codes.</summary>
    public bool SameAs(Reveal? other) =>
        other is not null
        && Source == other.Source
        && Codes.SequenceEqual(other.Codes, StringComparer.Ordinal);
}
