using Microsoft.AspNetCore.Html;

namespace Waymark.Components.Govuk;

/// <summary>Facts to compare, in rows and columns.</summary>
public sealed record TableOptions : ComponentOptions
{
    internal override Type Component => typeof(Table);

    /// <summary>The rows; a null entry is left out.</summary>
    public required IReadOnlyList<IReadOnlyList<TableCell>?> Rows { get; init; }

    /// <summary>The columns' headers.</summary>
    public IReadOnlyList<TableCell>? Head { get; init; }

    /// <summary>What the table shows: its accessible name. Plain text, encoded.</summary>
    public string? Caption { get; init; }

    /// <summary>Further CSS classes for the caption.</summary>
    public string? CaptionClasses { get; init; }

    /// <summary>Whether the first cell of each row is that row's header.</summary>
    public bool FirstCellIsHeader { get; init; }
}

/// <summary>One cell of a table.</summary>
public sealed record TableCell
{
    /// <summary>Plain text, encoded.</summary>
    public string? Text { get; init; }

    /// <summary>Trusted markup, written as it is.</summary>
    public IHtmlContent? Html { get; init; }

    /// <summary><c>numeric</c> for numbers, which are set to the right.</summary>
    public string? Format { get; init; }

    /// <summary>Over how many columns the cell goes; 1 when null.</summary>
    public int? Colspan { get; init; }

    /// <summary>Over how many rows the cell goes; 1 when null.</summary>
    public int? Rowspan { get; init; }

    /// <summary>Further CSS classes.</summary>
    public string? Classes { get; init; }

    /// <summary>Further HTML attributes for the cell.</summary>
    public HtmlAttributes? Attributes { get; init; }
}
