namespace Waymark.Instruments;

/// <summary>Reads the answer key extensions of an instrument's items.</summary>
internal static class AnswerKeyReader
{
    internal static IReadOnlyList<KeyedItem> Read(Instrument instrument, Findings findings)
    {
        var keyed = new List<KeyedItem>();
        if (FhirElement.Resource(instrument.Json, "Questionnaire", findings) is { } root)
        {
            ReadItems(root, instrument, keyed);
        }

        return keyed;
    }

    private static void ReadItems(FhirElement parent, Instrument instrument, List<KeyedItem> keyed)
    {
        foreach (var element in parent.Children("item"))
        {
            if (element.Text("linkId") is { } linkId && instrument.Find(linkId) is { } item)
            {
                ReadItem(element, item, keyed);
            }

            ReadItems(element, instrument, keyed);
        }
    }

    private static void ReadItem(FhirElement element, ItemDefinition item, List<KeyedItem> keyed)
    {
        var keys = element.Extensions(AnswerKey.ExtensionUrl).ToList();
        var right = keys.Select(key => ReadKey(key, item)).OfType<AnswerValue>().ToList();
        var worth = Worth(element, item);
        var partly = Partly(element, item);
        if (keys.Count == 0)
        {
            if (worth is not null || partly is not null)
            {
                element.Error(
                    IssueCodes.AnswerKeyMissing,
                    null,
                    "The item says what a right answer is worth, but not what it is.",
                    item.LinkId
                );
            }

            return;
        }

        if (!item.IsQuestion || IsWithinRepeats(item))
        {
            element.Error(
                IssueCodes.AnswerKeyMisplaced,
                null,
                "Only a question outside repeating groups can have a right answer.",
                item.LinkId
            );
        }

        if (right.Distinct().Count() != right.Count)
        {
            element.Error(
                IssueCodes.AnswerKeyMismatch,
                null,
                "The same right answer is stated twice.",
                item.LinkId
            );
        }

        keyed.Add(new KeyedItem(item, right, worth ?? 1, partly ?? false));
    }

    private static AnswerValue? ReadKey(FhirElement key, ItemDefinition item)
    {
        var value = key.Value();
        if (value is not null && Fits(value, item))
        {
            return value;
        }

        key.Error(
            IssueCodes.AnswerKeyMismatch,
            null,
            "The right answer must be one that can be given: of the item's type and, where options are offered, one of them. Free text has no right answer.",
            item.LinkId
        );
        return null;
    }

    private static bool Fits(AnswerValue value, ItemDefinition item) =>
        item.Options.Count > 0
            ? item.Options.Any(option => option.Value == value)
            : (item.Type, value)
                is
                    (ItemType.Boolean, BooleanAnswer)
                    or
                    (ItemType.Integer, IntegerAnswer)
                    or
                    (ItemType.Decimal, DecimalAnswer)
                    or
                    (ItemType.Date, DateAnswer)
                    or
                    (ItemType.Time, TimeAnswer);

    private static bool IsWithinRepeats(ItemDefinition item)
    {
        for (var around = item.Parent; around is not null; around = around.Parent)
        {
            if (around.Repeats)
            {
                return true;
            }
        }

        return false;
    }

    private static decimal? Worth(FhirElement element, ItemDefinition item)
    {
        foreach (var part in element.Extensions(AnswerKey.WorthExtensionUrl))
        {
            var worth = part.Value() switch
            {
                IntegerAnswer integer => integer.Value,
                DecimalAnswer number => number.Value,
                _ => 0,
            };
            if (worth > 0)
            {
                return worth;
            }

            part.Error(
                IssueCodes.InvalidElement,
                null,
                "The worth must be a number above 0.",
                item.LinkId
            );
        }

        return null;
    }

    private static bool? Partly(FhirElement element, ItemDefinition item)
    {
        foreach (var part in element.Extensions(AnswerKey.PartlyExtensionUrl))
        {
            if (part.Value() is BooleanAnswer partly && (item.Repeats || !partly.Value))
            {
                return partly.Value;
            }

            part.Error(
                IssueCodes.InvalidElement,
                null,
                "Partly right must be yes or no, and yes only where several answers can be given.",
                item.LinkId
            );
        }

        return null;
    }
}
