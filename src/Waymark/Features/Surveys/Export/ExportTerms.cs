namespace Waymark.Features.Surveys.Export;

/// <summary>What a person agrees to before they get answers of single respondents.</summary>
public static class ExportTerms
{
    /// <summary>What must be typed.</summary>
    public const string Acknowledgement = "I will not try to identify anyone";

    /// <summary>The terms.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "Do not try to find out who answered, and do not join these rows to anything that could tell.",
        "If you recognise someone all the same, do not use or pass on what you know, and tell your training lead.",
        "Keep the files where only the people named in your research plan can reach them. Do not e-mail them.",
        "Publish no figure about fewer than 10 people, and no figure without its base and interval.",
        "Delete the files when the purpose you gave is done.",
    ];

    /// <summary>Whether what was typed is the acknowledgement; capitals, spaces at the ends and a full stop do not matter.</summary>
    public static bool IsAcknowledged(string? typed) =>
        string.Equals(
            string.Join(
                    ' ',
                    (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                )
                .TrimEnd('.'),
            Acknowledgement,
            StringComparison.OrdinalIgnoreCase
        );
}
