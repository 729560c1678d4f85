namespace Waymark.Content.Checks;

/// <summary>Sources, routes, law and language point only to sources that exist.</summary>
internal static class ReferenceChecks
{
    internal static IEnumerable<ContentIssue> Check(ContentLibrary library)
    {
        foreach (var route in library.Routes.Routes)
        {
            foreach (
                var issue in Cited(library, ContentLibrary.RoutesFile, route.Id, route.Sources)
            )
            {
                yield return issue;
            }

            if (route.LastChecked is not null && string.IsNullOrWhiteSpace(route.CheckedBy))
            {
                yield return new(
                    ContentCodes.ValueMissing,
                    ContentLibrary.RoutesFile,
                    route.Id,
                    null,
                    "It says when it was checked but not by whom. Name the person in checkedBy."
                );
            }
        }

        foreach (var entry in library.Law.Values)
        {
            foreach (
                var issue in Cited(
                    library,
                    ContentLibrary.LawFilePath,
                    entry.Id,
                    [.. entry.Sources, .. entry.Gates]
                )
            )
            {
                yield return issue;
            }
        }

        foreach (var suggestion in library.Language.Suggestions)
        {
            foreach (
                var issue in Cited(
                    library,
                    ContentLibrary.LanguagePath,
                    suggestion.Id,
                    [suggestion.Source]
                )
            )
            {
                yield return issue;
            }
        }

        _ = LanguageCheck.From(library.Language, out var broken);
        foreach (var (id, reason) in broken)
        {
            yield return new(
                ContentCodes.ValueUnknown,
                ContentLibrary.LanguagePath,
                id,
                null,
                "A pattern cannot be used: " + reason
            );
        }
    }

    /// <summary>Each id is a source; at least one is given.</summary>
    internal static IEnumerable<ContentIssue> Cited(
        ContentLibrary library,
        string file,
        string? item,
        IReadOnlyList<string> sources,
        string? rule = null
    )
    {
        if (sources.Count == 0)
        {
            yield return new(
                ContentCodes.SourceMissing,
                file,
                item,
                rule,
                "It cites no source. Name at least one from reference/sources.json."
            );
        }

        foreach (var source in sources.Where(source => !library.Sources.ContainsKey(source)))
        {
            yield return new(
                ContentCodes.SourceUnknown,
                file,
                item,
                rule,
                $"It cites \"{source}\", which reference/sources.json does not have. Correct the id or add the source."
            );
        }
    }
}
