using System.Text.Json.Nodes;

namespace Waymark.Instruments;

/// <summary>Turns the draft of a form on one version into a draft on another, and opens that.</summary>
internal sealed class MigrationRun
{
    private readonly MigrationPlan _plan;
    private readonly Dictionary<(string LinkId, string Around), SourceItem> _given = [];
    private readonly Dictionary<(string LinkId, string Around), List<string>> _instances = [];
    private readonly List<InstrumentIssue> _issues = [];

    private MigrationRun(MigrationPlan plan) => _plan = plan;

    internal static MigratedForm Run(
        MigrationPlan plan,
        Form form,
        Instrument target,
        EvaluationContext context
    )
    {
        var run = new MigrationRun(plan);
        run.Collect(JsonNode.Parse(form.ToDraftJson())!, form.Instrument, "");
        var draft = new JsonObject
        {
            ["resourceType"] = "QuestionnaireResponse",
            ["questionnaire"] = $"{target.Url}|{target.Version}",
            ["status"] = "in-progress",
        };
        if (run.Build(target.Items, "") is { Count: > 0 } items)
        {
            draft["item"] = items;
        }

        run.ReportLeftBehind(form.Instrument);
        var opened = Form.Resume(target, draft.ToJsonString(), context);
        return new MigratedForm(
            opened.Value
                ?? throw new InvalidOperationException(
                    "A draft that the migration itself wrote could not be opened: "
                        + string.Join("; ", opened.Issues.Select(issue => issue.Text))
                ),
            [.. run._issues, .. opened.Issues]
        );
    }

    /// <summary>Lays out the source: each item by its linkId and the occurrences around it.</summary>
    private void Collect(JsonNode parent, Instrument source, string around)
    {
        foreach (var item in parent["item"]?.AsArray() ?? [])
        {
            var linkId = item!["linkId"]!.GetValue<string>();
            if (source.Find(linkId) is not { } definition)
            {
                continue;
            }

            if (!definition.IsQuestion)
            {
                Collect(item, source, definition.Repeats ? NextInstance(linkId, around) : around);
                continue;
            }

            var answers = item["answer"]?.AsArray() ?? [];
            _given[(linkId, around)] = new SourceItem(definition, item.AsObject());
            for (var i = 0; i < answers.Count; i++)
            {
                Collect(
                    answers[i]!,
                    source,
                    definition.Repeats ? Occurrence(around, linkId, i) : around
                );
            }
        }
    }

    private string NextInstance(string linkId, string around)
    {
        if (!_instances.TryGetValue((linkId, around), out var instances))
        {
            _instances[(linkId, around)] = instances = [];
        }

        instances.Add(Occurrence(around, linkId, instances.Count));
        return instances[^1];
    }

    // Unambiguous, for the separators are encoded within an ItemPath.
    private static string Occurrence(string around, string linkId, int occurrence) =>
        $"{around}{new ItemPath(linkId, null, occurrence)}/";

    private JsonArray Build(IReadOnlyList<ItemDefinition> definitions, string around)
    {
        var items = new JsonArray();
        foreach (var definition in definitions)
        {
            if (definition.IsQuestion)
            {
                AddQuestion(definition, around, items);
            }
            else if (definition.Repeats)
            {
                var source = _plan.SourceOf.GetValueOrDefault(definition.LinkId);
                var instances = source is null
                    ? null
                    : _instances.GetValueOrDefault((source.LinkId, around));
                foreach (var instance in instances ?? [])
                {
                    items.Add(Group(definition, instance));
                }
            }
            else if (Group(definition, around) is { } group && group.ContainsKey("item"))
            {
                items.Add(group);
            }
        }

        return items;
    }

    private JsonObject Group(ItemDefinition definition, string around)
    {
        var group = new JsonObject { ["linkId"] = definition.LinkId };
        if (Build(definition.Items, around) is { Count: > 0 } items)
        {
            group["item"] = items;
        }

        return group;
    }

