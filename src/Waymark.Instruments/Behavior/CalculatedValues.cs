using System.Globalization;
using Waymark.Instruments.Expressions;

namespace Waymark.Instruments.Behavior;

/// <summary>What an expression gave, as answers of an item.</summary>
internal static class CalculatedValues
{
    internal static (IReadOnlyList<AnswerValue> Values, (string Code, string Text)? Issue) Convert(
        ItemDefinition item,
        Node[] nodes
    )
    {
        if (nodes.Length == 0)
        {
            return ([], null);
        }

        var values = new List<AnswerValue>(nodes.Length);
        foreach (var node in nodes)
        {
            var value = AnswerNodes.ToAnswer(node);
            if (value is null || Fit(item, value) is not { } fitting)
            {
                return (
                    [],
                    (
                        IssueCodes.CalculatedTypeMismatch,
                        string.Create(
                            CultureInfo.InvariantCulture,
                            $"A {node.TypeName} was calculated for an item of type {ItemTypeNames.ToCode(item.Type)}; it was not written."
                        )
                    )
                );
            }

            values.Add(fitting);
        }

        return values.Count > 1 && !item.Repeats
            ? (
                [values[0]],
                (
                    IssueCodes.CalculatedTooMany,
                    $"{values.Count} values were calculated for an item that takes one; only the first was written."
                )
            )
            : (values, null);
    }

    /// <summary>The value in the item's own type, by the implicit conversions of FHIRPath and no others; <see langword="null"/> when it has none.</summary>
    internal static AnswerValue? Fit(ItemDefinition item, AnswerValue value) =>
        (item.Type, value) switch
        {
            (_, StringAnswer s) when !JsonInput.IsWhole(s.Value) => null,
            (_, UriAnswer u) when !JsonInput.IsWhole(u.Value) => null,
            (ItemType.Boolean, BooleanAnswer) => value,
            (ItemType.Integer, IntegerAnswer) => value,
            (ItemType.Integer, DecimalAnswer d)
                when d.Value == decimal.Truncate(d.Value)
                    && d.Value is >= int.MinValue and <= int.MaxValue => new IntegerAnswer(
                (int)d.Value
            ),
            (ItemType.Decimal, DecimalAnswer) => value,
            (ItemType.Decimal, IntegerAnswer i) => new DecimalAnswer(i.Value),
            (ItemType.Date, DateAnswer) => value,
            (ItemType.DateTime, DateTimeAnswer) => value,
            (ItemType.DateTime, DateAnswer d) => new DateTimeAnswer(d.Value.ToString()),
            (ItemType.Time, TimeAnswer) => value,
            (ItemType.String or ItemType.Text, StringAnswer) => value,
            (ItemType.String or ItemType.Text, UriAnswer u) => new StringAnswer(u.Value),
            (ItemType.Url, UriAnswer) => value,
            (ItemType.Url, StringAnswer s) => new UriAnswer(s.Value),
            (ItemType.Choice or ItemType.OpenChoice, CodingAnswer) => value,
            (ItemType.OpenChoice, StringAnswer) => value,
            (ItemType.Choice or ItemType.OpenChoice, _)
                when item.Options.Any(option => option.Value.Equals(value)) => value,
            (ItemType.Quantity, QuantityAnswer) => value,
            (ItemType.Quantity, IntegerAnswer i) => new QuantityAnswer(
                i.Value,
                item.Unit?.Display,
                item.Unit?.System,
                item.Unit?.Code
            ),
            (ItemType.Quantity, DecimalAnswer d) => new QuantityAnswer(
                d.Value,
                item.Unit?.Display,
                item.Unit?.System,
                item.Unit?.Code
            ),
            (ItemType.Reference, ReferenceAnswer) => value,
            _ => null,
        };
}
