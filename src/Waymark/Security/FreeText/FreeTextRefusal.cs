using System.Globalization;

namespace Waymark.Security.FreeText;

/// <summary>Why a text was refused.</summary>
public enum FreeTextRefusalCode
{
    /// <summary>Longer than the field keeps.</summary>
    TooLong,

    /// <summary>Holds control characters or broken characters: a file's bytes, not words.</summary>
    NotText,

    /// <summary>Holds a data URI: a file written into the text.</summary>
    DataUri,

    /// <summary>Holds hundreds of letters that are a file's bytes in another form.</summary>
    EncodedData,

    /// <summary>Holds a tag that would show a picture, a video or another page.</summary>
    ImageMarkup,

    /// <summary>Holds the place of a picture or video on someone's own machine, or a file-sharing link.</summary>
    LocalImage,

    /// <summary>Holds the web address of a picture or video file.</summary>
    ImageFileLink,

    /// <summary>Holds the web address of a page where pictures, videos or shared files are kept.</summary>
    ImageHost,
}

/// <summary>
/// A text that was refused. Nothing here but <see cref="Remainder"/> comes from the text, and <see cref="ToString"/> leaves that out too: a
/// refusal may be logged, what was pasted may not.
/// </summary>
public sealed class FreeTextRefusal
{
    private readonly int _maximumLength;

    internal FreeTextRefusal(
        string field,
        FreeTextRefusalCode code,
        int maximumLength,
        string? remainder
    ) => (Field, Code, _maximumLength, Remainder) = (field, code, maximumLength, remainder);

    /// <summary>The field, as the caller named it.</summary>
    public string Field { get; }

    /// <summary>What was found.</summary>
    public FreeTextRefusalCode Code { get; }

    /// <summary>
    /// What may be put back into the box so that she need not type it again: the text with "[removed]" where something was taken out, or all of
    /// it where it was only too long. Null where nothing can safely be kept. It has passed the guard, and is not saved.
    /// </summary>
    public string? Remainder { get; }

    /// <summary>Whether the refusal is about pictures, videos or files, so that <see cref="FreeTextWords.Why"/> and the routes are shown with it.</summary>
    public bool IsAboutImages => Code != FreeTextRefusalCode.TooLong;

    /// <summary>What was found and what to do, for beside the field and for the error summary.</summary>
    public string Message =>
        Code switch
        {
            FreeTextRefusalCode.TooLong => string.Create(
                CultureInfo.InvariantCulture,
                $"Shorten this answer to {_maximumLength:#,0} characters or fewer. It has not been saved yet"
            ),
            FreeTextRefusalCode.NotText =>
                "Type the words instead: what was pasted is a file or is damaged. Nothing of it was saved",
            FreeTextRefusalCode.DataUri or FreeTextRefusalCode.EncodedData =>
                "Describe it in words instead: what was pasted holds a picture or another file. Nothing of it was saved",
            FreeTextRefusalCode.ImageMarkup =>
                "Describe it in words instead: what was pasted would show a picture, a video or another page. Nothing of it was saved",
            FreeTextRefusalCode.LocalImage =>
                "Leave out where the picture, video or file is kept. Tell the police instead. Nothing of it was saved",
            FreeTextRefusalCode.ImageFileLink or FreeTextRefusalCode.ImageHost =>
                "Leave out the link to a picture, a video or shared files. Nothing of it was saved",
        };

    /// <summary>Field and code only.</summary>
    public override string ToString() => $"{Field}: {Code}";
}
