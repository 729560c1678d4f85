using System.Text.Json.Nodes;
using Waymark.Content;

namespace Waymark.Tests.Content;

/// <summary>Examples and case studies, each broken in one way.</summary>
internal static class BrokenCases
{
    internal static IReadOnlyList<Breakage> All { get; } =
    [
        new(
            "no passing example",
            ContentCodes.ExamplePassingMissing,
            Breaking.Assessment + "examples.json",
            null,
            "concern.a2",
            content =>
                content.EditExamples(
                    "concern.a2",
                    examples => examples["passing"] = new JsonArray()
                )
        ),
        new(
            "no failing example",
            ContentCodes.ExampleFailingMissing,
            Breaking.Assessment + "examples.json",
            null,
            "concern.a2",
            content =>
                content.EditExamples(
                    "concern.a2",
                    examples => examples["failing"] = new JsonArray()
                )
        ),
        new(
            "no examples at all",
            ContentCodes.ExamplePassingMissing,
            Breaking.Assessment + "examples.json",
            null,
            "concern.a2",
            content =>
                content.Edit(
                    Breaking.Assessment + "examples.json",
                    file =>
                        file["rules"]!
                            .AsArray()
                            .Remove(
                                file["rules"]!
                                    .AsArray()
                                    .First(rule => (string)rule!["id"]! == "concern.a2")
                            )
                )
        ),
        new(
            "example missing for half of a condition",
            ContentCodes.ExampleItemUnseen,
            Breaking.Safety + "examples.json",
            "a2",
            "act.call",
            content =>
                content.EditCondition(
                    "act.call",
                    "%resource.repeat(item).where(linkId='a1').answer.value.code in ('yes' | 'suspected')"
                        + " or %resource.repeat(item).where(linkId='a2').answer.value.code = 'yes'"
                )
        ),
        new(
            "example that misbehaves",
            ContentCodes.ExampleMisbehaves,
            Breaking.Assessment + "examples.json",
            null,
            "concern.a2",
            content =>
                content.EditExamples(
                    "concern.a2",
                    examples =>
                        examples["failing"]![0]!["answers"]![0]!["value"]!["valueCoding"]!["code"] =
                            "suspected"
                )
        ),
        new(
            "example with an answer not offered",
            ContentCodes.AnswersRefused,
            Breaking.Assessment + "examples.json",
            "a2",
            "concern.a2",
            content =>
                content.EditExamples(
                    "concern.a2",
                    examples =>
                        examples["failing"]![0]!["answers"]![0]!["value"]!["valueCoding"]!["code"] =
                            "maybe"
                )
        ),
        new(
            "examples of no rule",
            ContentCodes.RuleUnknown,
            Breaking.Assessment + "examples.json",
            null,
            "concern.z9",
            content =>
                content.Edit(
                    Breaking.Assessment + "examples.json",
                    file =>
                        file["rules"]!
                            .AsArray()
                            .Add(
                                new JsonObject
                                {
                                    ["id"] = "concern.z9",
                                    ["passing"] = new JsonArray(),
                                    ["failing"] = new JsonArray(),
                                }
                            )
                )
        ),
        new(
            "essential action that does not come",
            ContentCodes.EssentialMissing,
            "case-studies/v01.json",
            null,
            "concern.z9",
            content =>
                content.Edit(
                    "case-studies/v01.json",
                    file => file["essential"]![0]!["rules"]!.AsArray().Add("concern.z9")
                )
        ),
        new(
            "essential action of other urgency",
            ContentCodes.EssentialMissing,
            "case-studies/v01.json",
            null,
            "act.call",
            content =>
                content.Edit(
                    "case-studies/v01.json",
                    file => file["essential"]![0]!["urgency"] = "this-week"
                )
        ),
        new(
            "pattern that is none",
            ContentCodes.ValueUnknown,
            "case-studies/v01.json",
            "(",
            null,
            content =>
                content.Edit(
                    "case-studies/v01.json",
                    file => file["unsafe"]![0]!["mustNotMatch"] = new JsonArray("(")
                )
        ),
        new(
            "unsafe action suggested",
            ContentCodes.UnsafeSuggested,
            "case-studies/v01.json",
            null,
            "act.call",
            content =>
                content.Edit(
                    "case-studies/v01.json",
                    file => file["unsafe"]![0]!["mustNotMatch"] = new JsonArray("^call")
                )
        ),
        new(
            "alarm in a calm case",
            ContentCodes.FalseAlarm,
            "case-studies/v00.json",
            null,
            "act.call",
            content =>
                content.Edit(
                    "case-studies/v00.json",
                    file => file["assessment"]![0]!["value"]!["valueCoding"]!["code"] = "yes"
                )
        ),
    ];
}
