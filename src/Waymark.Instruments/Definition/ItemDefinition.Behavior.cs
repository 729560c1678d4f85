using Waymark.Instruments.Expressions;

namespace Waymark.Instruments;

public sealed partial class ItemDefinition
{
    private static readonly Dictionary<string, List<string>> NoExtensions = [];

    /// <summary>Which child of its parent it is, from 0: where its instances are kept.</summary>
    internal int ChildIndex { get; set; }

    internal string JsonPath { get; set; } = "";

    internal Dictionary<string, List<string>> Extensions { get; set; } = NoExtensions;

    internal IReadOnlyList<EnableWhen> EnableWhen { get; set; } = [];

    /// <summary>Whether all conditions must hold (<c>enableBehavior = all</c>), or one is enough.</summary>
    internal bool EnableAll { get; set; } = true;

    internal ExpressionSource? EnableWhenExpression { get; set; }

    internal ExpressionSource? Calculated { get; set; }

    internal ExpressionSource? InitialExpression { get; set; }

    /// <summary>What its instances begin with (<c>itemPopulationContext</c>); always named.</summary>
    internal ExpressionSource? PopulationContext { get; set; }

    internal ExpressionSource? AnswerExpression { get; set; }

    internal ExpressionSource? TextExpression { get; set; }

    internal ExpressionSource? RequiredExpression { get; set; }

    internal ExpressionSource? ReadOnlyExpression { get; set; }

    internal IReadOnlyList<ToggleSource> Toggles { get; set; } = [];

    internal IReadOnlyList<ExpressionSource> Variables { get; set; } = [];

    internal IReadOnlyList<ConstraintSource> Constraints { get; set; } = [];

    internal IReadOnlyList<AnswerValue> Initial { get; set; } = [];

    /// <summary>Whether its options are known: a value set that is not at hand accepts any coding.</summary>
    internal bool OptionsKnown { get; set; } = true;

    /// <summary>Whether it and its ancestors below the root are all groups, so that FHIRPath's <c>repeat(item)</c> reaches it.</summary>
    internal bool ReachedByItemsOnly { get; set; }

    /// <summary>The nearest ancestor that can occur several times, or the item itself; <see langword="null"/> when there is none.</summary>
    internal ItemDefinition? RepeatScope { get; set; }

    private Node? _linkIdNode;
    private Node? _textNode;

    /// <summary>Its linkId as FHIRPath sees it, made once: expressions over the whole response ask for every one.</summary>
    internal Node LinkIdNode => _linkIdNode ??= Atom.Fhir(LinkId, "string");

    /// <summary>Its text as FHIRPath sees it.</summary>
    internal Node TextNode => _textNode ??= Atom.Fhir(Text, "string");

    internal bool IsWithin(ItemDefinition ancestor)
    {
        for (var item = this; item is not null; item = item.Parent)
        {
            if (ReferenceEquals(item, ancestor))
            {
                return true;
            }
        }

        return false;
    }
}
