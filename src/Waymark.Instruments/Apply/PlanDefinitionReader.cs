namespace Waymark.Instruments;

/// <summary>Reads a PlanDefinition into rules that are not yet bound to an instrument.</summary>
internal sealed class PlanDefinitionReader
{
    private static readonly HashSet<string> PublicationStatuses =
    [
        "draft",
        "active",
        "retired",
        "unknown",
    ];

    private readonly List<RuleSource> _rules = [];
    private readonly Dictionary<string, string> _pathById = new(StringComparer.Ordinal);

    private PlanDefinitionReader() { }

    /// <summary>Reads the plan; what is wrong becomes a finding, and what could be read is returned all the same.</summary>
    internal static PlanSource Read(FhirElement plan)
    {
        PlanDefinitionElements.Root.Check(plan);
        if (
            plan.Needed("status", "The plan needs a status.") is { } status
            && !PublicationStatuses.Contains(status)
        )
        {
            plan.Error(
                IssueCodes.InvalidElement,
                "status",
                "The status must be draft, active, retired or unknown."
            );
        }

        var actions = plan.Children("action");
        if (actions.Count == 0)
        {
            plan.Error(
                IssueCodes.MissingElement,
                "action",
                "There are no rules: add at least one action."
            );
        }

        var reader = new PlanDefinitionReader();
        reader.ReadActions(actions, [], []);
        return new PlanSource(
            plan.Text("url"),
            plan.Text("version"),
            plan.Text("title") ?? plan.Text("name"),
            reader._rules
        );
    }

    private void ReadActions(
        List<FhirElement> actions,
        IReadOnlyList<string> groups,
        IReadOnlyList<ExpressionSource> conditionsAround
    )
    {
        foreach (var action in actions)
        {
            PlanDefinitionElements.Action.Check(action);
            CheckSelection(action);
            List<ExpressionSource> conditions = [.. conditionsAround, .. Conditions(action)];
            var within = action.Children("action");
            if (within.Count > 0)
            {
                CheckGroup(action);
                var title = action.Text("title");
                ReadActions(within, title is null ? groups : [.. groups, title], conditions);
            }
            else
            {
                ReadRule(action, groups, conditions);
            }
        }
    }

    private void ReadRule(
        FhirElement action,
        IReadOnlyList<string> groups,
        List<ExpressionSource> conditions
    )
    {
        var id = action.Needed(
            "id",
            "A rule needs an id, so that examples and records can name it."
        );
        if (id is not null && !_pathById.TryAdd(id, action.Path))
        {
            action.Error(
                IssueCodes.DuplicateRuleId,
                "id",
                $"The id {id} is also that of {_pathById[id]}. Give each rule its own."
            );
        }

        if (conditions.Count == 0)
        {
            action.Error(
                IssueCodes.RuleWithoutCondition,
                null,
                $"The rule {id} has no condition, nor has any action around it. If it always applies, say so with the condition true."
            );
        }

        _rules.Add(
            new RuleSource(
                id ?? "",
                action.Needed("title", "A rule needs a title: it is what people read.") ?? "",
                action.Text("description") ?? action.Text("textEquivalent"),
                action.Text("prefix"),
                Priority(action),
                groups,
                Codes(action),
                Documentation(action),
                conditions,
                Extensions(action),
                action.Path
            )
        );
    }

    private static List<ExpressionSource> Conditions(FhirElement action)
    {
        var read = new List<ExpressionSource>();
        foreach (var condition in action.Children("condition"))
        {
            PlanDefinitionElements.Condition.Check(condition);
            if (condition.Text("kind") is not "applicability")
            {
                condition.Error(
                    IssueCodes.NotSupported,
                    "kind",
                    "Only applicability conditions are honoured: the engine does not start or stop actions."
                );
            }
            else if (condition.Child("expression") is not { } expression)
            {
                condition.Error(
                    IssueCodes.MissingElement,
                    "expression",
                    "The condition has no expression."
                );
            }
            else if (Expression(expression) is { } source)
            {
                read.Add(source);
            }
        }

        return read;
    }

