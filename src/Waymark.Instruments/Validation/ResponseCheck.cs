using System.Text.Json;

namespace Waymark.Instruments;

/// <summary>Judges a QuestionnaireResponse of any origin against its Questionnaire, as a recipient would.</summary>
public static class ResponseCheck
{
    private static readonly HashSet<string> Unfinished = ["in-progress", "stopped"];

    /// <summary>
    /// Everything wrong with a response: items and answers that do not fit, answers of disabled items, answers that break a rule, and, unless
    /// its status says that it is unfinished, what is missing.
    /// </summary>
    /// <param name="instrument">The exact version it was given against.</param>
    /// <param name="responseJson">FHIR R4 JSON; need not be trusted.</param>
    /// <param name="context">The moment, and what the application hands in.</param>
    /// <returns>The issues, those about places in the JSON first; none for a response that is right.</returns>
    public static IReadOnlyList<InstrumentIssue> Check(
        Instrument instrument,
        string responseJson,
        EvaluationContext context
    )
    {
        var opened = Form.Resume(instrument, responseJson, context);
        var issues = opened
            .Issues.Select(issue => issue with { Severity = IssueSeverity.Error })
            .ToList();
        if (opened.Value is not { } form)
        {
            return issues;
        }

        issues.AddRange(
            form.KeptButDisabled.Select(path => new InstrumentIssue(
                IssueCodes.DisabledAnswered,
                IssueSeverity.Error,
                path.LinkId,
                path.ToString(),
                "This is answered, and its conditions do not hold."
            ))
        );
        issues.AddRange(form.Issues);
        issues.AddRange(form.Validate(IsUnfinished(responseJson)));
        return issues;
    }

    private static bool IsUnfinished(string json)
    {
        using var document = JsonDocument.Parse(
            json,
            new JsonDocumentOptions { MaxDepth = DefinitionReader.MaxDepth * 2 }
        );
        return ValueReader.Text(document.RootElement, "status") is { } status
            && Unfinished.Contains(status);
    }
}
