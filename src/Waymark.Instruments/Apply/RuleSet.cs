namespace Waymark.Instruments;

/// <summary>
/// Rules over the answers to one instrument: a FHIR R4 <c>PlanDefinition</c> that passed our checks. Immutable and safe to share between
/// threads; load it once and keep it beside its <see cref="Instrument"/>.
/// </summary>
/// <remarks>
/// Each action without actions within it is a rule. It applies when its own applicability conditions and those of all actions around it are
/// true; a condition without a value is not true (FHIR's <c>$apply</c>). What would decide more than that (who, when, which of several) is
/// refused at load rather than skipped. The order of the rules is that of the document.
/// </remarks>
public sealed class RuleSet
{
    private RuleSet(PlanSource plan, Instrument instrument, IReadOnlyList<Rule> rules)
    {
        Url = plan.Url;
        Version = plan.Version;
        Title = plan.Title;
        Instrument = instrument;
        Rules = rules;
    }

    /// <summary>The canonical of the PlanDefinition, when it has one.</summary>
    public string? Url { get; }

    /// <summary>Its version, when it has one.</summary>
    public string? Version { get; }

    /// <summary>Its title or, failing that, its name.</summary>
    public string? Title { get; }

    /// <summary>The instrument whose answers the rules read.</summary>
    public Instrument Instrument { get; }

    /// <summary>The rules, in document order.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>Reads and checks a PlanDefinition against the instrument that its conditions read. Never throws on bad input.</summary>
    /// <param name="planDefinitionJson">The PlanDefinition as FHIR JSON; need not be trusted.</param>
    /// <param name="instrument">The instrument.</param>
    public static LoadResult<RuleSet> Load(string planDefinitionJson, Instrument instrument)
    {
        ArgumentNullException.ThrowIfNull(planDefinitionJson);
        ArgumentNullException.ThrowIfNull(instrument);
        var findings = new Findings(LoadMode.Strict);
        if (
            FhirElement.Resource(planDefinitionJson, "PlanDefinition", findings) is not { } resource
        )
        {
            return new(null, findings.All);
        }

        var plan = PlanDefinitionReader.Read(resource);
        var rules = plan.Rules.Select(source => Bind(source, instrument, findings)).ToList();
        return new(findings.HasErrors ? null : new RuleSet(plan, instrument, rules), findings.All);
    }

    /// <summary>Asks every rule, in document order. The same form always gives the same result.</summary>
    /// <param name="form">A form on <see cref="Instrument"/>.</param>
    /// <exception cref="ArgumentException">The form is on another instrument or another version.</exception>
    public IReadOnlyList<AppliedRule> Apply(Form form)
    {
        ArgumentNullException.ThrowIfNull(form);
        FormMismatch.ThrowUnlessOn(form, Instrument);
        return [.. Rules.Select(rule => Apply(rule, form))];
    }

    private static Rule Bind(RuleSource source, Instrument instrument, Findings findings)
    {
        var conditions = source
            .Conditions.Select(condition => RuleCondition.Compile(condition, instrument, findings))
            .OfType<RuleCondition>()
            .ToList();
        var reads = conditions
            .SelectMany(condition => condition.Expression.DependsOn)
            .Distinct()
            .Select(linkId => instrument.Find(linkId)!)
            .OrderBy(item => item.Index)
            .ToList();
        if (conditions.Any(condition => condition.Expression.ReadsWholeForm))
        {
            findings.Warn(
                IssueCodes.RuleNotAnalysable,
                null,
                source.Path,
                $"The condition of {source.Id} reads the response as a whole, so the answers it rests on cannot be shown. Name the items it needs."
            );
        }
        else if (
            reads.Count == 0
            && source.Conditions.Any(condition => condition.Text.Trim() is not "true")
        )
        {
            findings.Warn(
                IssueCodes.RuleReadsNothing,
                null,
                source.Path,
                $"The condition of {source.Id} reads no answer. If the rule always applies, say so with the condition true."
            );
        }

        return new Rule(source, conditions, reads);
    }

    private static AppliedRule Apply(Rule rule, Form form)
    {
        var (outcome, issue) = Decide(rule, form);
        var restsOn = new List<AnswerReference>();
        var unanswered = new List<ItemPath>();
        foreach (
            var path in rule
                .Reads.SelectMany(item => form.AllOccurrences(item.LinkId))
                .Where(form.IsEnabled)
        )
        {
            if (form.Answers(path) is { Count: > 0 } values)
            {
                restsOn.Add(new AnswerReference(path, values));
            }
            else
            {
                unanswered.Add(path);
            }
        }

        return new AppliedRule(rule, outcome, restsOn) { Unanswered = unanswered, Issue = issue };
    }

    private static (RuleOutcome Outcome, InstrumentIssue? Issue) Decide(Rule rule, Form form)
    {
        InstrumentIssue? first = null;
        foreach (var condition in rule.Conditions)
        {
            var (holds, issue) = condition.Evaluate(form, rule.Id);
            if (holds == false)
            {
                return (RuleOutcome.DoesNotApply, null);
            }

            first ??= issue;
        }

        return (first is null ? RuleOutcome.Applies : RuleOutcome.CouldNotTell, first);
    }
}
