namespace Waymark.Instruments;

/// <summary>Reads the <see cref="ScaleSet.ExtensionUrl"/> extensions of an instrument.</summary>
internal static class ScaleReader
{
    private const int MostDecimals = 10;

    internal static IReadOnlyList<Scale> Read(Instrument instrument, Findings findings)
    {
        var scales = new List<Scale>();
        var root = FhirElement.Resource(instrument.Json, "Questionnaire", findings);
        foreach (var extension in root?.Extensions(ScaleSet.ExtensionUrl) ?? [])
        {
            if (ReadScale(extension, instrument) is not { } scale)
            {
                continue;
            }

            if (scales.Any(other => other.Id == scale.Id))
            {
                extension.Error(
                    IssueCodes.DuplicateScale,
                    null,
                    $"Two scales have the id {scale.Id}."
                );
            }

            scales.Add(scale);
        }

        return scales;
    }

    private static Scale? ReadScale(FhirElement extension, Instrument instrument)
    {
        var id = One(extension, "id")?.ValueText();
        var title = One(extension, "title")?.ValueText();
        if (id is null || title is null)
        {
            extension.Error(IssueCodes.MissingElement, null, "A scale needs an id and a title.");
            return null;
        }

        var reversed = extension
            .Extensions("reversed")
            .Select(part => part.ValueText())
            .ToHashSet();
        var items = extension
            .Extensions("item")
            .Select(part => ReadItem(part, instrument, reversed))
            .OfType<ScaleItem>()
            .ToList();
        CheckItems(extension, id, items, reversed);
        var scale = new Scale(id, title, items)
        {
            Combination = Combination(extension, id),
            MinimumAnswered = Whole(extension, "minimum-answered", items.Count) ?? items.Count,
            WhenMissing = WhenMissing(extension),
            Decimals = Whole(extension, "decimals", MostDecimals),
            Bands = ReadBands(extension, id),
        };
        CheckMissingRule(extension, scale);
        return scale;
    }

    private static ScaleItem? ReadItem(
        FhirElement part,
        Instrument instrument,
        HashSet<string?> reversed
    )
    {
        if (part.ValueText() is not { } linkId || instrument.Find(linkId) is not { } item)
        {
            part.Error(
                IssueCodes.UnknownQuestion,
                null,
                $"No item has the linkId \"{part.ValueText()}\"."
            );
            return null;
        }

        if (!IsAnsweredOnce(item))
        {
            part.Error(
                IssueCodes.ScaleItemNotScorable,
                null,
                "An item of a scale must be a question that is answered once, outside repeating groups.",
                linkId
            );
            return null;
        }

        var (lowest, highest) = Range(item);
        if (item.Options.Count == 0 ? !IsNumber(item) : lowest is null)
        {
            part.Error(
                IssueCodes.ScaleItemNotScorable,
                null,
                "Its answers have no values: it must be a number, or offer options with an ordinalValue or itemWeight.",
                linkId
            );
            return null;
        }

        var isReversed = reversed.Contains(linkId);
        if (isReversed && (lowest is null || highest is null))
        {
            part.Error(
                IssueCodes.ScaleItemNotScorable,
                null,
                "To be turned round, a number needs a minValue and a maxValue.",
                linkId
            );
            return null;
        }

        foreach (var option in item.Options.Where(option => option.Weight is null))
        {
            part.Warn(
                IssueCodes.OptionWithoutWeight,
                null,
                $"The option \"{option.Text}\" has no value: whoever chooses it counts as not having answered.",
                linkId
            );
        }

        return new ScaleItem(item, isReversed, lowest, highest);
    }

    private static bool IsAnsweredOnce(ItemDefinition item)
    {
        for (var around = item; around is not null; around = around.Parent)
        {
            if (around.Repeats)
            {
                return false;
            }
        }

        return item.IsQuestion;
    }

    private static bool IsNumber(ItemDefinition item) =>
        item.Type is ItemType.Integer or ItemType.Decimal or ItemType.Quantity;

    private static (decimal? Lowest, decimal? Highest) Range(ItemDefinition item) =>
        item.Options.Count == 0
            ? (Number(item.MinValue), Number(item.MaxValue))
            : (
                item.Options.Min(option => option.Weight),
                item.Options.Max(option => option.Weight)
            );

    private static decimal? Number(AnswerValue? value) =>
        value switch
        {
            IntegerAnswer integer => integer.Value,
            DecimalAnswer number => number.Value,
            QuantityAnswer quantity => quantity.Value,
            _ => null,
        };

