using System.Text.Json.Nodes;
using Waymark.Content;

namespace Waymark.Tests.Content;

/// <summary>Questionnaires, each broken in one way.</summary>
internal static class BrokenInstruments
{
    internal static IReadOnlyList<Breakage> All { get; } =
    [
        new(
            "other url",
            ContentCodes.NameMismatch,
            Breaking.Safety + "questionnaire.json",
            null,
            null,
            content =>
                content.Edit(
                    Breaking.Safety + "questionnaire.json",
                    file => file["url"] = "https://waymark.example/fhir/Questionnaire/other"
                )
        ),
        new(
            "factor without kind",
            ContentCodes.FactorKindMissing,
            Breaking.Safety + "questionnaire.json",
            "a1",
            null,
            content => content.EditFactor("a1", group => group.Remove("extension"))
        ),
        new(
            "factor of unknown kind",
            ContentCodes.FactorKindMissing,
            Breaking.Safety + "questionnaire.json",
            "a1",
            null,
            content =>
                content.EditFactor(
                    "a1",
                    group => group.SetExtension("factor-kind", "valueCode", "worry")
                )
        ),
        new(
            "no why",
            ContentCodes.WhyMissing,
            Breaking.Safety + "questionnaire.json",
            "a1",
            null,
            content =>
                content.EditFactor("a1", group => group["item"]![0]!["item"]!.AsArray().RemoveAt(0))
        ),
        new(
            "no not-sure",
            ContentCodes.NotSureMissing,
            Breaking.Safety + "questionnaire.json",
            "a1",
            null,
            content =>
                content.EditFactor("a1", group => group["item"]![0]!["item"]!.AsArray().RemoveAt(1))
        ),
        new(
            "banned words in a question",
            ContentCodes.BannedWording,
            Breaking.Safety + "questionnaire.json",
            "a1",
            null,
            content =>
                content
                    .EditFactor(
                        "a1",
                        group =>
                            group["item"]![0]!["text"] =
                                "Did anyone teach the child stranger danger?"
                    )
                    .Approved()
        ),
        new(
            "other wording",
            ContentCodes.WordingNotApproved,
            Breaking.Safety + "wording.approved.txt",
            null,
            null,
            content =>
                content.EditFactor("a1", group => group["item"]![0]!["text"] = "Is the child safe?")
        ),
        new(
            "questions in a circle",
            "engine:cycle",
            Breaking.Safety + "questionnaire.json",
            "a1",
            null,
            content =>
                content.EditFactor(
                    "a1",
                    group =>
                        group["item"]![0]!.AsObject()["enableWhen"] = Breaking.When(
                            "a1.note",
                            "exists",
                            "answerBoolean",
                            true
                        )
                )
        ),
        new(
            "question never asked",
            "engine:unreachable",
            Breaking.Safety + "questionnaire.json",
            "a1.note",
            null,
            content =>
                content.EditFactor(
                    "a1",
                    group =>
                    {
                        var note = group["item"]![1]!.AsObject();
                        note.Remove("enableBehavior");
                        note["enableWhen"] = Breaking.When(
                            "a1",
                            "=",
                            "answerCoding",
                            new JsonObject { ["system"] = ContentUrls.Presence, ["code"] = "maybe" }
                        );
                    }
                )
        ),
    ];
}
