using Waymark.Content.Reference;

namespace Waymark.Content;

/// <summary>All content, loaded and typed. Immutable and safe to share between threads: load it once at start.</summary>
/// <param name="Instruments">Every version of every instrument, in order of their path.</param>
/// <param name="Sources">The sources by id.</param>
/// <param name="Routes">Where to turn to in England.</param>
/// <param name="Law">The law switches by id.</param>
/// <param name="Language">What the language check looks for.</param>
/// <param name="CaseStudies">The case studies, in order of their number.</param>
/// <param name="Studies">The study of 2014 and those that followed it, in the order of the file.</param>
/// <param name="Denominators">How many people work in which field.</param>
public sealed record ContentLibrary(
    IReadOnlyList<InstrumentFolder> Instruments,
    IReadOnlyDictionary<string, Source> Sources,
    RouteDirectory Routes,
    IReadOnlyDictionary<string, LawSwitch> Law,
    LanguageFile Language,
    IReadOnlyList<CaseStudy> CaseStudies,
    IReadOnlyList<ReferenceStudy> Studies,
    Denominators Denominators
)
{
    internal const string SourcesFile = "reference/sources.json";
    internal const string RoutesFile = "routes/england.json";
    internal const string LawFilePath = "reference/law.json";
    internal const string LanguagePath = "reference/language.json";
    internal const string StudiesPath = "reference/workforce-2014.json";
    internal const string DenominatorsPath = "reference/denominators.json";

    /// <summary>Loads content.</summary>
    /// <param name="content">The files.</param>
    /// <returns>The library, or the issues that prevented one; never an exception, whatever the files hold.</returns>
    public static ContentLoad Load(ContentSnapshot content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var issues = new List<ContentIssue>();
        var sources = ContentJson.Read<SourceFile>(content, SourcesFile, issues)?.Sources;
        var routes = ContentJson.Read<RouteDirectory>(content, RoutesFile, issues);
        var law = ContentJson.Read<LawFile>(content, LawFilePath, issues)?.Switches;
        var language = ContentJson.Read<LanguageFile>(content, LanguagePath, issues);
        var studies = ContentJson.Read<StudyFile>(content, StudiesPath, issues)?.Studies;
        var denominators = ContentJson.Read<Denominators>(content, DenominatorsPath, issues);
        var cases = content
            .Below("case-studies", ".json")
            .Select(file => ContentJson.Read<CaseStudy>(content, file, issues))
            .OfType<CaseStudy>()
            .OrderBy(study => study.Number)
            .ToList();
        var folders = InstrumentFolder
            .Paths(content)
            .Select(path => InstrumentFolder.Load(content, path, issues))
            .OfType<InstrumentFolder>()
            .ToList();
        Unique(sources?.Select(source => source.Id), SourcesFile, issues);
        Unique(routes?.Routes.Select(route => route.Id), RoutesFile, issues);
        Unique(law?.Select(entry => entry.Id), LawFilePath, issues);
        Unique(cases.Select(study => study.Id), "case-studies", issues);
        Unique(studies?.Select(study => study.Id), StudiesPath, issues);
        Unique(denominators?.Groups.Select(group => group.Id), DenominatorsPath, issues);

        return
            issues.Count > 0
            || sources is null
            || routes is null
            || law is null
            || language is null
            || studies is null
            || denominators is null
            ? new(null, issues)
            : new(
                new(
                    folders,
                    sources.ToDictionary(source => source.Id, StringComparer.Ordinal),
                    routes,
                    law.ToDictionary(entry => entry.Id, StringComparer.Ordinal),
                    language,
                    cases,
                    studies,
                    denominators
                ),
                []
            );
    }

    /// <summary>The newest version of an instrument, or <see langword="null"/> when there is none.</summary>
    /// <param name="kind">Its kind, such as <c>safety</c>.</param>
    /// <param name="name">Its name, such as <c>safety-check</c>.</param>
    public InstrumentFolder? Newest(string kind, string name) =>
        Instruments
            .Where(folder => folder.Kind == kind && folder.Name == name)
            .MaxBy(folder =>
                Version.TryParse(folder.Version, out var version) ? version : new Version()
            );

    private static void Unique(IEnumerable<string>? ids, string file, List<ContentIssue> issues) =>
        issues.AddRange(
            (ids ?? [])
                .GroupBy(id => id, StringComparer.Ordinal)
                .Where(group => group.Count() > 1)
                .Select(group => new ContentIssue(
                    ContentCodes.DuplicateId,
                    file,
                    group.Key,
                    null,
                    "Two entries have this id. Give each its own."
                ))
        );
}

/// <summary>What came of loading content.</summary>
/// <param name="Library">The content; <see langword="null"/> exactly when there are issues.</param>
/// <param name="Issues">What prevented it.</param>
public sealed record ContentLoad(ContentLibrary? Library, IReadOnlyList<ContentIssue> Issues);
