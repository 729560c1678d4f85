using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>Questions with their answers, and a way to change each.</summary>
public sealed record SummaryListOptions : ComponentOptions
{
    internal override Type Component => typeof(SummaryList);

    /// <summary>The questions in their order; a null entry is left out.</summary>
    public required IReadOnlyList<SummaryListRow?> Rows { get; init; }

    /// <summary>The card round the list, where a page has several lists.</summary>
    public SummaryListCard? Card { get; init; }
}

/// <summary>One question with its answer.</summary>
public sealed record SummaryListRow
{
    /// <summary>The question, in short.</summary>
    public SummaryListText Key { get; init; } = new();

    /// <summary>The answer.</summary>
    public SummaryListText Value { get; init; } = new();

    /// <summary>What can be done about it.</summary>
    public SummaryListActions? Actions { get; init; }

    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }
}

/// <summary>A question or an answer.</summary>
public sealed record SummaryListText
{
    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }
}

/// <summary>What can be done about an answer, or about all of a card.</summary>
public sealed record SummaryListActions
{
    /// <summary>The links.</summary>
    public IReadOnlyList<SummaryListAction>? Items { get; init; }

    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }
}

/// <summary>A link such as "Change".</summary>
public sealed record SummaryListAction
{
    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>Where to go.</summary>
    public string? Href { get; init; }

    /// <summary>What is changed, for those who hear the link alone: always say it.</summary>
    public string? VisuallyHiddenText { get; init; }

    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }

    /// <summary>Further HTML attributes for the link.</summary>
    public HtmlAttributes? Attributes { get; init; }
}

/// <summary>A card round a summary list.</summary>
public sealed record SummaryListCard
{
    /// <summary>The card's title; every action's hidden text names it.</summary>
    public SummaryListCardTitle? Title { get; init; }

    /// <summary>What can be done about the whole card.</summary>
    public SummaryListActions? Actions { get; init; }

    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }

    /// <summary>Further HTML attributes for the card.</summary>
    public HtmlAttributes? Attributes { get; init; }
}

/// <summary>The title of a card.</summary>
public sealed record SummaryListCardTitle
{
    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary>The title's level, 1 to 6; 2 when null.</summary>
    public int? HeadingLevel { get; init; }

    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }
}
