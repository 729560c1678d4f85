namespace Waymark.Documents.Word;

/// <summary>
/// The measures of one layout on A4. Lengths are in twentieths of a point (567 to the centimetre), type sizes in half points: the
/// units of WordprocessingML. A line height of 240 is single spacing.
/// </summary>
internal sealed record PageMetrics
{
    /// <summary>210 mm.</summary>
    public const int PageWidth = 11906;

    /// <summary>297 mm.</summary>
    public const int PageHeight = 16838;

    public required int Margin { get; init; }
    public required int BodySize { get; init; }
    public required int SmallSize { get; init; }
    public required int LineHeight { get; init; }
    public required int ParagraphGap { get; init; }
    public required int CellGap { get; init; }
    public required int WriteInHeight { get; init; }

    /// <summary>The width between the margins.</summary>
    public int TextWidth => PageWidth - 2 * Margin;

    public static PageMetrics Of(PageLayout layout) =>
        layout switch
        {
            PageLayout.Standard => new PageMetrics
            {
                Margin = 1134,
                BodySize = 22,
                SmallSize = 19,
                LineHeight = 259,
                ParagraphGap = 120,
                CellGap = 40,
                WriteInHeight = 460,
            },
            PageLayout.Compact => new PageMetrics
            {
                Margin = 709,
                BodySize = 18,
                SmallSize = 16,
                LineHeight = 240,
                ParagraphGap = 40,
                CellGap = 14,
                WriteInHeight = 380,
            },
            PageLayout.Dense => Of(PageLayout.Compact) with
            {
                BodySize = 17,
                ParagraphGap = 20,
                CellGap = 8,
                WriteInHeight = 350,
            },
        };
}
