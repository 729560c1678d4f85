namespace Waymark.Documents;

/// <summary>
/// A document for people to read: words and their structure, and nothing about a file format. The same document becomes a
/// Word file (<see cref="Word.WordFile"/>) and a page to print (<see cref="Html.DocumentHtml"/>), so the two cannot differ in words.
/// </summary>
public sealed record Document
{
    /// <summary>What the document is, as its first line and as its title in the file's properties. Never a child's name.</summary>
    public required string Title { get; init; }

    /// <summary>The moment the document is of: the file's "created" time. Given by the caller, so equal input gives equal bytes.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The line at the head of each printed page: which child's document a loose sheet belongs to.</summary>
    public required string PageHeader { get; init; }

    /// <summary>The line at the foot of each printed page, before "Page 1 of 2".</summary>
    public required string PageFooter { get; init; }

    /// <summary>How tightly the words are set on A4.</summary>
    public PageLayout Layout { get; init; } = PageLayout.Standard;

    /// <summary>What the document says, in reading order, after its title.</summary>
    public required IReadOnlyList<Block> Blocks { get; init; }
}

/// <summary>How tightly a document is set on A4.</summary>
public enum PageLayout
{
    /// <summary>11 point with 2 cm margins, for reading at a desk.</summary>
    Standard,

    /// <summary>9 point with 1.25 cm margins, for a sheet that must fit two pages.</summary>
    Compact,

    /// <summary>8.5 point with the same margins, for a sheet that must fit two pages and has much to say.</summary>
    Dense,
}
