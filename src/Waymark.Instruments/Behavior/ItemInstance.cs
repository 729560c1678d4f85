using Waymark.Instruments.Expressions;

namespace Waymark.Instruments.Behavior;

/// <summary>Something of the open response that holds items: the response itself, a group's instance, or an answer.</summary>
internal abstract class Container : Node
{
    /// <summary>The instances of each child item, by <see cref="ItemDefinition.ChildIndex"/>.</summary>
    internal List<ItemInstance>[] Children { get; set; } = [];

    internal abstract IReadOnlyList<ItemDefinition> ChildDefinitions { get; }

    internal abstract ItemInstance Instance { get; }

    internal void AddVisibleItems(List<Node> into)
    {
        foreach (var list in Children)
        {
            foreach (var item in list)
            {
                if (item.IsVisible)
                {
                    into.Add(item);
                }
            }
        }
    }
}

/// <summary>
/// One occurrence of an item in an open response, and at once the node that FHIRPath sees; the response itself is the one without a
/// definition. FHIRPath sees what a completed response would hold: enabled items that have an answer in or below them.
/// </summary>
internal sealed class ItemInstance : Container
{
    private Node[]? _self;

    internal ItemInstance(ItemDefinition? definition, Container? owner, int computations)
    {
        Definition = definition!;
        Owner = owner;
        Pending = computations == 0 ? [] : new bool[computations];
        Variables = computations == 0 ? [] : new Node[computations][];
    }

    /// <summary>What it is an occurrence of; <see langword="null"/> only for the response itself.</summary>
    internal ItemDefinition Definition { get; }

    internal Container? Owner { get; }

    /// <summary>For a repeating group, which instance it is.</summary>
    internal int Occurrence { get; set; }

    /// <summary>Whether its own conditions hold.</summary>
    internal bool OwnEnabled { get; set; } = true;

    /// <summary>Whether its own conditions and those of everything around it hold.</summary>
    internal bool Enabled { get; set; } = true;

    /// <summary>The answers; a question that holds items always has one, with no value until it is answered.</summary>
    internal List<AnswerSlot> Answers { get; } = [];

    /// <summary>Whether it was taken out of the response; what is still to be computed for it no longer matters.</summary>
    internal bool IsGone { get; set; }

    /// <summary>Whether a person gave the present answers, which no calculation then overwrites.</summary>
    internal bool ByPerson { get; set; }

    /// <summary>By <see cref="Computation.LocalIndex"/>: whether it waits to be computed.</summary>
    internal bool[] Pending { get; }

    /// <summary>By <see cref="Computation.LocalIndex"/>: the value of a variable declared here.</summary>
    internal Node[]?[] Variables { get; }

    /// <summary>The collection of just this node, made once.</summary>
    internal Node[] Self => _self ??= [this];

    internal bool IsRoot => Owner is null;

    internal override IReadOnlyList<ItemDefinition> ChildDefinitions =>
        RootItems ?? Definition.Items;

    internal IReadOnlyList<ItemDefinition>? RootItems { get; init; }

    /// <summary>Of the response itself: what it knows besides its items (subject, author, when it was given), while it is extracted from.</summary>
    internal Node? Metadata { get; set; }

    internal override ItemInstance Instance => this;

    internal override string TypeName =>
        IsRoot ? "QuestionnaireResponse" : "QuestionnaireResponse.item";

    internal override string? ElementName => IsRoot ? null : "item";

