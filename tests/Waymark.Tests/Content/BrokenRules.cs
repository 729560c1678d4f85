using Waymark.Content;

namespace Waymark.Tests.Content;

/// <summary>Rules, each broken in one way.</summary>
internal static class BrokenRules
{
    internal static IReadOnlyList<Breakage> All { get; } =
    [
        new(
            "no reason",
            ContentCodes.ValueMissing,
            Breaking.Assessment + "rules.json",
            null,
            "concern.a2",
            content =>
                content.EditRule(
                    Breaking.Assessment,
                    "concern.a2",
                    rule => rule["description"] = " "
                )
        ),
        new(
            "no urgency",
            ContentCodes.ValueMissing,
            Breaking.Safety + "rules.json",
            null,
            "dont.look",
            content =>
                content.EditRule(
                    Breaking.Safety,
                    "dont.look",
                    rule => rule.RemoveExtension("urgency")
                )
        ),
        new(
            "no section",
            ContentCodes.ValueMissing,
            Breaking.Assessment + "rules.json",
            null,
            "concern.a2",
            content =>
                content.EditRule(
                    Breaking.Assessment,
                    "concern.a2",
                    rule => rule.RemoveExtension("section")
                )
        ),
        new(
            "nothing that speaks against a concern",
            ContentCodes.ValueMissing,
            Breaking.Assessment + "rules.json",
            null,
            "concern.a2",
            content =>
                content.EditRule(
                    Breaking.Assessment,
                    "concern.a2",
                    rule => rule.RemoveExtension("speaks-against")
                )
        ),
        new(
            "unknown kind of rule",
            ContentCodes.ValueUnknown,
            Breaking.Safety + "rules.json",
            null,
            "dont.look",
            content =>
                content.EditRule(
                    Breaking.Safety,
                    "dont.look",
                    rule => rule.SetExtension("rule-kind", "valueCode", "advice")
                )
        ),
        new(
            "citation to nothing",
            ContentCodes.SourceUnknown,
            Breaking.Safety + "rules.json",
            null,
            "dont.look",
            content =>
                content.EditRule(
                    Breaking.Safety,
                    "dont.look",
                    rule => rule["documentation"]![0]!["label"] = "hearsay"
                )
        ),
        new(
            "other title",
            ContentCodes.SourceTitleDiffers,
            Breaking.Safety + "rules.json",
            "seen",
            "dont.look",
            content =>
                content.EditRule(
                    Breaking.Safety,
                    "dont.look",
                    rule => rule["documentation"]![0]!["display"] = "Another title"
                )
        ),
        new(
            "no citation",
            ContentCodes.SourceMissing,
            Breaking.Safety + "rules.json",
            null,
            "dont.look",
            content =>
                content.EditRule(Breaking.Safety, "dont.look", rule => rule.Remove("documentation"))
        ),
        new(
            "too sure",
            ContentCodes.StatusTooSure,
            Breaking.Safety + "rules.json",
            null,
            "dont.look",
            content =>
                content.EditRule(
                    Breaking.Safety,
                    "dont.look",
                    rule => rule.Cite("unseen", "What everybody knows")
                )
        ),
        new(
            "route to nothing",
            ContentCodes.RouteUnknown,
            Breaking.Safety + "rules.json",
            "nowhere",
            "dont.look",
            content =>
                content.EditRule(
                    Breaking.Safety,
                    "dont.look",
                    rule => rule.AddExtension("route", "valueCode", "nowhere")
                )
        ),
        new(
            "unknown law switch",
            ContentCodes.LawSwitchUnknown,
            Breaking.Safety + "rules.json",
            "nothing",
            "dont.look",
            content =>
                content.EditRule(
                    Breaking.Safety,
                    "dont.look",
                    rule => rule.AddExtension("law-switch", "valueCode", "nothing")
                )
        ),
        new(
            "no law switch",
            ContentCodes.LawSwitchMissing,
            Breaking.Safety + "rules.json",
            "duty",
            "dont.look",
            content =>
                content.EditRule(
                    Breaking.Safety,
                    "dont.look",
                    rule => rule.Cite("law", "An Act that begins on a date")
                )
        ),
        new(
            "speaks against nothing",
            ContentCodes.ItemUnknown,
            Breaking.Assessment + "rules.json",
            "z9",
            "concern.a2",
            content =>
                content.EditRule(
                    Breaking.Assessment,
                    "concern.a2",
                    rule => rule.SetExtension("speaks-against", "valueCode", "z9")
                )
        ),
        new(
            "one id, two actions",
            ContentCodes.RuleDiffers,
            Breaking.Safety + "rules.json",
            null,
            "act.write",
            content =>
                content
                    .EditRule(
                        Breaking.Safety,
                        "act.write",
                        rule => rule["title"] = "Write nothing down"
                    )
                    .Approved()
        ),
        new(
            "banned words in a rule",
            ContentCodes.BannedWording,
            Breaking.Assessment + "rules.json",
            null,
            "concern.a2",
            content =>
                content
                    .EditRule(
                        Breaking.Assessment,
                        "concern.a2",
                        rule => rule["description"] = "Stranger danger was not taught."
                    )
                    .Approved()
        ),
        new(
            "condition that cannot be read",
            "engine:expression-syntax",
            Breaking.Safety + "rules.json",
            null,
            "act.call",
            content => content.EditCondition("act.call", "where(")
        ),
        new(
            "condition on no question",
            "engine:expression-unknown-link-id",
            Breaking.Safety + "rules.json",
            null,
            "act.call",
            content =>
                content.EditCondition(
                    "act.call",
                    "%resource.repeat(item).where(linkId='z9').answer.value.code = 'yes'"
                )
        ),
        new(
            "condition with an unknown function",
            "engine:expression-unknown-function",
            Breaking.Safety + "rules.json",
            null,
            "act.call",
            content => content.EditCondition("act.call", "%resource.item.divine()")
        ),
    ];
}
