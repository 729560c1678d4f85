namespace Waymark.Instruments.Expressions;

/// <summary>A FHIRPath expression as a tree. A closed hierarchy.</summary>
/// <param name="Position">Where it starts in the text, from 0.</param>
internal abstract record Syntax(int Position);

/// <summary>A constant: no value for <c>{}</c>, otherwise one.</summary>
internal sealed record LiteralSyntax(int Position, Node? Value) : Syntax(Position);

/// <summary><c>$this</c>, <c>$index</c> or <c>$total</c>.</summary>
internal sealed record AxisSyntax(int Position, string Name) : Syntax(Position);

/// <summary><c>%name</c>.</summary>
internal sealed record VariableSyntax(int Position, string Name) : Syntax(Position);

/// <summary><c>focus.name</c>, or <c>name</c> alone.</summary>
internal sealed record ChildSyntax(int Position, Syntax? Focus, string Name) : Syntax(Position);

/// <summary><c>focus.name(arguments)</c>, or <c>name(arguments)</c> alone.</summary>
internal sealed record CallSyntax(
    int Position,
    Syntax? Focus,
    string Name,
    IReadOnlyList<Syntax> Arguments
) : Syntax(Position);

/// <summary><c>focus[index]</c>.</summary>
internal sealed record IndexSyntax(int Position, Syntax Focus, Syntax Index) : Syntax(Position);

/// <summary><c>-operand</c>; a plus sign leaves no trace.</summary>
internal sealed record NegateSyntax(int Position, Syntax Operand) : Syntax(Position);

/// <summary><c>left operator right</c>.</summary>
internal sealed record BinarySyntax(int Position, string Operator, Syntax Left, Syntax Right)
    : Syntax(Position);

/// <summary><c>operand is type</c> or <c>operand as type</c>.</summary>
internal sealed record TypeSyntax(int Position, string Operator, Syntax Operand, string TypeName)
    : Syntax(Position);

/// <summary>The text is not FHIRPath.</summary>
internal sealed class FhirPathSyntaxException(int position, string message) : Exception(message)
{
    internal int Position => position;
}
