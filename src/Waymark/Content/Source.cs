namespace Waymark.Content;

/// <summary>Something that the content rests on: guidance, law, research.</summary>
/// <param name="Id">The name it is cited by.</param>
/// <param name="Title">Its title, or what it is where <paramref name="TitleAsPublished"/> is false.</param>
/// <param name="TitleAsPublished">Whether the title is the published one.</param>
/// <param name="Publisher">Who published it.</param>
/// <param name="Date">When: a year, a month or a day in ISO form; <see langword="null"/> when it was not seen.</param>
/// <param name="Mark">How well the facts taken from it are established.</param>
/// <param name="Supports">What it supports, in our own words.</param>
/// <param name="Url">Where it can be read, when that is known.</param>
public sealed record Source(
    string Id,
    string Title,
    bool TitleAsPublished,
    string Publisher,
    string? Date,
    SourceMark Mark,
    string Supports,
    string? Url = null
);

/// <summary>How well a fact is established.</summary>
public enum SourceMark
{
    /// <summary>Seen in the source named.</summary>
    S,

    /// <summary>Seen in a secondary source about the primary document.</summary>
    S2,

    /// <summary>General knowledge that nobody has checked yet.</summary>
    GK,

    /// <summary>A suggestion by the project that follows from the facts.</summary>
    ADVICE,
}

/// <summary>The file <c>reference/sources.json</c>.</summary>
/// <param name="About">What the marks mean.</param>
/// <param name="CompiledOn">The day the list was made.</param>
/// <param name="Sources">The sources.</param>
internal sealed record SourceFile(string About, DateOnly CompiledOn, IReadOnlyList<Source> Sources);
