using Waymark.Content.Checks;

namespace Waymark.Content;

/// <summary>Decides whether content may be published: everything that is wrong with it, each with the file, the item and the rule.</summary>
public static class ContentChecker
{
    /// <summary>Checks content.</summary>
    /// <param name="content">The files.</param>
    /// <returns>What is wrong, in the order of the checks; empty when the content may be published. Never an exception, whatever the files hold.</returns>
    public static IReadOnlyList<ContentIssue> Check(ContentSnapshot content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var load = ContentLibrary.Load(content);
        return load.Library is { } library
            ?
            [
                .. ReferenceChecks.Check(library),
                .. StudyChecks.Check(library),
                .. library.Instruments.SelectMany(folder =>
                    DefinitionChecks.Check(library, folder)
                ),
                .. library.Instruments.SelectMany(folder => RuleChecks.Check(library, folder)),
                .. RuleChecks.CheckAcross(library),
                .. library.Instruments.SelectMany(folder => SurveyChecks.Check(library, folder)),
                .. SurveyChecks.CheckAcross(library),
                .. library.Instruments.SelectMany(ExampleChecks.Check),
                .. CaseStudyChecks.Check(library),
                .. WordingChecks.Banned(content, library),
                .. WordingChecks.Approved(content, library),
                .. PublishedChecks.Check(content),
            ]
            : load.Issues;
    }
}
