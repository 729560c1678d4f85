using Waymark.Instruments;

namespace Waymark.Features.Shared.Reading;

/// <summary>The pages of an instrument: groups whose linkId begins with <c>page.</c>, in order.</summary>
public static class InstrumentPages
{
    private const string Prefix = "page.";

    /// <summary>Every page, in document order.</summary>
    public static IReadOnlyList<ItemDefinition> Of(Instrument instrument) =>
        [.. instrument.Items.SelectMany(Within)];

    /// <summary>The page with this linkId, or null.</summary>
    public static ItemDefinition? Find(Instrument instrument, string linkId) =>
        linkId.StartsWith(Prefix, StringComparison.Ordinal) ? instrument.Find(linkId) : null;

    /// <summary>The page that holds an item, or null for an item outside every page.</summary>
    public static ItemDefinition? PageOf(ItemDefinition item)
    {
        for (var at = item; at is not null; at = at.Parent)
        {
            if (IsPage(at))
            {
                return at;
            }
        }
        return null;
    }

    /// <summary>The questions inside an item that a person may answer, in document order, nested ones after their parent.</summary>
    public static IEnumerable<ItemDefinition> Questions(ItemDefinition item) =>
        item
            .Items.Where(child => !child.Hidden)
            .SelectMany(child =>
                child.IsQuestion && !child.ReadOnly
                    ? Questions(child).Prepend(child)
                    : Questions(child)
            );

    private static IEnumerable<ItemDefinition> Within(ItemDefinition item) =>
        IsPage(item) ? [item] : item.Items.SelectMany(Within);

    private static bool IsPage(ItemDefinition item) =>
        item.LinkId.StartsWith(Prefix, StringComparison.Ordinal);
}
