namespace Waymark.Instruments.Expressions;

/// <summary>One element of a FHIRPath collection: a value, a part of the open response, or a part of another resource.</summary>
internal abstract class Node
{
    /// <summary>No elements.</summary>
    internal static readonly Node[] Nothing = [];

    /// <summary>
    /// The value as FHIRPath's operators see it: <see cref="bool"/>, <see cref="int"/>, <see cref="decimal"/>, <see cref="string"/>,
    /// <see cref="Temporal"/> or <see cref="Measure"/>; <see langword="null"/> for what is only a structure.
    /// </summary>
    internal virtual object? Value => null;

    /// <summary>The name of its type, without namespace.</summary>
    internal abstract string TypeName { get; }

    /// <summary>Whether the type is one of FHIRPath's own rather than of FHIR.</summary>
    internal virtual bool IsSystem => false;

    /// <summary>Adds the children with this name.</summary>
    internal virtual void AddChildren(string name, List<Node> into) { }

    /// <summary>Adds all children, in order.</summary>
    internal virtual void AddAllChildren(List<Node> into) { }

    /// <summary>The name under which a parent holds it, where that is known.</summary>
    internal virtual string? ElementName => null;
}

/// <summary>A value without structure.</summary>
internal sealed class Atom : Node
{
    internal static readonly Atom True = new(true, "Boolean");
    internal static readonly Atom False = new(false, "Boolean");
    internal static readonly Node[] JustTrue = [True];
    internal static readonly Node[] JustFalse = [False];

    private static readonly Atom[] SmallIntegers =
    [
        .. Enumerable.Range(-16, 272).Select(i => new Atom(i, "Integer")),
    ];

    private readonly object _value;
    private readonly string _type;
    private readonly bool _isFhir;

    private Atom(object value, string type, bool isFhir = false)
    {
        _value = value;
        _type = type;
        _isFhir = isFhir;
    }

    internal override object Value => _value;

    internal override string TypeName => _type;

    internal override bool IsSystem => !_isFhir;

    internal static Atom Of(bool value) => value ? True : False;

    internal static Atom Of(int value) =>
        value is >= -16 and < 256 ? SmallIntegers[value + 16] : new(value, "Integer");

    internal static Atom Of(decimal value) => new(value, "Decimal");

    internal static Atom Of(string value) => new(value, "String");

    internal static Atom Of(Measure value) => new(value, "Quantity");

    internal static Atom Of(Temporal value) => new(value, value.Kind.ToString());

    /// <summary>A FHIR primitive, such as a <c>code</c>.</summary>
    internal static Atom Fhir(object value, string type) => new(value, type, isFhir: true);

    internal static Node[] Just(bool value) => value ? JustTrue : JustFalse;

    internal static Node[] Just(bool? value) => value is { } known ? Just(known) : Nothing;

    internal static Node[] Just(int value) => [Of(value)];

    internal static Node[] Just(decimal value) => [Of(value)];

    internal static Node[] Just(string value) => [Of(value)];
}

/// <summary>A number with a unit: a UCUM code, a calendar word such as <c>day</c>, or <c>1</c> for none.</summary>
internal sealed record Measure(decimal Number, string Unit)
{
    public override string ToString() =>
        Units.IsCalendar(Unit)
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Number} {Unit}")
            : string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{Number} '{Unit}'"
            );
}
