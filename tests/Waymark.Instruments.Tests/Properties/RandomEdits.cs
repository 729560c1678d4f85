namespace Waymark.Instruments.Tests.Properties;

/// <summary>Edits made by chance: answers given, changed and taken away, instances added and removed.</summary>
internal sealed class RandomEdits(Instrument instrument, int seed)
{
    private readonly Random _random = new(seed);

    internal void Apply(Form form, int count)
    {
        for (var i = 0; i < count; i++)
        {
            Apply(form);
        }
    }

    internal void Apply(Form form)
    {
        var item = instrument.All[_random.Next(instrument.All.Count)];
        var occurrences = form.AllOccurrences(item.LinkId);
        if (occurrences.Count == 0)
        {
            return;
        }

        var path = occurrences[_random.Next(occurrences.Count)];
        if (item is { Type: ItemType.Group, Repeats: true })
        {
            _ =
                _random.Next(3) == 0
                    ? form.RemoveInstance(path)
                    : form.AddInstance(new ItemPath(path.LinkId, path.Within));
        }
        else if (item.IsQuestion)
        {
            form.Set(path, Values(item));
        }
    }

    internal IReadOnlyList<AnswerValue> Values(ItemDefinition item)
    {
        if (_random.Next(5) == 0)
        {
            return [];
        }

        var count = item.Repeats ? _random.Next(1, 4) : 1;
        return [.. Enumerable.Range(0, count).Select(_ => Value(item)).Distinct()];
    }

    private AnswerValue Value(ItemDefinition item) =>
        item.Type switch
        {
            ItemType.Integer => new IntegerAnswer(_random.Next(6)),
            ItemType.Decimal => new DecimalAnswer(_random.Next(60) / 10m),
            ItemType.Boolean => new BooleanAnswer(_random.Next(2) == 0),
            ItemType.Choice => item.Options[_random.Next(item.Options.Count)].Value,
            _ => new StringAnswer(((char)('a' + _random.Next(26))).ToString()),
        };
}
