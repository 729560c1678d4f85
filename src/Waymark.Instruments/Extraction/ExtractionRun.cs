using System.Text.Json;
using System.Text.Json.Nodes;
using Hl7.Fhir.Model;
using Hl7.Fhir.Serialization;
using Waymark.Instruments.Behavior;
using Waymark.Instruments.Expressions;

namespace Waymark.Instruments;

/// <summary>One extraction from one form.</summary>
internal sealed class ExtractionRun
{
    private static readonly JsonSerializerOptions Strict = new JsonSerializerOptions()
        .ForFhir(ModelInfo.ModelInspector)
        .UsingMode(DeserializationMode.Strict);

    private readonly Form _form;
    private readonly ExtractionContext _context;
    private readonly List<InstrumentIssue> _issues = [];
    private readonly Dictionary<(ItemInstance Instance, string Name), Node[]> _allocated = [];
    private JsonObject _bundle = new() { ["resourceType"] = "Bundle", ["type"] = "transaction" };

    internal ExtractionRun(Form form, ExtractionContext context)
    {
        _form = form;
        _context = context;
    }

    internal void Run(ExtractionPlan plan)
    {
        var root = _form.Tree.Root;
        root.Metadata = PocoElement.From(Metadata());
        try
        {
            if (
                plan.Bundle is { } bundle
                && TemplateFilling.FillResource(bundle, Scope(plan, root)) is { } filled
            )
            {
                _bundle = filled;
            }

            foreach (var template in plan.Resources)
            {
                foreach (var instance in template.Item is { } item ? Visible(item) : [root])
                {
                    Extract(template, Scope(plan, instance));
                }
            }

            var definitions = new DefinitionExtractionRun(
                plan.Definitions,
                instance => Scope(plan, instance),
                Report
            );
            foreach (var defined in plan.Definitions.Resources)
            {
                foreach (var instance in defined.Item is { } item ? Visible(item) : [root])
                {
                    AddResource(
                        definitions.Fill(defined, instance),
                        defined.Entry,
                        defined.Path,
                        Scope(plan, instance)
                    );
                }
            }

            foreach (var observed in plan.Observations)
            {
                foreach (var instance in Visible(observed.Item))
                {
                    AddObservations(observed, instance);
                }
            }
        }
        finally
        {
            root.Metadata = null;
        }
    }

    internal ExtractionResult Result() => new(_bundle.ToJsonString(), _issues);

    private IEnumerable<ItemInstance> Visible(ItemDefinition item) =>
        _form.Tree.InstancesOf(item).Where(instance => instance.IsVisible);

    private QuestionnaireResponse Metadata() =>
        new()
        {
            Id = _context.Response?.Split('/')[^1],
            Questionnaire = $"{_form.Instrument.Url}|{_form.Instrument.Version}",
            Status = QuestionnaireResponse.QuestionnaireResponseStatus.Completed,
            AuthoredElement = new FhirDateTime(_context.Authored),
            Subject = Reference(_context.Subject),
            Author = Reference(_context.Author),
        };

    private static ResourceReference? Reference(ReferenceAnswer? reference) =>
        reference is null ? null : new ResourceReference(reference.Reference, reference.Display);

    private ExtractionScope Scope(ExtractionPlan plan, ItemInstance instance)
    {
        var names = new Dictionary<string, Node[]>(StringComparer.Ordinal);
        for (var at = instance; ; at = at.Owner!.Instance)
        {
            var allocated = at.IsRoot
                ? plan.RootIds
                : plan.ItemIds.GetValueOrDefault(at.Definition) ?? [];
            foreach (var name in allocated)
            {
                if (!_allocated.TryGetValue((at, name), out var id))
                {
                    _allocated[(at, name)] = id = Atom.Just(
                        "urn:uuid:" + _context.NewId().ToString("D")
                    );
                }

                names[name] = id;
            }

            if (at.IsRoot)
            {
                break;
            }
        }

        var frame = new Frame
        {
            Tree = _form.Tree,
            Context = _form.Context,
            Scope = instance,
            Steps = _form.Context.StepBudget,
            Extra = names,
        };
        return new ExtractionScope(frame, instance, _context.NewId, _issues);
    }

    private void Extract(ResourceTemplate template, ExtractionScope scope)
    {
        if (TemplateFilling.FillResource(template.Template, scope) is not { } resource)
        {
            return;
        }

        if (Text(template.ResourceId, scope) is { } id)
        {
            resource["id"] = id;
        }

        AddResource(resource, template.Entry, template.Path, scope);
    }

    private void AddResource(
        JsonObject resource,
        BundleEntry entry,
        string path,
        ExtractionScope scope
    )
    {
        // FHIR has no resource with nothing in it.
        if (resource.Count == 1)
        {
            return;
        }

        var type = resource["resourceType"]!.GetValue<string>();
        var hasId = resource["id"] is not null;
        var request = new JsonObject
        {
            ["method"] = hasId ? "PUT" : "POST",
            ["url"] = hasId ? $"{type}/{resource["id"]!.GetValue<string>()}" : type,
        };
        foreach (var (name, condition) in entry.Conditions)
        {
            if (Text(condition, scope) is { } value)
            {
                request[name] = value;
            }
        }

        AddEntry(Text(entry.FullUrl, scope) ?? scope.NewUrn(), resource, request, path, scope.Item);
    }

    private void AddObservations(ObservedItem observed, ItemInstance instance)
    {
        foreach (var answer in instance.Answers)
        {
            if (answer.Given is not { } value)
            {
                continue;
            }

            if (Observations.Make(observed, value, _context) is { } observation)
            {
                AddEntry(
                    "urn:uuid:" + _context.NewId().ToString("D"),
                    observation,
                    new JsonObject { ["method"] = "POST", ["url"] = "Observation" },
                    observed.Item.JsonPath,
                    instance
                );
            }
            else
            {
                Report(
                    IssueCodes.ExtractionValueMismatch,
                    observed.Item.JsonPath,
                    "An observation cannot have such a value.",
                    instance
                );
            }
        }
    }

    private void AddEntry(
        string fullUrl,
        JsonObject resource,
        JsonObject request,
        string path,
        ItemInstance instance
    )
    {
        try
        {
            _ = JsonSerializer.Deserialize<Resource>(resource.ToJsonString(), Strict);
        }
        catch (DeserializationFailedException invalid)
        {
            Report(
                IssueCodes.ExtractedResourceInvalid,
                path,
                "The resource would not be valid, and was left out: "
                    + string.Join(" ", invalid.Exceptions.Select(problem => problem.Message)),
                instance
            );
            return;
        }

        if (_bundle["entry"] is not JsonArray entries)
        {
            _bundle["entry"] = entries = [];
        }

        entries.Add(
            new JsonObject
            {
                ["fullUrl"] = fullUrl,
                ["resource"] = resource,
                ["request"] = request,
            }
        );
    }

    private static string? Text(TemplateExpression? expression, ExtractionScope scope) =>
        expression?.Evaluate(scope, scope.Item.Self) is [var node]
        && NodeJson.Write(node) is JsonValue value
        && value.TryGetValue<string>(out var text)
            ? text
            : null;

    private void Report(string code, string path, string text, ItemInstance instance) =>
        _issues.Add(
            new InstrumentIssue(
                code,
                IssueSeverity.Error,
                instance.IsRoot ? null : instance.Definition.LinkId,
                path,
                text
            )
        );
}
