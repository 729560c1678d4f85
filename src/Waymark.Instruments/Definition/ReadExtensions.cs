namespace Waymark.Instruments;

/// <summary>What the extensions of one element say, before it is known what carries them.</summary>
internal sealed class ReadExtensions
{
    internal static readonly ReadExtensions None = new();

    internal Dictionary<string, List<string>> Simple { get; } = new(StringComparer.Ordinal);

    internal List<ExpressionSource> Variables { get; } = [];

    internal List<ConstraintSource> Constraints { get; } = [];

    internal List<ToggleSource> Toggles { get; } = [];

    internal List<string> LaunchContexts { get; } = [];

    internal List<CodingAnswer> UnitOptions { get; } = [];

    internal Dictionary<string, ExpressionSource> Expressions { get; } =
        new(StringComparer.Ordinal);

    internal Dictionary<string, AnswerValue> Values { get; } = new(StringComparer.Ordinal);

    internal Dictionary<string, string> Translations { get; } = new(StringComparer.Ordinal);

    internal bool Flag(string url) =>
        Values.GetValueOrDefault(url) is BooleanAnswer { Value: true };

    internal int? Integer(string url) =>
        Values.GetValueOrDefault(url) is IntegerAnswer integer ? integer.Value : null;

    internal string? Text(string url) => Simple.GetValueOrDefault(url)?[0];

    internal decimal? Weight =>
        Number(ExtensionUrls.ItemWeight) ?? Number(ExtensionUrls.OrdinalValue);

    internal void ApplyTo(ItemDefinition item)
    {
        if (ReferenceEquals(this, None))
        {
            return;
        }

        item.Extensions = Simple;
        item.Hidden = Flag(ExtensionUrls.Hidden);
        item.MinOccurs = Integer(ExtensionUrls.MinOccurs);
        item.MaxOccurs = Integer(ExtensionUrls.MaxOccurs);
        item.MinLength = Integer(ExtensionUrls.MinLength);
        item.MinValue =
            Values.GetValueOrDefault(ExtensionUrls.MinValue)
            ?? Values.GetValueOrDefault(ExtensionUrls.MinQuantity);
        item.MaxValue =
            Values.GetValueOrDefault(ExtensionUrls.MaxValue)
            ?? Values.GetValueOrDefault(ExtensionUrls.MaxQuantity);
        item.MaxDecimalPlaces = Integer(ExtensionUrls.MaxDecimalPlaces);
        item.Regex = Text(ExtensionUrls.Regex);
        item.EntryFormat = Text(ExtensionUrls.EntryFormat);
        item.ItemControl = Text(ExtensionUrls.ItemControl);
        item.ShortText = Text(ExtensionUrls.ShortText);
        item.OpenLabel = Text(ExtensionUrls.OpenLabel);
        item.SupportLink = Text(ExtensionUrls.SupportLink);
        item.Unit = Values.GetValueOrDefault(ExtensionUrls.Unit) as CodingAnswer;
        item.UnitOptions = UnitOptions;
        item.Variables = Variables;
        item.Constraints = Constraints;
        item.Toggles = Toggles;
        item.Calculated = Expressions.GetValueOrDefault(ExtensionUrls.CalculatedExpression);
        item.InitialExpression = Expressions.GetValueOrDefault(ExtensionUrls.InitialExpression);
        item.EnableWhenExpression = Expressions.GetValueOrDefault(
            ExtensionUrls.EnableWhenExpression
        );
        item.AnswerExpression = Expressions.GetValueOrDefault(ExtensionUrls.AnswerExpression);
    }

    private decimal? Number(string url) =>
        Values.GetValueOrDefault(url) switch
        {
            DecimalAnswer value => value.Value,
            IntegerAnswer value => value.Value,
            _ => null,
        };
}
