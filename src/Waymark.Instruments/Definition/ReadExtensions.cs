namespace Waymark.Instruments;

/// <summary>What the extensions of one element say, before it is known what carries them.</summary>
internal sealed class ReadExtensions
{
    internal static readonly ReadExtensions None = new();

    // Most elements have one extension or two, so each of these is made only when something goes into it.
    private Dictionary<string, List<string>>? _simple;
    private Dictionary<string, AnswerValue>? _values;
    private Dictionary<string, ExpressionSource>? _expressions;
    private Dictionary<string, string>? _translations;
    private List<ExpressionSource>? _variables;
    private List<ConstraintSource>? _constraints;
    private List<ToggleSource>? _toggles;
    private List<CodingAnswer>? _unitOptions;

    internal IReadOnlyList<ExpressionSource> Variables => _variables ?? [];

    internal IReadOnlyList<ConstraintSource> Constraints => _constraints ?? [];

    internal List<string> LaunchContexts { get; } = [];

    internal IReadOnlyDictionary<string, string> Translations =>
        _translations ?? AnswerOption.NoTranslations;

    internal void Add(ExpressionSource variable) => (_variables ??= []).Add(variable);

    internal void Add(ConstraintSource constraint) => (_constraints ??= []).Add(constraint);

    internal void Add(ToggleSource toggle) => (_toggles ??= []).Add(toggle);

    internal void AddExpression(string url, ExpressionSource expression) =>
        (_expressions ??= new(StringComparer.Ordinal)).TryAdd(url, expression);

    internal void AddTranslation(string language, string text) =>
        (_translations ??= new(StringComparer.Ordinal))[language] = text;

    internal void AddValue(string url, AnswerValue value)
    {
        (_values ??= new(StringComparer.Ordinal)).TryAdd(url, value);
        if (url == ExtensionUrls.UnitOption && value is CodingAnswer unit)
        {
            (_unitOptions ??= []).Add(unit);
        }
    }

    internal void AddText(string url, string text)
    {
        _simple ??= new(StringComparer.Ordinal);
        if (!_simple.TryGetValue(url, out var texts))
        {
            _simple[url] = texts = new List<string>(1);
        }

        texts.Add(text);
    }

    internal ExpressionSource? Expression(string url) => _expressions?.GetValueOrDefault(url);

    private AnswerValue? Value(string url) => _values?.GetValueOrDefault(url);

    internal bool Flag(string url) => Value(url) is BooleanAnswer { Value: true };

    internal int? Integer(string url) => Value(url) is IntegerAnswer integer ? integer.Value : null;

    internal string? Text(string url) => _simple?.GetValueOrDefault(url)?[0];

    internal decimal? Weight =>
        Number(ExtensionUrls.ItemWeight) ?? Number(ExtensionUrls.OrdinalValue);

    internal void ApplyTo(ItemDefinition item)
    {
        if (ReferenceEquals(this, None))
        {
            return;
        }

        item.Extensions = _simple ?? item.Extensions;
        item.Hidden = Flag(ExtensionUrls.Hidden);
        item.MinOccurs = Integer(ExtensionUrls.MinOccurs);
        item.MaxOccurs = Integer(ExtensionUrls.MaxOccurs);
        item.MinLength = Integer(ExtensionUrls.MinLength);
        item.MinValue = Value(ExtensionUrls.MinValue) ?? Value(ExtensionUrls.MinQuantity);
        item.MaxValue = Value(ExtensionUrls.MaxValue) ?? Value(ExtensionUrls.MaxQuantity);
        item.MaxDecimalPlaces = Integer(ExtensionUrls.MaxDecimalPlaces);
        item.Regex = Text(ExtensionUrls.Regex);
        item.EntryFormat = Text(ExtensionUrls.EntryFormat);
        item.ItemControl = Text(ExtensionUrls.ItemControl);
        item.ChoiceOrientation = Text(ExtensionUrls.ChoiceOrientation);
        item.Collapsible = Text(ExtensionUrls.Collapsible);
        item.ShortText = Text(ExtensionUrls.ShortText);
        item.OpenLabel = Text(ExtensionUrls.OpenLabel);
        item.SupportLink = Text(ExtensionUrls.SupportLink);
        item.Unit = Value(ExtensionUrls.Unit) as CodingAnswer;
        item.UnitOptions = _unitOptions ?? [];
        item.Variables = Variables;
        item.Constraints = Constraints;
        item.Toggles = _toggles ?? [];
        item.Calculated = Expression(ExtensionUrls.CalculatedExpression);
        item.InitialExpression = Expression(ExtensionUrls.InitialExpression);
        item.EnableWhenExpression = Expression(ExtensionUrls.EnableWhenExpression);
        item.AnswerExpression = Expression(ExtensionUrls.AnswerExpression);
        item.PopulationContext = Expression(ExtensionUrls.PopulationContext);
    }

    private decimal? Number(string url) =>
        Value(url) switch
        {
            DecimalAnswer value => value.Value,
            IntegerAnswer value => value.Value,
            _ => null,
        };
}
