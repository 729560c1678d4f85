using Waymark.Instruments.Behavior;
using Waymark.Instruments.Expressions;

namespace Waymark.Instruments;

public sealed partial class Form
{
    /// <summary>What a page needs to show an item.</summary>
    /// <exception cref="ArgumentException">There is no such item in this form: a path that people typed is first looked up with <see cref="Occurrences"/>.</exception>
    public QuestionView View(ItemPath path)
    {
        var instance =
            Paths.Find(_tree, path)
            ?? throw new ArgumentException($"There is no \"{path}\" in this form.", nameof(path));
        _settling.Begin();
        var item = instance.Definition;
        Container container =
            item.IsQuestion && instance.Answers.Count > 0 ? instance.Answers[0] : instance;
        return new()
        {
            Path = Paths.Of(instance),
            Item = item,
            Text = TextOf(instance),
            Help =
            [
                .. item.Items.Where(IsHelp).Select(TextIn),
                .. item.EntryFormat is { } format ? [format] : (string[])[],
            ],
            Options = OfferedOptions(instance),
            Answers = ValuesOf(instance),
            IsEnabled = instance.Enabled,
            IsRequired = item.IsQuestion && IsRequired(instance),
            IsReadOnly = IsReadOnly(instance),
            IsCalculatedNow = item.IsCalculated && !instance.ByPerson,
            Children =
            [
                .. container
                    .Children.SelectMany(list => list)
                    .Where(child => !IsHelp(child.Definition))
                    .Select(Paths.Of),
            ],
        };
    }

    /// <summary>The occurrences of the top level, in order.</summary>
    public IReadOnlyList<ItemPath> TopLevel =>
        [.. _tree.Root.Children.SelectMany(list => list).Select(Paths.Of)];

    private static bool IsHelp(ItemDefinition item) =>
        item
            is {
                Type: ItemType.Display,
                ItemControl: "help" or "flyover" or "unit" or "lower" or "upper"
            };

    private string TextOf(ItemInstance instance)
    {
        if (
            Instrument.Plan.For(instance.Definition).Text is { } expression
            && OnDemandEvaluation.Evaluate(_settling.Current, expression, instance, out _)
                is [{ } node]
            && Conversions.ToText(node) is { Length: > 0 } text
        )
        {
            return text;
        }

        return TextIn(instance.Definition);
    }

    private string TextIn(ItemDefinition item) => Translated(item.Text, item.Translations);

    private string Translated(string text, IReadOnlyDictionary<string, string> translations)
    {
        if (Context.Language is not { } language || translations.Count == 0)
        {
            return text;
        }

        var dash = language.IndexOf('-', StringComparison.Ordinal);
        return translations.GetValueOrDefault(language)
            ?? (dash > 0 ? translations.GetValueOrDefault(language[..dash]) : null)
            ?? text;
    }

    /// <summary>The options offered now: of the item or of its <c>answerExpression</c>, less those switched off.</summary>
    internal IReadOnlyList<AnswerOption> OfferedOptions(ItemInstance instance)
    {
        var item = instance.Definition;
        var expressions = Instrument.Plan.For(item);
        var options = expressions.Options is { } source
            ? Calculated(source, instance)
            : item.Options;
        foreach (var (toggle, expression) in expressions.Toggles)
        {
            if (Truth(expression, instance) != true)
            {
                options = [.. options.Where(option => !toggle.Options.Contains(option.Value))];
            }
        }

        return Context.Language is null || options.All(option => option.Translations.Count == 0)
            ? options
            :
            [
                .. options.Select(option =>
                    option with
                    {
                        Text = Translated(option.Text, option.Translations),
                    }
                ),
            ];
    }

    private List<AnswerOption> Calculated(OnDemand source, ItemInstance instance)
    {
        var options = new List<AnswerOption>();
        foreach (
            var node in OnDemandEvaluation.Evaluate(_settling.Current, source, instance, out _)
        )
        {
            if (
                AnswerNodes.ToAnswer(node) is { } value
                && CalculatedValues.Fit(instance.Definition, value) is { } fitting
                && !options.Exists(option => option.Value.Equals(fitting))
            )
            {
                var weight = node is CodingNode coding ? coding.Weight : null;
                options.Add(
                    new AnswerOption(fitting)
                    {
                        Text = DefinitionReader.OptionText(fitting),
                        Weight = weight,
                    }
                );
            }
        }

        return options;
    }
}
