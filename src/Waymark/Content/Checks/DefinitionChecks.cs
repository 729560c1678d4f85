using Waymark.Instruments;

namespace Waymark.Content.Checks;

/// <summary>An instrument bears the name of its folder, and each of its factors says its kind, why it matters and how to tell when unsure.</summary>
internal static class DefinitionChecks
{
    internal static IEnumerable<ContentIssue> Check(ContentLibrary library, InstrumentFolder folder)
    {
        var expected = ContentUrls.Questionnaire + folder.Kind + "/" + folder.Name;
        if (folder.Instrument.Url != expected || folder.Instrument.Version != folder.Version)
        {
            yield return new(
                ContentCodes.NameMismatch,
                folder.QuestionnaireFile,
                null,
                null,
                $"Its url and version must be {expected} and {folder.Version}, as its folder says."
            );
        }

        foreach (
            var issue in folder
                .Instrument.All.Where(Factor.IsPresence)
                .SelectMany(question => CheckFactor(library, folder, question))
        )
        {
            yield return issue;
        }
    }

    private static IEnumerable<ContentIssue> CheckFactor(
        ContentLibrary library,
        InstrumentFolder folder,
        ItemDefinition question
    )
    {
        var file = folder.QuestionnaireFile;
        if (
            Words.FromCode<FactorKind>(question.Parent?.ExtensionString(ContentUrls.FactorKind))
            is null
        )
        {
            yield return new(
                ContentCodes.FactorKindMissing,
                file,
                question.LinkId,
                null,
                "The group around it must say factor-kind: harm-sign, risk, vulnerability or protection."
            );
        }

        var why = Factor.Help(question, "why");
        if (string.IsNullOrWhiteSpace(why?.Text))
        {
            yield return new(
                ContentCodes.WhyMissing,
                file,
                question.LinkId,
                null,
                "Say why it matters: a help text of help-kind why."
            );
        }
        else
        {
            var sources = why.ExtensionStrings(ContentUrls.Source);
            foreach (var issue in ReferenceChecks.Cited(library, file, why.LinkId, sources))
            {
                yield return issue;
            }
        }

        if (string.IsNullOrWhiteSpace(Factor.Help(question, "not-sure")?.Text))
        {
            yield return new(
                ContentCodes.NotSureMissing,
                file,
                question.LinkId,
                null,
                "Say how to tell and whom to ask: a help text of help-kind not-sure."
            );
        }
    }
}
