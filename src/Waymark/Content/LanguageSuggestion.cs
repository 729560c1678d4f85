namespace Waymark.Content;

/// <summary>A way of saying things that is worth thinking about again when writing on a child.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Patterns">Regular expressions, matched on whole words and without regard to case.</param>
/// <param name="Prefer">What to write instead.</param>
/// <param name="Why">Why.</param>
/// <param name="Source">The source it rests on.</param>
/// <param name="Mark">How well it is established.</param>
public sealed record LanguageSuggestion(
    string Id,
    IReadOnlyList<string> Patterns,
    string Prefer,
    string Why,
    string Source,
    SourceMark Mark
);

/// <summary>The file <c>reference/language.json</c>.</summary>
/// <param name="About">How it is used.</param>
/// <param name="Quotable">Names of services and the like that may contain such words.</param>
/// <param name="Suggestions">The suggestions, in the order they are looked for.</param>
public sealed record LanguageFile(
    string About,
    IReadOnlyList<string> Quotable,
    IReadOnlyList<LanguageSuggestion> Suggestions
);

/// <summary>A place in a text where a suggestion fits.</summary>
/// <param name="Start">Where the words begin, in UTF-16 code units from 0.</param>
/// <param name="Length">How long they are, in UTF-16 code units.</param>
/// <param name="Words">The words as written.</param>
/// <param name="Suggestion">What to think about.</param>
public sealed record LanguageFinding(
    int Start,
    int Length,
    string Words,
    LanguageSuggestion Suggestion
);
