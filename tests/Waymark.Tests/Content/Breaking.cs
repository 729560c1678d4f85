using System.Text.Json.Nodes;
using Waymark.Content;

namespace Waymark.Tests.Content;

/// <summary>Ways to break one thing in the small content.</summary>
internal static class Breaking
{
    internal const string Safety = "instruments/safety/safety-check/1.0.0/";
    internal const string Assessment = "instruments/assessments/online-harm/1.0.0/";

    private const string Extension = "https://waymark.example/fhir/StructureDefinition/";

    internal static ContentSnapshot EditRule(
        this ContentSnapshot content,
        string folder,
        string rule,
        Action<JsonObject> edit
    ) =>
        content.Edit(
            folder + "rules.json",
            file =>
                edit(
                    file["action"]!
                        .AsArray()
                        .First(action => (string)action!["id"]! == rule)!
                        .AsObject()
                )
        );

    /// <summary>Edits the group of a factor in the safety check.</summary>
    internal static ContentSnapshot EditFactor(
        this ContentSnapshot content,
        string factor,
        Action<JsonObject> edit
    ) =>
        content.Edit(
            Safety + "questionnaire.json",
            file =>
                edit(
                    file["item"]!
                        .AsArray()
                        .First(item => (string)item!["linkId"]! == "factor." + factor)!
                        .AsObject()
                )
        );

    /// <summary>Edits the examples of a rule of the assessment.</summary>
    internal static ContentSnapshot EditExamples(
        this ContentSnapshot content,
        string rule,
        Action<JsonObject> edit
    ) =>
        content.Edit(
            Assessment + "examples.json",
            file =>
                edit(
                    file["rules"]!
                        .AsArray()
                        .First(examples => (string)examples!["id"]! == rule)!
                        .AsObject()
                )
        );

    /// <summary>Gives a rule of the safety check another condition.</summary>
    internal static ContentSnapshot EditCondition(
        this ContentSnapshot content,
        string rule,
        string condition
    ) =>
        content.EditRule(
            Safety,
            rule,
            action => action["condition"]![0]!["expression"]!["expression"] = condition
        );

    internal static ContentSnapshot Publish(this ContentSnapshot content) =>
        content.With(
            ContentApproval.PublishedFile,
            ContentApproval.Publish(
                content,
                "instruments/safety/safety-check/1.0.0",
                new DateOnly(2026, 11, 24)
            )!
        );

    internal static void RemoveExtension(this JsonObject element, string name)
    {
        var extensions = element["extension"]!.AsArray();
        extensions.Remove(
            extensions.First(extension => (string)extension!["url"]! == Extension + name)
        );
    }

    internal static void AddExtension(
        this JsonObject element,
        string name,
        string type,
        string value
    ) =>
        element["extension"]!
            .AsArray()
            .Add(new JsonObject { ["url"] = Extension + name, [type] = value });

    internal static void SetExtension(
        this JsonObject element,
        string name,
        string type,
        string value
    )
    {
        element.RemoveExtension(name);
        element.AddExtension(name, type, value);
    }

    internal static void Cite(this JsonObject rule, string source, string title) =>
        rule["documentation"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "citation",
                ["label"] = source,
                ["display"] = title,
            }
        );

    /// <summary>One condition for <c>enableWhen</c>.</summary>
    internal static JsonArray When(
        string question,
        string comparison,
        string answer,
        JsonNode value
    ) =>
        [
            new JsonObject
            {
                ["question"] = question,
                ["operator"] = comparison,
                [answer] = value,
            },
        ];
}
