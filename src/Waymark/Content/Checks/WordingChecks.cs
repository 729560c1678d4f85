namespace Waymark.Content.Checks;

/// <summary>What people read is free of words that blame a child, and is the approved wording.</summary>
internal static class WordingChecks
{
    internal static IEnumerable<ContentIssue> Banned(
        ContentSnapshot content,
        ContentLibrary library
    )
    {
        var check = LanguageCheck.From(library.Language, out _);
        // One text, such as an answer offered fifty times, is refused once, where it first stands.
        return Texts(content, library)
            .DistinctBy(text => (text.File, text.Words))
            .SelectMany(entry =>
                check
                    .Find(entry.Words)
                    .Select(finding => new ContentIssue(
                        ContentCodes.BannedWording,
                        entry.File,
                        entry.Item,
                        entry.Rule,
                        $"\"{finding.Words}\": {finding.Suggestion.Why} Prefer: {finding.Suggestion.Prefer}. If it quotes what to avoid, put it in quotation marks."
                    ))
            );
    }

    internal static IEnumerable<ContentIssue> Approved(
        ContentSnapshot content,
        ContentLibrary library
    )
    {
        foreach (var folder in library.Instruments)
        {
            var approved = content.Files.GetValueOrDefault(folder.WordingFile);
            var now = Wording.Of(folder);
            if (approved is null)
            {
                yield return new(
                    ContentCodes.FileMissing,
                    folder.WordingFile,
                    null,
                    null,
                    "The wording was never approved. Read it and run make approve."
                );
            }
            else if (Normal(approved) != now)
            {
                yield return new(
                    ContentCodes.WordingNotApproved,
                    folder.WordingFile,
                    null,
                    null,
                    $"The wording is not the approved one, first at: {FirstDifference(Normal(approved), now)}. Read the difference and run make approve."
                );
            }
        }
    }

    private static string Normal(string text) =>
        text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string FirstDifference(string approved, string now)
    {
        var before = approved.Split('\n');
        var after = now.Split('\n');
        var line = Enumerable
            .Range(0, Math.Max(before.Length, after.Length))
            .First(i => before.ElementAtOrDefault(i) != after.ElementAtOrDefault(i));
        return $"line {line + 1}, \"{(after.ElementAtOrDefault(line) ?? "(end)").Trim()}\"";
    }

    private static IEnumerable<Text> Texts(ContentSnapshot content, ContentLibrary library) =>
        [
            .. library.Instruments.SelectMany(OfInstrument),
            .. library.Routes.Routes.SelectMany(route =>
                Each(
                    ContentLibrary.RoutesFile,
                    route.Id,
                    [route.Name, .. route.Situation, .. route.Does, .. route.DoesNot]
                )
            ),
            .. library.Law.Values.SelectMany(entry =>
                Each(ContentLibrary.LawFilePath, entry.Id, [entry.NotYet, entry.InForce])
            ),
            .. library.CaseStudies.SelectMany(study =>
                Each($"case-studies/{study.Id}.json", study.Id, OfCaseStudy(study))
            ),
            .. library.Studies.SelectMany(study =>
                Each(
                    ContentLibrary.StudiesPath,
                    study.Id,
                    [
                        .. study.Figures.Select(figure => figure.Label),
                        .. study.CaseTypes.Select(type => type.Words),
                        .. study.Results,
                        .. study.Caveats,
                    ]
                )
            ),
            .. content
                .Below("guidance", ".md")
                .Select(file => new Text(file, null, null, content.Files[file])),
        ];

    private static IEnumerable<Text> OfInstrument(InstrumentFolder folder) =>
        Wording
            .Questions(folder.Instrument)
            .Select(question => new Text(
                folder.QuestionnaireFile,
                question.LinkId,
                null,
                question.Text
            ))
            .Concat(
                (folder.Rules?.Rules ?? []).SelectMany(rule =>
                    Wording
                        .Spoken(rule)
                        .Select(text => new Text(folder.RulesFile, null, rule.Id, text))
                )
            );

    /// <summary>All but what a case calls unsafe, which is named in order to be avoided.</summary>
    private static IEnumerable<string> OfCaseStudy(CaseStudy study) =>
        [
            study.Title,
            study.Who,
            .. study.Narrative,
            .. study.Essential.Select(step => step.Text),
            .. study.Acceptable.Select(step => step.Text),
        ];

    private static IEnumerable<Text> Each(string file, string item, IEnumerable<string> texts) =>
        texts.Select(text => new Text(file, item, null, text));

    private sealed record Text(string File, string? Item, string? Rule, string Words);
}