    internal bool HasAnswer
    {
        get
        {
            foreach (var answer in Answers)
            {
                if (answer.HasValue)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether a completed response would hold it.</summary>
    internal bool IsVisible => Enabled && HasVisibleContent;

    /// <summary>Whether it, or anything enabled below it, is answered.</summary>
    internal bool HasVisibleContent
    {
        get
        {
            foreach (var answer in Answers)
            {
                if (answer.HasValue || AnyVisible(answer.Children))
                {
                    return true;
                }
            }

            return AnyVisible(Children);
        }
    }

    /// <summary>The nearest enclosing occurrence of an item, or itself.</summary>
    internal ItemInstance? Enclosing(ItemDefinition definition)
    {
        for (
            var instance = this;
            instance is { IsRoot: false };
            instance = instance.Owner!.Instance
        )
        {
            if (ReferenceEquals(instance.Definition, definition))
            {
                return instance;
            }
        }

        return null;
    }

    /// <summary>
    /// The occurrence of a repeating item that it is in: of a group the instance, of a question the answer; of itself, itself.
    /// </summary>
    internal Container? ScopeIn(ItemDefinition repeating)
    {
        if (ReferenceEquals(Definition, repeating))
        {
            return this;
        }

        for (var container = Owner; container is not null; container = container.Instance.Owner)
        {
            if (ReferenceEquals(container.Instance.Definition, repeating))
            {
                return container;
            }
        }

        return null;
    }

    /// <summary>Whether two occurrences have a repeating item's occurrence in common. A question itself is in common with all its answers.</summary>
    internal bool SharesScope(ItemInstance other, ItemDefinition repeating) =>
        ScopeIn(repeating) is { } mine
        && other.ScopeIn(repeating) is { } theirs
        && (
            mine is AnswerSlot && theirs is AnswerSlot
                ? ReferenceEquals(mine, theirs)
                : ReferenceEquals(mine.Instance, theirs.Instance)
        );

    internal override void AddChildren(string name, List<Node> into)
    {
        switch (name)
        {
            case "item" when Answers.Count == 0:
                AddVisibleItems(into);
                break;
            case "answer":
                foreach (var answer in Answers)
                {
                    if (answer.HasContent)
                    {
                        into.Add(answer);
                    }
                }

                break;
            case "linkId" when !IsRoot:
                into.Add(Definition.LinkIdNode);
                break;
            case "text" when !IsRoot && Definition.Text.Length > 0:
                into.Add(Definition.TextNode);
                break;
            case "definition" when Definition?.Definition is { } definition:
                into.Add(Atom.Fhir(definition, "uri"));
                break;
            default:
                Metadata?.AddChildren(name, into);
                break;
        }
    }

    internal override void AddAllChildren(List<Node> into)
    {
        AddChildren("linkId", into);
        AddChildren("definition", into);
        AddChildren("text", into);
        AddChildren("answer", into);
        AddChildren("item", into);
    }

    internal static bool AnyVisible(List<ItemInstance>[] children)
    {
        foreach (var list in children)
        {
            foreach (var item in list)
            {
                if (item.IsVisible)
                {
                    return true;
                }
            }
        }

        return false;
    }
}

/// <summary>One answer of a question, with the items within it; without a value it only holds the items of a question not yet answered.</summary>
internal sealed class AnswerSlot(ItemInstance question) : Container
{
    private AnswerValue? _given;
    private Node? _valueNode;

    internal override ItemInstance Instance => question;

    internal override IReadOnlyList<ItemDefinition> ChildDefinitions => question.Definition.Items;

    internal AnswerValue? Given
    {
        get => _given;
        set
        {
            _given = value;
            _valueNode = null;
        }
    }

    internal bool HasValue => _given is not null;

    /// <summary>Whether a completed response would hold it: it has a value, or something answered within it.</summary>
    internal bool HasContent => HasValue || ItemInstance.AnyVisible(Children);

    /// <summary>The value as FHIRPath sees it.</summary>
    internal Node? ValueNode =>
        _valueNode ??= _given is null ? null : AnswerNodes.Of(_given, question.Definition);

    internal override string TypeName => "QuestionnaireResponse.item.answer";

    internal override string? ElementName => "answer";

    internal override void AddChildren(string name, List<Node> into)
    {
        if (name == "value")
        {
            if (ValueNode is { } node)
            {
                into.Add(node);
            }
        }
        else if (name == "item")
        {
            AddVisibleItems(into);
        }
        else if (
            name.Length > 5
            && name.StartsWith("value", StringComparison.Ordinal)
            && ValueNode is { } typed
        )
        {
            // Many published forms write answer.valueCoding where FHIRPath has answer.value.
            if (string.Equals(typed.TypeName, name[5..], StringComparison.OrdinalIgnoreCase))
            {
                into.Add(typed);
            }
        }
    }

    internal override void AddAllChildren(List<Node> into)
    {
        AddChildren("value", into);
        AddChildren("item", into);
    }
}
