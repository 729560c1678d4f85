using Xunit;

namespace Waymark.Instruments.Tests.Apply;

/// <summary>A small instrument for rules: two presence questions, one of them conditional, and a repeating group.</summary>
internal static class Worry
{
    public const string System = "https://waymark.example/fhir/CodeSystem/presence";

    public static readonly Instrument Instrument = Loaded(
        Instruments.Instrument.Load(
            """
            {
              "resourceType": "Questionnaire",
              "url": "https://waymark.example/fhir/Questionnaire/worry",
              "version": "1.0.0",
              "title": "Worry",
              "status": "active",
              "extension": [
                { "url": "http://hl7.org/fhir/StructureDefinition/variable",
                  "valueExpression": { "name": "here", "language": "text/fhirpath",
                    "expression": "%resource.item.where(linkId='a1').answer.value.code" } }
              ],
              "item": [
                { "linkId": "a1", "text": "Is the child in danger now?", "type": "choice", "answerOption": [
                  { "valueCoding": { "system": "https://waymark.example/fhir/CodeSystem/presence", "code": "yes", "display": "Yes" } },
                  { "valueCoding": { "system": "https://waymark.example/fhir/CodeSystem/presence", "code": "suspected", "display": "Suspected" } },
                  { "valueCoding": { "system": "https://waymark.example/fhir/CodeSystem/presence", "code": "no", "display": "No" } } ] },
                { "linkId": "a1.date", "text": "Since when?", "type": "date",
                  "enableWhen": [ { "question": "a1", "operator": "=", "answerCoding": { "system": "https://waymark.example/fhir/CodeSystem/presence", "code": "yes" } } ] },
                { "linkId": "age", "text": "How old is the child?", "type": "integer" },
                { "linkId": "contacts", "text": "Contacts", "type": "group", "repeats": true, "item": [
                  { "linkId": "contacts.known", "text": "Is the contact known?", "type": "boolean" } ] }
              ]
            }
            """
        )
    );

    public static CodingAnswer Code(string code) => new(System, code, null);

    public static Form Open(params (string Path, AnswerValue Value)[] answers)
    {
        var form = Form.Start(
            Instrument,
            new EvaluationContext(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero))
        );
        foreach (var (path, value) in answers)
        {
            Assert.Empty(form.Set(ItemPath.Parse(path), [value]).Issues);
        }

        return form;
    }

    /// <summary>A plan of one rule per condition, named r1, r2, …</summary>
    public static string Plan(params string[] conditions) =>
        PlanOf([.. conditions.Select((condition, i) => Action($"r{i + 1}", condition))]);

    public static string PlanOf(params string[] actions) =>
        $$"""{ "resourceType": "PlanDefinition", "status": "active", "action": [{{string.Join(',', actions)}}] }""";

    public static string Action(string id, string condition, string more = "") =>
        $$"""
            { "id": "{{id}}", "title": "Rule {{id}}", {{more}}
              "condition": [ { "kind": "applicability", "expression": { "language": "text/fhirpath", "expression": "{{condition}}" } } ] }
            """;

    public static RuleSet Rules(params string[] conditions) =>
        Loaded(RuleSet.Load(Plan(conditions), Instrument));

    public static T Loaded<T>(LoadResult<T> result)
        where T : class
    {
        Assert.DoesNotContain(result.Issues, issue => issue.Severity == IssueSeverity.Error);
        return result.Value!;
    }

    /// <summary>What a broken plan is refused with; also that it was refused, and only then.</summary>
    public static IEnumerable<(string Code, string? Path)> Errors<T>(LoadResult<T> result)
        where T : class
    {
        Assert.Null(result.Value);
        return result
            .Issues.Where(issue => issue.Severity == IssueSeverity.Error)
            .Select(issue => (issue.Code, issue.Path));
    }
}
