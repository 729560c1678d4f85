using Waymark.Components.Questions;
using Waymark.Instruments;
using Xunit;

namespace Waymark.Tests.Components.Questions;

/// <summary>Small forms to show questions of, and the page that shows them.</summary>
internal static class QuestionForms
{
    /// <summary>Opens a form of these items, each a FHIR JSON object.</summary>
    internal static Form Open(params string[] items)
    {
        var loaded = Instrument.Load(
            $$"""
            {
              "resourceType": "Questionnaire",
              "url": "https://waymark.example/fhir/Questionnaire/test",
              "version": "1.0.0",
              "status": "active",
              "title": "Test",
              "item": [{{string.Join(",\n", items)}}]
            }
            """
        );
        Assert.DoesNotContain(loaded.Issues, issue => issue.Severity == IssueSeverity.Error);
        return Form.Start(loaded.Value!, new(new(2026, 11, 24, 16, 50, 0, TimeSpan.Zero)));
    }

    /// <summary>A factor as our assessments ask it: presence, then what is asked only after yes or suspected.</summary>
    internal const string Factor = """
        {
          "linkId": "b1", "prefix": "B1", "type": "choice", "text": "Has anything been said or done?",
          "answerOption": [
            { "valueCoding": { "system": "urn:presence", "code": "yes", "display": "Yes" } },
            { "valueCoding": { "system": "urn:presence", "code": "suspected", "display": "Suspected" } },
            { "valueCoding": { "system": "urn:presence", "code": "no", "display": "No" } }
          ],
          "item": [
            {
              "linkId": "b1.why", "type": "display", "text": "It is harm, whatever the screen.",
              "extension": [
                {
                  "url": "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl",
                  "valueCodeableConcept": {
                    "coding": [{ "system": "http://hl7.org/fhir/questionnaire-item-control", "code": "help" }]
                  }
                },
                { "url": "https://waymark.example/fhir/StructureDefinition/help-kind", "valueCode": "why" },
                { "url": "https://waymark.example/fhir/StructureDefinition/source", "valueString": "report-1" }
              ]
            }
          ]
        },
        {
          "linkId": "b1.what", "type": "text", "text": "What is known?", "maxLength": 400, "enableBehavior": "any",
          "enableWhen": [
            { "question": "b1", "operator": "=", "answerCoding": { "system": "urn:presence", "code": "yes" } },
            { "question": "b1", "operator": "=", "answerCoding": { "system": "urn:presence", "code": "suspected" } }
          ]
        },
        {
          "linkId": "b1.date", "type": "date", "text": "When?", "enableBehavior": "any",
          "enableWhen": [
            { "question": "b1", "operator": "=", "answerCoding": { "system": "urn:presence", "code": "yes" } },
            { "question": "b1", "operator": "=", "answerCoding": { "system": "urn:presence", "code": "suspected" } }
          ]
        },
        { "linkId": "b1.talk-over", "type": "boolean", "text": "I want to talk this over" }
        """;

    internal static readonly CodingAnswer Yes = new("urn:presence", "yes", "Yes");

    internal static readonly CodingAnswer No = new("urn:presence", "no", "No");

    internal static QuestionsOptions Page(Form form) =>
        new() { Form = form, Items = form.TopLevel };

    internal static Task<string> Html(QuestionsOptions page) =>
        Rendered.Html<QuestionPage>(new() { ["Options"] = page });
}
