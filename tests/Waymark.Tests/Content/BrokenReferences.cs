using System.Text.Json.Nodes;
using Waymark.Content;

namespace Waymark.Tests.Content;

/// <summary>Sources, routes, words, published versions: each broken in one way.</summary>
internal static class BrokenReferences
{
    internal static IReadOnlyList<Breakage> All { get; } =
    [
        new(
            "sources file gone",
            ContentCodes.FileMissing,
            "reference/sources.json",
            null,
            null,
            content => content.Without("reference/sources.json")
        ),
        new(
            "sources file cut off",
            ContentCodes.FileUnreadable,
            "reference/sources.json",
            "$.about",
            null,
            content => content.With("reference/sources.json", """{ "about": "For te""")
        ),
        new(
            "route without a name",
            ContentCodes.FileUnreadable,
            "routes/england.json",
            "$.routes[0]",
            null,
            content =>
                content.Edit(
                    "routes/england.json",
                    file => file["routes"]![0]!.AsObject().Remove("name")
                )
        ),
        new(
            "two routes of one id",
            ContentCodes.DuplicateId,
            "routes/england.json",
            "help",
            null,
            content =>
                content.Edit(
                    "routes/england.json",
                    file => file["routes"]!.AsArray().Add(file["routes"]![0]!.DeepClone())
                )
        ),
        new(
            "checked by nobody",
            ContentCodes.ValueMissing,
            "routes/england.json",
            "help",
            null,
            content =>
                content.Edit(
                    "routes/england.json",
                    file => file["routes"]![0]!["lastChecked"] = "2026-11-20"
                )
        ),
        new(
            "pattern that looks behind",
            ContentCodes.ValueUnknown,
            "reference/language.json",
            "stranger-danger",
            null,
            content =>
                content.Edit(
                    "reference/language.json",
                    file => file["suggestions"]![0]!["patterns"]!.AsArray().Add("(?<!no )danger")
                )
        ),
        new(
            "route citing nothing that exists",
            ContentCodes.SourceUnknown,
            "routes/england.json",
            "help",
            null,
            content =>
                content.Edit(
                    "routes/england.json",
                    file => file["routes"]![0]!["sources"] = new JsonArray("hearsay")
                )
        ),
        new(
            "banned words in a route",
            ContentCodes.BannedWording,
            "routes/england.json",
            "help",
            null,
            content =>
                content.Edit(
                    "routes/england.json",
                    file => file["routes"]![0]!["does"] = new JsonArray("Teaches stranger danger")
                )
        ),
        new(
            "banned words in guidance",
            ContentCodes.BannedWording,
            "guidance/phones.md",
            null,
            null,
            content =>
                content.With(
                    "guidance/phones.md",
                    "# Phones\n\nSay \"people you know\", not \"stranger danger\".\nTeach stranger danger.\n"
                )
        ),
        new(
            "published and edited",
            ContentCodes.PublishedEdited,
            Breaking.Safety + "questionnaire.json",
            null,
            null,
            content =>
                content.Publish().EditFactor("a1", group => group["text"] = "Danger").Approved()
        ),
        new(
            "published and gone",
            ContentCodes.FileMissing,
            "instruments/surveys/old/1.0.0/questionnaire.json",
            null,
            null,
            content =>
                content.Edit(
                    "published.json",
                    file =>
                        file["published"] = new JsonArray(
                            new JsonObject
                            {
                                ["folder"] = "instruments/surveys/old/1.0.0",
                                ["on"] = "2026-11-01",
                                ["files"] = new JsonObject { ["questionnaire.json"] = "00" },
                            }
                        )
                )
        ),
    ];
}
