namespace Waymark.Instruments;

public static partial class IssueCodes
{
    /// <summary>Two scales have the same id.</summary>
    public const string DuplicateScale = "duplicate-scale";

    /// <summary>A scale counts an item twice.</summary>
    public const string DuplicateScaleItem = "duplicate-scale-item";

    /// <summary>An item of a scale has no number to count.</summary>
    public const string ScaleItemNotScorable = "scale-item-not-scorable";

    /// <summary>An option of a scale's item has no weight, so choosing it counts as not answering.</summary>
    public const string OptionWithoutWeight = "option-without-weight";

    /// <summary>What a scale does about items without a value is not stated, or contradicts itself.</summary>
    public const string ScaleMissingRule = "scale-missing-rule";

    /// <summary>The bands of a scale are not in order.</summary>
    public const string ScaleBandOrder = "scale-band-order";

    /// <summary>A right answer cannot be given to its item.</summary>
    public const string AnswerKeyMismatch = "answer-key-mismatch";

    /// <summary>A right answer is stated on something that cannot have one.</summary>
    public const string AnswerKeyMisplaced = "answer-key-misplaced";

    /// <summary>An item says what a right answer is worth, but not what it is.</summary>
    public const string AnswerKeyMissing = "answer-key-missing";
}
