namespace Waymark.Instruments.Expressions;

/// <summary>The variables that an expression names.</summary>
internal static class VariableNames
{
    internal static IEnumerable<string> In(Syntax? syntax) =>
        syntax switch
        {
            null or LiteralSyntax or AxisSyntax => [],
            VariableSyntax variable => [variable.Name],
            ChildSyntax child => In(child.Focus),
            CallSyntax call => In(call.Focus).Concat(call.Arguments.SelectMany(In)),
            IndexSyntax index => In(index.Focus).Concat(In(index.Index)),
            NegateSyntax negate => In(negate.Operand),
            BinarySyntax binary => In(binary.Left).Concat(In(binary.Right)),
            TypeSyntax type => In(type.Operand),
            _ => throw new InvalidOperationException("Unknown syntax " + syntax.GetType()),
        };
}
