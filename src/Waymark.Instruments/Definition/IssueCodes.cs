namespace Waymark.Instruments;

/// <summary>The codes an <see cref="InstrumentIssue"/> can have. Stable: programs and tests may rely on them.</summary>
public static partial class IssueCodes
{
    /// <summary>The text is not JSON.</summary>
    public const string NotJson = "not-json";

    /// <summary>The JSON is not the resource that was expected.</summary>
    public const string WrongResource = "wrong-resource";

    /// <summary>The document is larger or deeper than the engine accepts.</summary>
    public const string TooLarge = "too-large";

    /// <summary>R4 has no such element here.</summary>
    public const string UnknownElement = "unknown-element";

    /// <summary>An element has the wrong JSON type or an impossible value.</summary>
    public const string InvalidElement = "invalid-element";

    /// <summary>A needed element is missing.</summary>
    public const string MissingElement = "missing-element";

    /// <summary>An element or extension that changes meaning and is not honoured.</summary>
    public const string NotSupported = "not-supported";

    /// <summary>An extension of HL7's own vocabulary that the engine does not know.</summary>
    public const string UnknownExtension = "unknown-extension";

    /// <summary>An extension of someone else's, which FHIR says may be ignored.</summary>
    public const string ForeignExtension = "foreign-extension";

    /// <summary>Two items have the same linkId.</summary>
    public const string DuplicateLinkId = "duplicate-link-id";

    /// <summary>A condition names an item that does not exist.</summary>
    public const string UnknownQuestion = "unknown-question";

    /// <summary>A condition compares an item with a value of another type.</summary>
    public const string ConditionTypeMismatch = "condition-type-mismatch";

    /// <summary>A condition can never hold, so the item can never be reached.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>Several conditions without <c>enableBehavior</c>.</summary>
    public const string MissingEnableBehavior = "missing-enable-behavior";

    /// <summary>Conditions or calculations depend on one another in a circle.</summary>
    public const string Cycle = "cycle";

    /// <summary>A property does not fit the item's type.</summary>
    public const string MisplacedProperty = "misplaced-property";

    /// <summary>A choice offers nothing.</summary>
    public const string NoOptions = "no-options";

    /// <summary>The same option is offered twice.</summary>
    public const string DuplicateOption = "duplicate-option";

    /// <summary>A value set is not contained in the instrument.</summary>
    public const string ValueSetNotAvailable = "value-set-not-available";

    /// <summary>An initial value does not fit its item.</summary>
    public const string InitialMismatch = "initial-mismatch";

    /// <summary>An expression cannot be parsed.</summary>
    public const string ExpressionSyntax = "expression-syntax";

    /// <summary>An expression is in a language other than FHIRPath.</summary>
    public const string ExpressionLanguage = "expression-language";

    /// <summary>An expression calls a function that does not exist or is not honoured.</summary>
    public const string ExpressionUnknownFunction = "expression-unknown-function";

    /// <summary>An expression names a variable that is not in scope.</summary>
    public const string ExpressionUnknownVariable = "expression-unknown-variable";

    /// <summary>An expression names an item that does not exist.</summary>
    public const string ExpressionUnknownLinkId = "expression-unknown-link-id";

    /// <summary>An expression reads the whole response and is evaluated again after every change.</summary>
    public const string ExpressionReadsWholeForm = "expression-reads-whole-form";

    /// <summary>An expression looks with <c>repeat()</c> for an item that can occur several times: equal occurrences count once.</summary>
    public const string ExpressionRepeatDropsEqual = "expression-repeat-drops-equal";

    /// <summary>A regular expression cannot be read.</summary>
    public const string InvalidRegex = "invalid-regex";

    /// <summary>Two variables, or a variable and a launch context, have one name in one place.</summary>
    public const string DuplicateVariable = "duplicate-variable";

    /// <summary>An expression failed on these answers; it gave nothing.</summary>
    public const string ExpressionFailed = "expression-failed";

    /// <summary>An expression took more steps than its budget.</summary>
    public const string BudgetExceeded = "budget-exceeded";

    /// <summary>Calculations that feed one another did not come to rest.</summary>
    public const string DidNotSettle = "did-not-settle";

    /// <summary>A calculation gave a value of the wrong type; it was not written.</summary>
    public const string CalculatedTypeMismatch = "calculated-type-mismatch";

    /// <summary>A calculation gave several values for an item that takes one; the first was written.</summary>
    public const string CalculatedTooMany = "calculated-too-many";

    /// <summary>A weight was asked of an answer that has none.</summary>
    public const string WeightMissing = "weight-missing";

    /// <summary>There is no such item.</summary>
    public const string UnknownItem = "unknown-item";

    /// <summary>There is no such occurrence of a repeating item.</summary>
    public const string UnknownOccurrence = "unknown-occurrence";

    /// <summary>The item takes no answers.</summary>
    public const string NotAQuestion = "not-a-question";

    /// <summary>The item is disabled.</summary>
    public const string Disabled = "disabled";

    /// <summary>The item is read-only.</summary>
    public const string ReadOnly = "read-only";

    /// <summary>The answer is of the wrong type.</summary>
    public const string WrongType = "wrong-type";

    /// <summary>The answer is not one of the options offered.</summary>
    public const string OptionNotOffered = "option-not-offered";

    /// <summary>An option that rules out the others was chosen beside another.</summary>
    public const string ExclusiveOption = "exclusive-option";

    /// <summary>The same answer was given twice.</summary>
    public const string DuplicateAnswer = "duplicate-answer";

    /// <summary>Several answers to an item that takes one.</summary>
    public const string TooManyAnswers = "too-many-answers";

    /// <summary>The text is too long.</summary>
    public const string TooLong = "too-long";

    /// <summary>The text is too short.</summary>
    public const string TooShort = "too-short";

    /// <summary>The text does not have the form asked for.</summary>
    public const string PatternMismatch = "pattern-mismatch";

    /// <summary>The value is too small or too early.</summary>
    public const string TooSmall = "too-small";

    /// <summary>The value is too large or too late.</summary>
    public const string TooBig = "too-big";

    /// <summary>The number has too many decimals.</summary>
    public const string TooManyDecimals = "too-many-decimals";

    /// <summary>The unit is not one of those offered.</summary>
    public const string UnitNotOffered = "unit-not-offered";

    /// <summary>The value is not well formed.</summary>
    public const string InvalidValue = "invalid-value";

    /// <summary>A needed answer is missing.</summary>
    public const string Required = "required";

    /// <summary>Too few occurrences.</summary>
    public const string TooFewOccurrences = "too-few-occurrences";

    /// <summary>Too many occurrences.</summary>
    public const string TooManyOccurrences = "too-many-occurrences";

    /// <summary>A constraint of the instrument is not kept.</summary>
    public const string ConstraintBroken = "constraint-broken";

    /// <summary>A response holds an item that is in another place of the instrument.</summary>
    public const string MisplacedItem = "misplaced-item";

    /// <summary>A response belongs to another instrument or another version.</summary>
    public const string OtherInstrument = "other-instrument";

    /// <summary>A completed response holds answers of a disabled item.</summary>
    public const string DisabledAnswered = "disabled-answered";

    /// <summary>What was typed cannot be read as an answer.</summary>
    public const string NotUnderstood = "not-understood";
}
