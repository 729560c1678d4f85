namespace Waymark.Instruments.Expressions;

/// <summary>Works out what an expression reads, by walking it with sets of items in place of answers.</summary>
internal sealed class ReachAnalysis(
    Instrument instrument,
    INames names,
    ItemDefinition? scope,
    Readings readings,
    List<(string Code, string Text)> problems
)
{
    private Reach Scope =>
        scope is null ? Reach.Response : new(false, [scope], [], true, scope.RepeatScope);

    internal Reach Analyse(Syntax syntax)
    {
        var reach = Visit(syntax, Scope);
        ReadContent(reach);
        return reach;
    }

    /// <summary>As <see cref="Analyse"/>, for a value whose parts are read later on, by those who use it.</summary>
    internal Reach AnalyseVariable(Syntax syntax) => Visit(syntax, Scope);

    private Reach Visit(Syntax syntax, Reach input) =>
        syntax switch
        {
            LiteralSyntax => Reach.None,
            AxisSyntax { Name: "this" } => input,
            AxisSyntax => Reach.None,
            VariableSyntax variable => Variable(variable),
            ChildSyntax child => Child(
                child.Focus is null ? input : Visit(child.Focus, input),
                child.Name
            ),
            CallSyntax call => Call(call, input),
            IndexSyntax index => Index(index, input),
            NegateSyntax negate => Consume(Visit(negate.Operand, input)),
            BinarySyntax { Operator: "|" } union => Visit(union.Left, input)
                .With(Visit(union.Right, input)),
            BinarySyntax binary => Consume(Visit(binary.Left, input), Visit(binary.Right, input)),
            TypeSyntax { Operator: "as" } type => Visit(type.Operand, input),
            TypeSyntax type => Consume(Visit(type.Operand, input)),
            _ => throw new InvalidOperationException("Unknown syntax " + syntax.GetType()),
        };

    private Reach Variable(VariableSyntax syntax)
    {
        switch (syntax.Name)
        {
            case "resource" or "rootResource":
                return Reach.Response;
            case "context":
                return Scope;
            default:
                if (names.Variable(syntax.Name) is { } variable)
                {
                    readings.Variables.Add(variable);
                    return variable.Reach;
                }

                return Reach.None;
        }
    }

    private Reach Child(Reach focus, string name)
    {
        if (focus.IsNone)
        {
            return Reach.None;
        }

        switch (name)
        {
            case "item":
                return focus with
                {
                    IsRoot = false,
                    Items = [.. ItemsBelow(focus)],
                    Answers = [],
                    IsNamed = false,
                };
            case "answer":
                ReadAnswers(focus.Items, focus);
                return focus with { IsRoot = false, Items = [], Answers = focus.Items };
            case "QuestionnaireResponse" when focus.IsRoot:
                return focus;
            default:
                ReadContent(focus with { Answers = [] });
                return Reach.None;
        }
    }

    private IEnumerable<ItemDefinition> ItemsBelow(Reach focus) =>
        (focus.IsRoot ? instrument.Items : [])
            .Concat(focus.Items.Where(item => !item.IsQuestion).SelectMany(item => item.Items))
            .Concat(focus.Answers.SelectMany(item => item.Items));

    private Reach Index(IndexSyntax syntax, Reach input)
    {
        var focus = Visit(syntax.Focus, input);
        ReadContent(focus);
        Consume(Visit(syntax.Index, input));
        return focus;
    }

    private Reach Call(CallSyntax call, Reach input)
    {
        if (
            call.Name == "where"
            && call.Arguments.Count == 1
            && ItemLookup.LinkIds(call.Arguments[0]) is { } linkIds
            && NamedItems(call.Focus, linkIds, input) is { } named
        )
        {
            return named;
        }

        var focus = call.Focus is null ? input : Visit(call.Focus, input);
        switch (call.Name)
        {
            case "now" or "today" or "timeOfDay":
                return Reach.None;
            case "where":
                ReadContent(focus);
                VisitAll(call.Arguments, focus);
                return focus;
            case "select":
                ReadContent(focus);
                return call.Arguments.Count == 1 ? Visit(call.Arguments[0], focus) : Reach.None;
            case "repeat":
                return call.Arguments.Count == 1 ? Repeat(call.Arguments[0], focus) : Reach.None;
            case "descendants":
            case "answers":
                ReadContent(focus);
                return Descendants(focus);
            case "children":
                ReadContent(focus);
                ReadAnswers(focus.Items, focus);
                return focus with
                {
                    IsRoot = false,
                    Items = [.. ItemsBelow(focus)],
                    Answers = focus.Items,
                    IsNamed = false,
                };
            case "iif":
                ReadContent(call.Focus is null ? Reach.None : focus);
                return call
                    .Arguments.Select(
                        (argument, i) =>
                            i == 0 ? Consume(Visit(argument, focus)) : Visit(argument, focus)
                    )
                    .Aggregate(Reach.None, (a, b) => a.With(b));
            case "union" or "combine":
                return call
                    .Arguments.Select(argument => Visit(argument, input))
                    .Aggregate(focus, (a, b) => a.With(b));
            case "first"
            or "last"
            or "single"
            or "tail"
            or "skip"
            or "take"
            or "distinct"
            or "trace"
            or "intersect"
            or "exclude"
            or "ofType"
            or "as":
                ReadContent(focus);
                VisitAll(call.Name is "ofType" or "as" ? [] : call.Arguments, input);
                return focus;
            case "exists" or "all" or "aggregate":
                ReadContent(focus);
                VisitAll(call.Arguments, focus);
                return Reach.None;
            default:
                ReadContent(focus);
                VisitAll(call.Arguments, input);
                return Reach.None;
        }
    }

    /// <summary>The reach of <c>…item.where(linkId = …)</c> and its kin; <see langword="null"/> when the focus is something else.</summary>
    private Reach? NamedItems(Syntax? focus, List<string> linkIds, Reach input)
    {
        Reach owner;
        Func<ItemDefinition, bool> isBelow;
        switch (focus)
        {
            case ChildSyntax { Name: "item" } child:
                owner = child.Focus is null ? input : Visit(child.Focus, input);
                isBelow = item => IsChild(item, owner);
                break;
            case CallSyntax
            {
                Name: "repeat",
                Arguments: [ChildSyntax { Focus: null, Name: "item" }]
            } repeat:
                owner = repeat.Focus is null ? input : Visit(repeat.Focus, input);
                isBelow = item => IsBelow(item, owner, throughAnswers: false);
                break;
            case CallSyntax { Name: "descendants" } descendants:
                owner = descendants.Focus is null ? input : Visit(descendants.Focus, input);
                isBelow = item => IsBelow(item, owner, throughAnswers: true);
                break;
            default:
                return null;
        }

        if (owner.IsNone)
        {
            return Reach.None;
        }

        var found = new List<ItemDefinition>();
        foreach (var linkId in linkIds)
        {
            if (instrument.Find(linkId) is not { } item)
            {
                problems.Add(
                    (IssueCodes.ExpressionUnknownLinkId, $"no item has the linkId \"{linkId}\"")
                );
            }
            else if (!isBelow(item))
            {
                problems.Add(
                    (
                        IssueCodes.ExpressionUnknownLinkId,
                        $"the item \"{linkId}\" is not where the expression looks for it"
                    )
                );
            }
            else
            {
                found.Add(item);
            }
        }

        if (
            focus is CallSyntax { Name: "repeat" }
            && found.Find(item =>
                item.RepeatScope is not null
                && (item.Type == ItemType.Group || item.Parent?.RepeatScope is not null)
            )
                is { } several
        )
        {
            problems.Add(
                (
                    IssueCodes.ExpressionRepeatDropsEqual,
                    $"repeat() leaves out occurrences of \"{several.LinkId}\" that are equal to one before; write the path through item, or descendants(), to have them all"
                )
            );
        }

        return new(false, found, [], true, owner.Limit);
    }

    private static bool IsChild(ItemDefinition item, Reach owner) =>
        item.Parent is null ? owner.IsRoot
        : item.Parent.IsQuestion ? owner.Answers.Contains(item.Parent)
        : owner.Items.Contains(item.Parent);

    private static bool IsBelow(ItemDefinition item, Reach owner, bool throughAnswers)
    {
        if (owner.IsRoot)
        {
            return throughAnswers || item.ReachedByItemsOnly;
        }

        for (var above = item.Parent; above is not null; above = above.Parent)
        {
            if (above.IsQuestion && !throughAnswers)
            {
                return owner.Answers.Contains(above);
            }

            if (owner.Items.Contains(above) || owner.Answers.Contains(above))
            {
                return true;
            }
        }

        return false;
    }

    private Reach Repeat(Syntax projection, Reach focus)
    {
        if (projection is ChildSyntax { Focus: null, Name: "item" } && focus.IsRoot)
        {
            return new(
                false,
                [.. instrument.All.Where(item => item.ReachedByItemsOnly)],
                [],
                false,
                null
            );
        }

        var all = Reach.None;
        var level = focus;
        for (var i = 0; i < 200 && !level.IsNone; i++)
        {
            var next = Visit(projection, level);
            var grown = all.With(next);
            if (
                grown.Items.Count == all.Items.Count
                && grown.Answers.Count == all.Answers.Count
                && grown.IsRoot == all.IsRoot
            )
            {
                break;
            }

            all = grown;
            level = next;
        }

        return all with
        {
            IsNamed = false,
        };
    }

    private Reach Descendants(Reach focus)
    {
        var below = focus.IsRoot
            ? instrument.All
            : [.. focus.Items.Concat(focus.Answers).SelectMany(Below).Distinct()];
        return new(
            false,
            below,
            [.. below.Concat(focus.Items).Where(item => item.IsQuestion).Distinct()],
            false,
            focus.Limit
        );
    }

    private static IEnumerable<ItemDefinition> Below(ItemDefinition item) =>
        item.Items.SelectMany(child => Below(child).Prepend(child));

    private void VisitAll(IReadOnlyList<Syntax> arguments, Reach input)
    {
        foreach (var argument in arguments)
        {
            Consume(Visit(argument, input));
        }
    }

    private Reach Consume(params ReadOnlySpan<Reach> values)
    {
        foreach (var value in values)
        {
            ReadContent(value);
        }

        return Reach.None;
    }

    /// <summary>Whether items are there at all depends on every answer in and below them.</summary>
    private void ReadContent(Reach reach)
    {
        if (reach.IsRoot)
        {
            readings.WholeForm = true;
        }

        foreach (var item in reach.Items)
        {
            ReadAnswers([item], reach);
            if (item.Items.Count > 0)
            {
                ReadAnswers(Below(item), reach with { IsNamed = false });
            }
        }
    }

    private void ReadAnswers(IEnumerable<ItemDefinition> items, Reach reach)
    {
        foreach (var item in items)
        {
            if (item.IsQuestion)
            {
                readings.Read(item, reach.IsNamed, reach.Limit);
            }
        }
    }
}