    private static ExpressionSource? Expression(FhirElement expression)
    {
        PlanDefinitionElements.Expression.Check(expression);
        if (expression.Text("language") is not "text/fhirpath")
        {
            expression.Error(
                IssueCodes.ExpressionLanguage,
                "language",
                "The condition must be FHIRPath, with the language text/fhirpath."
            );
            return null;
        }

        var text = expression.Needed("expression", "The condition has no expression.");
        return text is null ? null : new ExpressionSource(text, null, expression.Path);
    }

    private static RulePriority? Priority(FhirElement action)
    {
        switch (action.Text("priority"))
        {
            case null:
                return null;
            case "routine":
                return RulePriority.Routine;
            case "urgent":
                return RulePriority.Urgent;
            case "asap":
                return RulePriority.Asap;
            case "stat":
                return RulePriority.Stat;
            default:
                action.Error(
                    IssueCodes.InvalidElement,
                    "priority",
                    "The priority must be routine, urgent, asap or stat."
                );
                return null;
        }
    }

    private static List<CodingAnswer> Codes(FhirElement action) =>
        [
            .. action
                .Children("code")
                .SelectMany(concept => concept.Children("coding"))
                .Select(coding => ValueReader.Coding(coding.Json))
                .OfType<CodingAnswer>(),
        ];

    private static List<Citation> Documentation(FhirElement action)
    {
        var citations = new List<Citation>();
        foreach (var artifact in action.Children("documentation"))
        {
            PlanDefinitionElements.Citation.Check(artifact);
            if (
                artifact.Needed("type", "Documentation needs a type, such as citation.") is { } kind
            )
            {
                citations.Add(
                    new Citation(
                        kind,
                        artifact.Text("label"),
                        artifact.Text("display"),
                        artifact.Text("citation"),
                        artifact.Text("url"),
                        artifact.Text("resource")
                    )
                );
            }
        }

        return citations;
    }

    private static Dictionary<string, IReadOnlyList<string>> Extensions(FhirElement action) =>
        action
            .Children("extension")
            .Select(ReadExtension)
            .OfType<(string Url, string Value)>()
            .GroupBy(
                extension => extension.Url,
                extension => extension.Value,
                StringComparer.Ordinal
            )
            .ToDictionary(
                values => values.Key,
                values => (IReadOnlyList<string>)[.. values],
                StringComparer.Ordinal
            );

    private static (string Url, string Value)? ReadExtension(FhirElement extension)
    {
        if (extension.Needed("url", "An extension needs a url.") is not { } url)
        {
            return null;
        }

        if (url.StartsWith("http://hl7.org/fhir/", StringComparison.Ordinal))
        {
            extension.Error(
                IssueCodes.NotSupported,
                null,
                $"The extension {url} may change when the rule applies, and the engine does not honour it."
            );
            return null;
        }

        if (extension.ValueText() is not { } value)
        {
            extension.Error(
                IssueCodes.NotSupported,
                null,
                $"The extension {url} has no simple value. Rules carry text, numbers, dates, codes, and yes or no."
            );
            return null;
        }

        return (url, value);
    }

    private static void CheckSelection(FhirElement action)
    {
        if (action.Text("selectionBehavior") is { } behaviour && behaviour != "any")
        {
            action.Error(
                IssueCodes.NotSupported,
                "selectionBehavior",
                $"selectionBehavior {behaviour} asks for a choice among actions, which the engine does not make. Leave it out, or use any."
            );
        }
    }

    private static void CheckGroup(FhirElement action)
    {
        foreach (var name in (string[])["documentation", "priority", "code", "extension"])
        {
            if (action.Has(name))
            {
                action.Error(
                    IssueCodes.RulePropertyOnGroup,
                    name,
                    $"This action only groups others, so its {name} would reach nobody. Put it on the actions within."
                );
            }
        }
    }
}
