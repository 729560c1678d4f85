using System.Text.RegularExpressions;
using Waymark.Content.Surveys;
using Waymark.Instruments;

namespace Waymark.Content.Checks;

/// <summary>A survey can become a table of answers: every question has a number for each answer, a name for its column, and says what it asks about.</summary>
internal static partial class SurveyChecks
{
    /// <summary>The kind of instrument that these checks are for.</summary>
    internal const string Kind = "surveys";

    private const int LongestName = 48;

    internal static IEnumerable<ContentIssue> Check(ContentLibrary library, InstrumentFolder folder)
    {
        if (folder.Kind != Kind)
        {
            yield break;
        }

        var reading = SurveyReading.Of(folder.Instrument);
        foreach (var (linkId, why) in reading.Problems)
        {
            yield return Issue(ContentCodes.SurveyQuestionUnfit, folder, linkId, why);
        }

        foreach (var issue in reading.Questions.SelectMany(q => CheckQuestion(folder, q)))
        {
            yield return issue;
        }

        foreach (var item in folder.Instrument.All)
        {
            foreach (var issue in CheckPointers(library, folder, item))
            {
                yield return issue;
            }
        }
    }

    /// <summary>A question of one name is the same question in every survey, so that its answers may be laid side by side.</summary>
    internal static IEnumerable<ContentIssue> CheckAcross(ContentLibrary library) =>
        library
            .Instruments.Where(folder =>
                folder.Kind == Kind && library.Newest(folder.Kind, folder.Name) == folder
            )
            .SelectMany(folder =>
                SurveyReading
                    .Of(folder.Instrument)
                    .Questions.Select(question => (Folder: folder, Question: question))
            )
            .GroupBy(entry => entry.Question.LinkId, StringComparer.Ordinal)
            .SelectMany(group =>
                group
                    .Skip(1)
                    .Where(entry => !IsSame(entry.Question, group.First().Question))
                    .Select(entry =>
                        Issue(
                            ContentCodes.VariableDiffers,
                            entry.Folder,
                            entry.Question.LinkId,
                            $"It is another question than in {group.First().Folder.QuestionnaireFile}. Make them the same or give it another linkId."
                        )
                    )
            );

    private static IEnumerable<ContentIssue> CheckQuestion(
        InstrumentFolder folder,
        SurveyQuestion question
    )
    {
        if (question.LinkId.Length > LongestName || !VariableName().IsMatch(question.LinkId))
        {
            yield return Issue(
                ContentCodes.VariableName,
                folder,
                question.LinkId,
                $"Its linkId becomes the name of a variable: a lower-case letter, then lower-case letters, digits and underscores, at most {LongestName}."
            );
        }

        if (
            Words.FromCode<SurveyMeasure>(question.Item.ExtensionString(ContentUrls.Measure))
            is null
        )
        {
            yield return Issue(
                ContentCodes.ValueMissing,
                folder,
                question.LinkId,
                "It must say measure: nominal, ordinal or scale."
            );
        }

        if (question.Topic is null)
        {
            yield return Issue(
                ContentCodes.TopicMissing,
                folder,
                question.LinkId,
                "It must say what it asks about: a code of the system survey-topic."
            );
        }

        if (question.DeclineCode is null && !question.Item.Hidden)
        {
            yield return Issue(
                ContentCodes.DeclineMissing,
                folder,
                question.LinkId,
                "It must offer \"Prefer not to say\" (asked-declined of data-absent-reason)."
            );
        }
    }

    private static IEnumerable<ContentIssue> CheckPointers(
        ContentLibrary library,
        InstrumentFolder folder,
        ItemDefinition item
    )
    {
        var sources = item.ExtensionStrings(ContentUrls.Source);
        foreach (
            var issue in sources.Count == 0
                ? []
                : ReferenceChecks.Cited(library, folder.QuestionnaireFile, item.LinkId, sources)
        )
        {
            yield return issue;
        }

        if (
            item.ExtensionString(ContentUrls.CaseStudy) is { } study
            && library.CaseStudies.All(known => known.Id != study)
        )
        {
            yield return Issue(
                ContentCodes.ValueUnknown,
                folder,
                item.LinkId,
                $"There is no case study \"{study}\". Correct the id."
            );
        }
    }

    private static bool IsSame(SurveyQuestion one, SurveyQuestion other) =>
        one.Item.Text == other.Item.Text
        && one.Item.Repeats == other.Item.Repeats
        && one.Measure == other.Measure
        && one.Topic == other.Topic
        && one.DeclineCode == other.DeclineCode
        && one.Answers.SequenceEqual(other.Answers);

    private static ContentIssue Issue(
        string code,
        InstrumentFolder folder,
        string linkId,
        string text
    ) => new(code, folder.QuestionnaireFile, linkId, null, text);

    [GeneratedRegex("^[a-z][a-z0-9_]*[a-z0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex VariableName();
}
