namespace Waymark.Instruments;

/// <summary>One applicability condition, compiled against the instrument whose answers it reads.</summary>
internal sealed record RuleCondition(ExpressionSource Source, CompiledExpression Expression)
{
    /// <summary>Compiles a condition; what is wrong with it becomes a finding.</summary>
    internal static RuleCondition? Compile(
        ExpressionSource source,
        Instrument instrument,
        Findings findings
    )
    {
        var compiled = CompiledExpression.Compile(source.Text, instrument);
        foreach (var issue in compiled.Issues)
        {
            findings.Add(issue with { Path = source.Path });
        }

        return compiled.Value is { } expression ? new RuleCondition(source, expression) : null;
    }

    /// <summary>Whether the condition is true on a form; <see langword="null"/>, with an issue, when that cannot be told.</summary>
    internal (bool? Holds, InstrumentIssue? Issue) Evaluate(Form form, string ruleId) =>
        Expression.Evaluate(form) switch
        {
            { Issue: { } failed } => (null, Explain(failed.Code, ruleId, failed.Text)),
            { Truth: null } => (false, null),
            { Values: [BooleanAnswer answer] } => (answer.Value, null),
            _ => (
                null,
                Explain(
                    IssueCodes.ConditionNotBoolean,
                    ruleId,
                    $"It gives something other than yes or no: {Source.Text}"
                )
            ),
        };

    private InstrumentIssue Explain(string code, string ruleId, string why) =>
        new(
            code,
            IssueSeverity.Warning,
            null,
            Source.Path,
            $"Whether the rule {ruleId} applies cannot be told. {why}"
        );
}
