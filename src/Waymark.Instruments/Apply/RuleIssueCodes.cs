namespace Waymark.Instruments;

public static partial class IssueCodes
{
    /// <summary>Two rules have the same id.</summary>
    public const string DuplicateRuleId = "duplicate-rule-id";

    /// <summary>A rule says nowhere when it applies.</summary>
    public const string RuleWithoutCondition = "rule-without-condition";

    /// <summary>An action that only groups others carries something that only a rule can carry.</summary>
    public const string RulePropertyOnGroup = "rule-property-on-group";

    /// <summary>A condition reads no answer, so the rule says the same of every response.</summary>
    public const string RuleReadsNothing = "rule-reads-nothing";

    /// <summary>A condition reads the response as a whole, so what it rests on cannot be named.</summary>
    public const string RuleNotAnalysable = "rule-not-analysable";

    /// <summary>A condition gave something other than yes or no.</summary>
    public const string ConditionNotBoolean = "condition-not-boolean";
}
