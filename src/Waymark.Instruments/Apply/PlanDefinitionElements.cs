namespace Waymark.Instruments;

/// <summary>Every element of an R4 <c>PlanDefinition</c> that the engine knows: read, of no effect here, or refused.</summary>
/// <remarks>
/// An element that decides who acts, when, or which of several actions, would be lost without a word if it were skipped; so it is refused.
/// </remarks>
internal static class PlanDefinitionElements
{
    private static readonly HashSet<string> RootRead =
    [
        "resourceType",
        "url",
        "version",
        "name",
        "title",
        "status",
        "action",
    ];

    // About the plan, not of it; extensions on the whole plan are the application's.
    private static readonly HashSet<string> RootIgnored =
    [
        "id",
        "meta",
        "language",
        "text",
        "extension",
        "identifier",
        "subtitle",
        "type",
        "experimental",
        "subjectCodeableConcept",
        "subjectReference",
        "date",
        "publisher",
        "contact",
        "description",
        "useContext",
        "jurisdiction",
        "purpose",
        "usage",
        "copyright",
        "approvalDate",
        "lastReviewDate",
        "effectivePeriod",
        "topic",
        "author",
        "editor",
        "reviewer",
        "endorser",
        "relatedArtifact",
    ];

    private static readonly Dictionary<string, string> RootRefused = new(StringComparer.Ordinal)
    {
        ["modifierExtension"] = "it may turn the meaning of the plan into its opposite",
        ["implicitRules"] = "rules that are not at hand may change the meaning of everything",
        ["contained"] = "nothing contained is read",
        ["library"] =
            "conditions are FHIRPath over the response; logic in libraries is not evaluated",
        ["goal"] = "goals belong to the plan that a person makes",
    };

    private static readonly HashSet<string> ActionRead =
    [
        "id",
        "extension",
        "prefix",
        "title",
        "description",
        "textEquivalent",
        "priority",
        "code",
        "documentation",
        "condition",
        "action",
        "selectionBehavior",
    ];

    private static readonly HashSet<string> ActionIgnored = ["groupingBehavior", "reason"];

    private static readonly Dictionary<string, string> ActionRefused = BecauseUnseen(
        "modifierExtension",
        "goalId",
        "subjectCodeableConcept",
        "subjectReference",
        "trigger",
        "input",
        "output",
        "relatedAction",
        "timingDateTime",
        "timingAge",
        "timingPeriod",
        "timingDuration",
        "timingRange",
        "timingTiming",
        "participant",
        "type",
        "requiredBehavior",
        "precheckBehavior",
        "cardinalityBehavior",
        "definitionCanonical",
        "definitionUri",
        "transform",
        "dynamicValue"
    );

    private static readonly HashSet<string> ConditionRead = ["id", "kind", "expression"];

    private static readonly HashSet<string> ExpressionRead =
    [
        "id",
        "description",
        "name",
        "language",
        "expression",
    ];

    private static readonly HashSet<string> CitationRead =
    [
        "id",
        "type",
        "label",
        "display",
        "citation",
        "url",
        "resource",
    ];

    private static readonly HashSet<string> Nothing = [];

    internal static ElementTable Root { get; } = new(RootRead, RootIgnored, RootRefused);

    internal static ElementTable Action { get; } = new(ActionRead, ActionIgnored, ActionRefused);

    internal static ElementTable Condition { get; } =
        new(ConditionRead, Nothing, BecauseUnseen("extension", "modifierExtension"));

    internal static ElementTable Expression { get; } =
        new(ExpressionRead, Nothing, BecauseUnseen("extension", "reference"));

    internal static ElementTable Citation { get; } =
        new(CitationRead, Nothing, BecauseUnseen("extension", "document"));

    private static Dictionary<string, string> BecauseUnseen(params string[] names) =>
        names.ToDictionary(
            name => name,
            _ => "the engine does not act on it, so its meaning would be lost",
            StringComparer.Ordinal
        );
}
