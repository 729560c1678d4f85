using Waymark.Instruments.Behavior;

namespace Waymark.Instruments.Expressions;

/// <summary>A compiled expression: gives a collection for the elements it starts from.</summary>
internal delegate Node[] Evaluator(Frame frame, Node[] input);

/// <summary>What the names in an expression mean at the place where it stands.</summary>
internal interface INames
{
    /// <summary>The variable of this name in scope, or <see langword="null"/>.</summary>
    Computation? Variable(string name);

    /// <summary>Whether the application hands in something of this name.</summary>
    bool IsExternal(string name);
}

/// <summary>Compiles a tree of syntax into closures over the open response.</summary>
internal sealed class Compiler(Instrument instrument, INames names)
{
    internal List<(string Code, string Text)> Problems { get; } = [];

    internal Instrument Instrument => instrument;

    internal Evaluator Compile(Syntax syntax) =>
        syntax switch
        {
            LiteralSyntax literal => Constant(
                literal.Value is null ? Node.Nothing : [literal.Value]
            ),
            AxisSyntax { Name: "this" } => static (_, input) => input,
            AxisSyntax { Name: "index" } => static (frame, _) => Atom.Just(frame.Index),
            AxisSyntax => static (frame, _) => frame.Total,
            VariableSyntax variable => Variable(variable),
            ChildSyntax child => Child(child),
            CallSyntax call => Call(call),
            IndexSyntax index => Index(index),
            NegateSyntax negate => Negate(Compile(negate.Operand)),
            BinarySyntax binary => Binary(binary),
            TypeSyntax type => Type(type),
            _ => throw new InvalidOperationException("Unknown syntax " + syntax.GetType()),
        };

    private static Evaluator Constant(Node[] value) => (_, _) => value;

    private Evaluator Variable(VariableSyntax syntax)
    {
        switch (syntax.Name)
        {
            case "resource" or "rootResource":
                return static (frame, _) => frame.Tree.Root.Self;
            case "context":
                return static (frame, _) => frame.Scope.Self;
            case "questionnaire":
                return static (frame, _) => [frame.Tree.Instrument.QuestionnaireNode];
            case "qitem":
                return static (frame, _) => frame.Tree.Instrument.QuestionnaireItem(frame.Scope);
            case "ucum":
                return Constant(Atom.Just(Units.Ucum));
            case "sct":
                return Constant(Atom.Just("http://snomed.info/sct"));
            case "loinc":
                return Constant(Atom.Just("http://loinc.org"));
            default:
                break;
        }

        if (names.Variable(syntax.Name) is { } variable)
        {
            return (frame, _) => frame.Tree.ValueOf(variable, frame.Scope);
        }

        if (names.IsExternal(syntax.Name))
        {
            var name = syntax.Name;
            return (frame, _) => frame.Extra?.GetValueOrDefault(name) ?? frame.Tree.External(name);
        }

        Problems.Add(
            (
                IssueCodes.ExpressionUnknownVariable,
                $"%{syntax.Name} is not a variable, launch context or query known at this place"
            )
        );
        return (_, _) =>
            throw new EvaluationFaultException($"%{syntax.Name} is not known at this place");
    }

    private Evaluator Child(ChildSyntax syntax)
    {
        var name = syntax.Name;
        if (syntax.Focus is null)
        {
            return (frame, input) => Children(frame, input, name);
        }

        var focus = Compile(syntax.Focus);
        return (frame, input) => Children(frame, focus(frame, input), name);
    }

    internal static Node[] Children(Frame frame, Node[] focus, string name)
    {
        if (focus.Length == 0)
        {
            return Node.Nothing;
        }

        frame.Spend(focus.Length);
        if (focus.Length == 1 && name == "value" && focus[0] is AnswerSlot slot)
        {
            return slot.ValueNode is { } value ? [value] : Node.Nothing;
        }

        var children = new List<Node>();
        foreach (var node in focus)
        {
            frame.Spend(node is Container container ? container.Children.Length : 0);

            // A path may begin with the type of what it starts from, as in Questionnaire.item.
            if (
                char.IsAsciiLetterUpper(name[0])
                && string.Equals(node.TypeName, name, StringComparison.Ordinal)
            )
            {
                children.Add(node);
            }
            else
            {
                node.AddChildren(name, children);
            }
        }

        frame.Spend(children.Count);
        return children.Count == 0 ? Node.Nothing : [.. children];
    }

    private Evaluator Call(CallSyntax syntax)
    {
        if (ItemLookup.TryCompile(this, syntax) is { } lookup)
        {
            return lookup;
        }

        if (!Functions.Table.TryGetValue(syntax.Name, out var function))
        {
            Problems.Add(
                (
                    IssueCodes.ExpressionUnknownFunction,
                    Functions.Refused.GetValueOrDefault(syntax.Name) is { } why
                        ? $"{syntax.Name}() is not honoured: {why}"
                        : $"FHIRPath has no function {syntax.Name}()"
                )
            );
            return (_, _) =>
                throw new EvaluationFaultException($"there is no function {syntax.Name}()");
        }

        if (syntax.Arguments.Count < function.Least || syntax.Arguments.Count > function.Most)
        {
            Problems.Add(
                (
                    IssueCodes.ExpressionUnknownFunction,
                    $"{syntax.Name}() does not take {syntax.Arguments.Count} arguments"
                )
            );
            return (_, _) =>
                throw new EvaluationFaultException(
                    $"{syntax.Name}() does not take {syntax.Arguments.Count} arguments"
                );
        }

        var focus = syntax.Focus is null ? static (_, input) => input : Compile(syntax.Focus);
        return function.Build(this, focus, syntax.Arguments);
    }

