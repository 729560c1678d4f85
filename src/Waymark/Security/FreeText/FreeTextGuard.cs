namespace Waymark.Security.FreeText;

/// <summary>
/// Stops pictures, videos and the way to them from entering a child's record through a box meant for words. It looks through the usual
/// disguises (percent and HTML encoding, full-width letters, invisible characters, "hxxp", "[.]"), and lets ordinary words pass: names of
/// platforms, e-mail addresses, official pages, a file's name. It is a net against a paste by a tired person, not a wall against an
/// enemy: text can carry anything to those who agree on a code.
/// </summary>
/// <remarks>Pure and total: it never throws, and its work grows in proportion to the text.</remarks>
public static class FreeTextGuard
{
    /// <summary>The longest text that is kept in one answer, in UTF-16 code units.</summary>
    public const int MaximumLength = 20_000;

    /// <summary>How much of an oversize text is looked at: it is refused in any case, and only the reason depends on it.</summary>
    private const int LookedAt = 10 * MaximumLength;

    /// <summary>What stands in <see cref="FreeTextRefusal.Remainder"/> where something was left out.</summary>
    public const string RemovedMark = "[removed]";

    /// <summary>Checks one text before anything is done with it: before saving, before logging, before showing it again.</summary>
    /// <param name="field">The field's own name (a linkId or a form field that this program defined), for the error beside it.</param>
    /// <param name="text">What was typed or pasted; null is an empty text.</param>
    /// <param name="maximumLength">A shorter limit than <see cref="MaximumLength"/>, where the field has one.</param>
    /// <returns>Null when the text may be kept; else why not, in words that repeat nothing of the text.</returns>
    public static FreeTextRefusal? Check(
        string field,
        string? text,
        int maximumLength = MaximumLength
    )
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }
        var code = CodeOf(text.Length > LookedAt ? text[..LookedAt] : text);
        if (code is { } found)
        {
            return new FreeTextRefusal(field, found, maximumLength, RemainderOf(text));
        }
        return text.Length > maximumLength
            ? new FreeTextRefusal(
                field,
                FreeTextRefusalCode.TooLong,
                maximumLength,
                text.Length > LookedAt ? null : text
            )
            : null;
    }

    private static FreeTextRefusalCode? CodeOf(string text)
    {
        if (!PlainCharacters.Only(text))
        {
            return FreeTextRefusalCode.NotText;
        }
        var undisguised = Disguises.Undo(text);
        if (ImageMarkup.HasDataUri(undisguised))
        {
            return FreeTextRefusalCode.DataUri;
        }
        if (EncodedData.In(text) || EncodedData.In(undisguised))
        {
            return FreeTextRefusalCode.EncodedData;
        }
        if (ImageMarkup.HasTag(undisguised))
        {
            return FreeTextRefusalCode.ImageMarkup;
        }
        if (ImageMarkup.HasLocalFile(undisguised))
        {
            return FreeTextRefusalCode.LocalImage;
        }
        return Links.FirstRefused(Disguises.UndoSpelling(undisguised));
    }

    /// <summary>
    /// The text without the words that cannot stay, so that a long note is not lost for one link in it; null where leaving out single words
    /// does not help, or where nothing would be left.
    /// </summary>
    private static string? RemainderOf(string text)
    {
        if (text.Length > LookedAt)
        {
            return null;
        }
        var words = Words.Split(text);
        if (words.Count > Words.MostThatAreWeighed)
        {
            return null;
        }
        var kept = Words.Join(
            words,
            word =>
                Words.IsPlain(word)
                || (word.Length <= Words.LongestOrdinary && CodeOf(word) is null),
            RemovedMark
        );
        return
            kept.Replace(RemovedMark, "", StringComparison.Ordinal).AsSpan().IsWhiteSpace()
            || CodeOf(kept) is not null
            ? null
            : kept;
    }
}
