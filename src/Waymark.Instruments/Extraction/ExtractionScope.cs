using Waymark.Instruments.Behavior;
using Waymark.Instruments.Expressions;

namespace Waymark.Instruments;

/// <summary>Where one extraction stands: at which occurrence, with which allocated ids, and what it has found.</summary>
internal sealed class ExtractionScope(
    Frame frame,
    ItemInstance item,
    Func<Guid> newId,
    List<InstrumentIssue> issues
)
{
    internal Frame Frame { get; } = frame;

    internal ItemInstance Item { get; } = item;

    internal string NewUrn() => "urn:uuid:" + newId().ToString("D");

    internal void Report(string code, string path, string text) =>
        issues.Add(
            new InstrumentIssue(
                code,
                IssueSeverity.Warning,
                Item.IsRoot ? null : Item.Definition.LinkId,
                path,
                text
            )
        );
}
