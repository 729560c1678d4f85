namespace Waymark.Features.Assessments.Documents;

/// <summary>How a Word document is served.</summary>
public static class WordMedia
{
    /// <summary>The media type of a <c>.docx</c>.</summary>
    public const string Type =
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>A file name that says what it is, of which child (by reference) and of which day.</summary>
    public static string FileName(string what, string? reference, DateTimeOffset now)
    {
        var safe = string.Concat(
            (reference ?? "").Where(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        );
        return $"{what}{(safe.Length == 0 ? "" : "-" + safe)}-{UkTime.DateOf(now):yyyy-MM-dd}.docx";
    }
}
