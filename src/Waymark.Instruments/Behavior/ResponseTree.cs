using Waymark.Instruments.Expressions;

namespace Waymark.Instruments.Behavior;

/// <summary>The occurrences of an open response, with an index by item.</summary>
internal sealed class ResponseTree
{
    private readonly List<ItemInstance>[] _instances;
    private readonly Dictionary<string, Node[]> _external = new(StringComparer.Ordinal);

    internal ResponseTree(Instrument instrument, EvaluationContext context)
    {
        Instrument = instrument;
        Context = context;
        _instances = new List<ItemInstance>[instrument.All.Count];
        for (var i = 0; i < _instances.Length; i++)
        {
            _instances[i] = new List<ItemInstance>(1);
        }

        Root = new ItemInstance(null, null, instrument.Plan.OfRoot.Length)
        {
            RootItems = instrument.Items,
        };
        Root.Children = CreateChildren(Root, instrument.Items);
    }

    internal Instrument Instrument { get; }

    internal EvaluationContext Context { get; }

    internal ItemInstance Root { get; }

    internal List<ItemInstance> InstancesOf(ItemDefinition item) => _instances[item.Index];

    /// <summary>Which of the occurrences of its item it is, in document order.</summary>
    internal int PlaceOf(ItemInstance instance) =>
        _instances[instance.Definition.Index].IndexOf(instance);

    /// <summary>The present value of a variable, as seen from an occurrence within its scope.</summary>
    internal Node[] ValueOf(Computation variable, ItemInstance from)
    {
        var owner = variable.Item is null ? Root : from.Enclosing(variable.Item);
        return owner?.Variables[variable.LocalIndex] ?? Node.Nothing;
    }

    /// <summary>What the application handed in under this name.</summary>
    internal Node[] External(string name)
    {
        if (!_external.TryGetValue(name, out var nodes))
        {
            var given = Context.LaunchContext?.GetValueOrDefault(name);
            _external[name] = nodes = given is null
                ? Node.Nothing
                : [.. given.Select(PocoElement.From)];
        }

        return nodes;
    }

    internal ItemInstance Create(ItemDefinition definition, Container owner)
    {
        var instance = new ItemInstance(
            definition,
            owner,
            Instrument.Plan.OfItem[definition.Index].Length
        )
        {
            // Until its conditions have been looked at, an item with conditions counts as disabled.
            OwnEnabled =
                definition.EnableWhen.Count == 0 && definition.EnableWhenExpression is null,
        };
        instance.Enabled = instance.OwnEnabled && owner.Instance.Enabled;
        _instances[definition.Index].Add(instance);
        if (definition.IsQuestion && definition.Items.Count > 0)
        {
            AddSlot(instance);
        }
        else if (!definition.IsQuestion)
        {
            instance.Children = CreateChildren(instance, definition.Items);
        }

        return instance;
    }

    internal AnswerSlot AddSlot(ItemInstance question)
    {
        var slot = new AnswerSlot(question);
        question.Answers.Add(slot);
        if (question.Definition.Items.Count > 0)
        {
            slot.Children = CreateChildren(slot, question.Definition.Items);
        }

        return slot;
    }

    /// <summary>Takes what a container held out of the index.</summary>
    internal void Forget(Container container)
    {
        foreach (var list in container.Children)
        {
            foreach (var item in list)
            {
                Forget(item);
            }
        }
    }

    internal void Forget(ItemInstance instance)
    {
        instance.IsGone = true;
        _instances[instance.Definition.Index].Remove(instance);
        Forget((Container)instance);
        instance.Answers.ForEach(Forget);
    }

    /// <summary>Puts the index back into document order after occurrences were added in the middle.</summary>
    internal void Reindex()
    {
        foreach (var list in _instances)
        {
            list.Clear();
        }

        Index(Root);
    }

    private void Index(Container container)
    {
        foreach (var list in container.Children)
        {
            foreach (var item in list)
            {
                _instances[item.Definition.Index].Add(item);
                Index(item);
                item.Answers.ForEach(Index);
            }
        }
    }

    private List<ItemInstance>[] CreateChildren(
        Container owner,
        IReadOnlyList<ItemDefinition> definitions
    )
    {
        if (definitions.Count == 0)
        {
            return [];
        }

        var children = new List<ItemInstance>[definitions.Count];
        for (var i = 0; i < children.Length; i++)
        {
            children[i] = new List<ItemInstance>(1) { null! };
            children[i][0] = Create(definitions[i], owner);
        }

        return children;
    }
}