    private Evaluator Index(IndexSyntax syntax)
    {
        var focus = Compile(syntax.Focus);
        var index = Compile(syntax.Index);
        return (frame, input) =>
        {
            var nodes = focus(frame, input);
            var at = index(frame, input);
            return at.Length == 0 ? Node.Nothing
                : Operators.Single(at).Value is int i
                    ? (uint)i < (uint)nodes.Length ? [nodes[i]]
                        : Node.Nothing
                : throw new EvaluationFaultException("an index must be a whole number");
        };
    }

    private static Evaluator Negate(Evaluator operand) =>
        (frame, input) =>
        {
            var value = operand(frame, input);
            return value.Length == 0
                ? Node.Nothing
                : Operators.Single(value).Value switch
                {
                    int.MinValue => Node.Nothing,
                    int number => Atom.Just(-number),
                    decimal number => Atom.Just(-number),
                    Measure measure => [Atom.Of(measure with { Number = -measure.Number })],
                    _ => throw new EvaluationFaultException(
                        $"{Operators.Describe(value)} cannot be negated"
                    ),
                };
        };

    private Evaluator Binary(BinarySyntax syntax)
    {
        var left = Compile(syntax.Left);
        var right = Compile(syntax.Right);
        var op = syntax.Operator;
        return op switch
        {
            "and" => (frame, input) =>
            {
                var a = Operators.Truth(left(frame, input));
                return a == false
                    ? Atom.JustFalse
                    : Atom.Just(And(a, Operators.Truth(right(frame, input))));
            },
            "or" => (frame, input) =>
            {
                var a = Operators.Truth(left(frame, input));
                return a == true
                    ? Atom.JustTrue
                    : Atom.Just(Or(a, Operators.Truth(right(frame, input))));
            },
            "xor" => (frame, input) =>
                Atom.Just(
                    Operators.Truth(left(frame, input)) ^ Operators.Truth(right(frame, input))
                ),
            "implies" => (frame, input) =>
            {
                var a = Operators.Truth(left(frame, input));
                return a == false
                    ? Atom.JustTrue
                    : Atom.Just(Or(!a, Operators.Truth(right(frame, input))));
            },
            "=" => (frame, input) =>
                Atom.Just(Operators.AreEqual(frame, left(frame, input), right(frame, input))),
            "!=" => (frame, input) =>
                Atom.Just(!Operators.AreEqual(frame, left(frame, input), right(frame, input))),
            "~" => (frame, input) =>
                Atom.Just(Operators.AreEquivalent(frame, left(frame, input), right(frame, input))),
            "!~" => (frame, input) =>
                Atom.Just(!Operators.AreEquivalent(frame, left(frame, input), right(frame, input))),
            "<" => (frame, input) =>
                Operators.Compare(frame, left(frame, input), right(frame, input)) is { } order
                    ? Atom.Just(order < 0)
                    : Node.Nothing,
            ">" => (frame, input) =>
                Operators.Compare(frame, left(frame, input), right(frame, input)) is { } order
                    ? Atom.Just(order > 0)
                    : Node.Nothing,
            "<=" => (frame, input) =>
                Operators.Compare(frame, left(frame, input), right(frame, input)) is { } order
                    ? Atom.Just(order <= 0)
                    : Node.Nothing,
            ">=" => (frame, input) =>
                Operators.Compare(frame, left(frame, input), right(frame, input)) is { } order
                    ? Atom.Just(order >= 0)
                    : Node.Nothing,
            "|" => (frame, input) =>
                Functions.Union(frame, left(frame, input), right(frame, input)),
            "in" => (frame, input) =>
                Functions.IsIn(frame, left(frame, input), right(frame, input)),
            "contains" => (frame, input) =>
                Functions.IsIn(frame, right(frame, input), left(frame, input)),
            _ => (frame, input) =>
                Operators.Arithmetic(frame, op, left(frame, input), right(frame, input)),
        };
    }

    private static bool? And(bool? left, bool? right) =>
        left == false || right == false ? false : left & right;

    private static bool? Or(bool? left, bool? right) =>
        left == true || right == true ? true : left | right;

    private Evaluator Type(TypeSyntax syntax)
    {
        var operand = Compile(syntax.Operand);
        var name = syntax.TypeName;
        return syntax.Operator == "is"
            ? (frame, input) =>
                operand(frame, input) is { Length: > 0 } nodes
                    ? Atom.Just(TypeNames.Is(Operators.Single(nodes), name))
                    : Node.Nothing
            : (frame, input) => [.. operand(frame, input).Where(node => TypeNames.Is(node, name))];
    }
}