    private static void CheckItems(
        FhirElement extension,
        string id,
        List<ScaleItem> items,
        HashSet<string?> reversed
    )
    {
        var linkIds = items.Select(item => item.Item.LinkId).ToList();
        if (!extension.Extensions("item").Any())
        {
            extension.Error(IssueCodes.MissingElement, null, $"The scale {id} has no items.");
        }

        if (linkIds.Distinct(StringComparer.Ordinal).Count() != linkIds.Count)
        {
            extension.Error(
                IssueCodes.DuplicateScaleItem,
                null,
                $"The scale {id} counts an item twice."
            );
        }

        foreach (
            var linkId in reversed.Where(linkId => linkId is null || !linkIds.Contains(linkId))
        )
        {
            extension.Error(
                IssueCodes.UnknownQuestion,
                null,
                $"The scale {id} turns \"{linkId}\" round, which is not one of its items."
            );
        }
    }

    private static void CheckMissingRule(FhirElement extension, Scale scale)
    {
        if (scale.MinimumAnswered < 1)
        {
            extension.Error(
                IssueCodes.ScaleMissingRule,
                null,
                $"minimum-answered of the scale {scale.Id} must be from 1 to the number of its items."
            );
        }
        else if (scale.MinimumAnswered < scale.Items.Count != scale.WhenMissing.HasValue)
        {
            extension.Error(
                IssueCodes.ScaleMissingRule,
                null,
                $"The scale {scale.Id} must say when-missing (pro-rate or leave-out) if fewer than all its items will do, and only then."
            );
        }
        else if (
            scale is { Combination: ScaleCombination.Mean, WhenMissing: MissingItems.LeaveOut }
        )
        {
            extension.Error(
                IssueCodes.ScaleMissingRule,
                null,
                $"The scale {scale.Id} is a mean, which leaves nothing out: say pro-rate."
            );
        }
    }

    private static ScaleCombination Combination(FhirElement extension, string id)
    {
        switch (One(extension, "combine")?.ValueText())
        {
            case "sum":
                return ScaleCombination.Sum;
            case "mean":
                return ScaleCombination.Mean;
            default:
                extension.Error(
                    IssueCodes.MissingElement,
                    null,
                    $"The scale {id} must say how its items combine: sum or mean."
                );
                return ScaleCombination.Sum;
        }
    }

    private static MissingItems? WhenMissing(FhirElement extension)
    {
        if (One(extension, "when-missing") is not { } part)
        {
            return null;
        }

        switch (part.ValueText())
        {
            case "pro-rate":
                return MissingItems.ProRate;
            case "leave-out":
                return MissingItems.LeaveOut;
            default:
                part.Error(
                    IssueCodes.InvalidElement,
                    null,
                    "when-missing must be pro-rate or leave-out."
                );
                return null;
        }
    }

    private static List<ScaleBand> ReadBands(FhirElement extension, string id)
    {
        var bands = new List<ScaleBand>();
        foreach (var part in extension.Extensions("band"))
        {
            var from = Number(One(part, "from")?.Value());
            var label = One(part, "label")?.ValueText();
            if (from is null || label is null)
            {
                part.Error(
                    IssueCodes.MissingElement,
                    null,
                    "A band needs from (a number) and label."
                );
            }
            else if (bands.Count > 0 && bands[^1].From >= from)
            {
                part.Error(
                    IssueCodes.ScaleBandOrder,
                    null,
                    $"The bands of the scale {id} must begin ever higher."
                );
            }
            else
            {
                bands.Add(new ScaleBand(from.Value, label));
            }
        }

        return bands;
    }

    private static int? Whole(FhirElement extension, string name, int atMost)
    {
        if (One(extension, name) is not { } part)
        {
            return null;
        }

        if (part.Value() is IntegerAnswer { Value: >= 0 } whole && whole.Value <= atMost)
        {
            return whole.Value;
        }

        part.Error(
            IssueCodes.InvalidElement,
            null,
            $"{name} must be a whole number from 0 to {atMost}."
        );
        return null;
    }

    private static FhirElement? One(FhirElement extension, string name)
    {
        var parts = extension.Extensions(name).ToList();
        if (parts.Count > 1)
        {
            parts[1].Error(IssueCodes.InvalidElement, null, $"{name} can be stated only once.");
        }

        return parts.Count == 0 ? null : parts[0];
    }
}