    private void AddQuestion(ItemDefinition definition, string around, JsonArray items)
    {
        if (
            _plan.SourceOf.GetValueOrDefault(definition.LinkId) is not { } source
            || !_given.TryGetValue((source.LinkId, around), out var given)
        )
        {
            return;
        }

        given.IsCarried = true;
        var answers = new JsonArray();
        var sourceAnswers = given.Item["answer"]?.AsArray() ?? [];
        for (var i = 0; i < sourceAnswers.Count; i++)
        {
            var within = source.Repeats ? Occurrence(around, source.LinkId, i) : around;
            if (
                Answer(definition, given.Definition, sourceAnswers[i]!.AsObject(), within) is
                { } answer
            )
            {
                answers.Add(answer);
            }
        }

        if (answers.Count == 0)
        {
            return;
        }

        var item = new JsonObject { ["linkId"] = definition.LinkId };
        if (given.Item["extension"] is { } marks)
        {
            item["extension"] = marks.DeepClone();
        }

        item["answer"] = answers;
        items.Add(item);
    }

    private JsonObject? Answer(
        ItemDefinition to,
        ItemDefinition from,
        JsonObject given,
        string within
    )
    {
        var answer = new JsonObject();
        foreach (var (name, value) in given)
        {
            if (name != "item")
            {
                answer[name] = value?.DeepClone();
            }
        }

        if (
            given["valueCoding"] is JsonObject coding
            && MapCoding(to, from, coding, within) is var mapped
        )
        {
            if (mapped is null)
            {
                return null;
            }

            answer["valueCoding"] = mapped;
        }

        if (Build(to.Items, within) is { Count: > 0 } items)
        {
            answer["item"] = items;
        }

        return answer;
    }

    private JsonObject? MapCoding(
        ItemDefinition to,
        ItemDefinition from,
        JsonObject coding,
        string within
    )
    {
        var system = coding["system"]?.GetValue<string>() ?? "";
        var code = coding["code"]?.GetValue<string>() ?? "";
        if (!_plan.Codings.TryGetValue((system, code), out var decision))
        {
            return coding.DeepClone().AsObject();
        }

        if (decision.To is null)
        {
            Report(
                IssueCodes.MigrationLeftBehind,
                IssueSeverity.Information,
                from,
                within,
                decision.Why!
            );
            return null;
        }

        var option = to
            .Options.Select(option => option.Value)
            .OfType<CodingAnswer>()
            .FirstOrDefault(offered => offered == decision.To);
        var mapped = new JsonObject
        {
            ["system"] = decision.To.System,
            ["code"] = decision.To.Code,
        };
        if ((option?.Display ?? decision.To.Display) is { } display)
        {
            mapped["display"] = display;
        }

        return mapped;
    }

    private void ReportLeftBehind(Instrument source)
    {
        foreach (var ((linkId, around), given) in _given)
        {
            if (given.IsCarried || given.Definition.IsCalculated)
            {
                continue;
            }

            if (_plan.LeftBehind.TryGetValue(linkId, out var why))
            {
                Report(
                    IssueCodes.MigrationLeftBehind,
                    IssueSeverity.Information,
                    given.Definition,
                    around,
                    why
                );
            }
            else
            {
                Report(
                    IssueCodes.MigrationNotCarried,
                    IssueSeverity.Warning,
                    given.Definition,
                    around,
                    "The answer has a place in the new version, but what it stands within was not carried, so it could not be."
                );
            }
        }
    }

    private void Report(
        string code,
        IssueSeverity severity,
        ItemDefinition item,
        string around,
        string why
    )
    {
        var path = around + new ItemPath(item.LinkId);
        _issues.Add(
            new InstrumentIssue(
                code,
                severity,
                item.LinkId,
                path,
                $"The answer to \"{item.Text}\" was left behind: {why}"
            )
        );
    }

    private sealed class SourceItem(ItemDefinition definition, JsonObject item)
    {
        internal ItemDefinition Definition { get; } = definition;

        internal JsonObject Item { get; } = item;

        internal bool IsCarried { get; set; }
    }
}
