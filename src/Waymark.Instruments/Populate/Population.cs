using Waymark.Instruments.Behavior;
using Waymark.Instruments.Expressions;

namespace Waymark.Instruments;

/// <summary>
/// Expression-based population (<c>itemPopulationContext</c>): what the application handed in decides how many instances a repeating group
/// begins with, and the initial expressions within each see their own element under the context's name.
/// </summary>
/// <remarks>
/// A group that has answers already is left alone. Nothing that was handed in is left out silently: what exceeds the group's largest
/// number is an issue.
/// </remarks>
internal sealed class Population(
    ResponseTree tree,
    Settling settling,
    List<InstrumentIssue> issues,
    Func<Container, ItemDefinition, ItemInstance> append
)
{
    private const int MostInstances = 1000;

    private readonly Dictionary<ItemInstance, IReadOnlyDictionary<string, Node[]>> _names = [];

    /// <summary>Adds the instances that the contexts ask for, from the outside in.</summary>
    internal void Prepare()
    {
        if (tree.Instrument.All.All(item => item.PopulationContext is null))
        {
            return;
        }

        // The contexts may go through variables, which have no value before things have settled.
        settling.MarkEverything();
        settling.Settle();
        PrepareWithin(tree.Root);
    }

    /// <summary>The names that the contexts around an occurrence give to its initial expression; <see langword="null"/> for none.</summary>
    internal IReadOnlyDictionary<string, Node[]>? NamesAt(ItemInstance instance)
    {
        for (var at = instance; !at.IsRoot; at = at.Owner!.Instance)
        {
            if (_names.TryGetValue(at, out var names))
            {
                return names;
            }
        }

        return null;
    }

    private void PrepareWithin(Container container)
    {
        for (var i = 0; i < container.Children.Length; i++)
        {
            if (container.ChildDefinitions[i] is { PopulationContext: { } context } item)
            {
                PrepareItem(container, item, context.Name!);
            }

            foreach (var child in container.Children[i])
            {
                PrepareWithin(child);
                child.Answers.ForEach(PrepareWithin);
            }
        }
    }

    private void PrepareItem(Container container, ItemDefinition item, string name)
    {
        var instances = container.Children[item.ChildIndex];
        if (instances.Any(instance => instance.HasVisibleContent))
        {
            return;
        }

        var around = NamesAt(container.Instance) ?? new Dictionary<string, Node[]>();
        var elements = Evaluate(item, instances[0], around);
        if (item is not { Type: ItemType.Group, Repeats: true })
        {
            _names[instances[0]] = With(around, name, elements);
            return;
        }

        var most = Math.Min(item.MaxOccurs ?? MostInstances, MostInstances);
        if (elements.Length > most)
        {
            ReportTooMany(instances[0], elements.Length, most);
        }

        for (var i = 0; i < Math.Min(elements.Length, most); i++)
        {
            var instance = i < instances.Count ? instances[i] : append(container, item);
            _names[instance] = With(around, name, [elements[i]]);
        }
    }

    private Node[] Evaluate(
        ItemDefinition item,
        ItemInstance instance,
        IReadOnlyDictionary<string, Node[]> around
    )
    {
        if (tree.Instrument.Plan.For(item).Population is not { } expression)
        {
            return Node.Nothing;
        }

        settling.Current.Extra = around;
        var nodes = OnDemandEvaluation.Evaluate(
            settling.Current,
            expression,
            instance,
            out var issue
        );
        settling.Current.Extra = null;
        if (issue is not null)
        {
            issues.Add(issue);
        }

        return nodes;
    }

    private static Dictionary<string, Node[]> With(
        IReadOnlyDictionary<string, Node[]> around,
        string name,
        Node[] elements
    ) => new(around, StringComparer.Ordinal) { [name] = elements };

    private void ReportTooMany(ItemInstance group, int count, int most) =>
        issues.Add(
            new InstrumentIssue(
                IssueCodes.TooManyOccurrences,
                IssueSeverity.Warning,
                group.Definition.LinkId,
                Paths.Of(group).ToString(),
                $"{count} were handed in for \"{group.Definition.Text}\", which takes at most {most}: the others were left out."
            )
        );
}
