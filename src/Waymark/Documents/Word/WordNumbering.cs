using DocumentFormat.OpenXml.Wordprocessing;

namespace Waymark.Documents.Word;

/// <summary>Real lists: one numbering for all bullets, and one for each numbered list so that each starts at 1.</summary>
internal static class WordNumbering
{
    private const int BulletKind = 0;
    private const int NumberKind = 1;

    /// <summary>The numbering of every bulleted list.</summary>
    public const int Bullets = 1;

    /// <summary>The numbering of a document's n-th numbered list, counted from 1.</summary>
    public static int NumberedList(int ordinal) => Bullets + ordinal;

    public static Numbering Part(int numberedLists)
    {
        var numbering = new Numbering(
            Kind(BulletKind, NumberFormatValues.Bullet, "•"),
            Kind(NumberKind, NumberFormatValues.Decimal, "%1."),
            new NumberingInstance(new AbstractNumId { Val = BulletKind }) { NumberID = Bullets }
        );
        for (var ordinal = 1; ordinal <= numberedLists; ordinal++)
        {
            numbering.Append(
                new NumberingInstance(
                    new AbstractNumId { Val = NumberKind },
                    new LevelOverride(new StartOverrideNumberingValue { Val = 1 })
                    {
                        LevelIndex = 0,
                    }
                )
                {
                    NumberID = NumberedList(ordinal),
                }
            );
        }
        return numbering;
    }

    private static AbstractNum Kind(int id, NumberFormatValues format, string text) =>
        new(
            new MultiLevelType { Val = MultiLevelValues.SingleLevel },
            new Level(
                new StartNumberingValue { Val = 1 },
                new NumberingFormat { Val = format },
                new LevelText { Val = text },
                new LevelJustification { Val = LevelJustificationValues.Left },
                new PreviousParagraphProperties(new Indentation { Left = "340", Hanging = "340" })
            )
            {
                LevelIndex = 0,
            }
        )
        {
            AbstractNumberId = id,
        };
}
