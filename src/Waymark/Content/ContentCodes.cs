namespace Waymark.Content;

/// <summary>The codes of <see cref="ContentIssue"/>: one for each reason to refuse content.</summary>
public static class ContentCodes
{
    /// <summary>A file that must be there is not.</summary>
    public const string FileMissing = "file-missing";

    /// <summary>A file is not the JSON it should be.</summary>
    public const string FileUnreadable = "file-unreadable";

    /// <summary>The url or version of a definition does not agree with its folder.</summary>
    public const string NameMismatch = "name-mismatch";

    /// <summary>Two entries have the same id.</summary>
    public const string DuplicateId = "duplicate-id";

    /// <summary>Something that must be said is missing or empty.</summary>
    public const string ValueMissing = "value-missing";

    /// <summary>A value is not one of those allowed.</summary>
    public const string ValueUnknown = "value-unknown";

    /// <summary>A source is cited that <c>reference/sources.json</c> does not have.</summary>
    public const string SourceUnknown = "source-unknown";

    /// <summary>A citation shows another title than the source has.</summary>
    public const string SourceTitleDiffers = "source-title-differs";

    /// <summary>A rule or factor cites nothing.</summary>
    public const string SourceMissing = "source-missing";

    /// <summary>A rule rests only on what nobody has checked, but does not say so.</summary>
    public const string StatusTooSure = "status-too-sure";

    /// <summary>A route is named that <c>routes/england.json</c> does not have.</summary>
    public const string RouteUnknown = "route-unknown";

    /// <summary>A law switch is named that <c>reference/law.json</c> does not have.</summary>
    public const string LawSwitchUnknown = "law-switch-unknown";

    /// <summary>A rule speaks of a duty by law without a switch for its date.</summary>
    public const string LawSwitchMissing = "law-switch-missing";

    /// <summary>A presence question stands in no group that says which kind of factor it is.</summary>
    public const string FactorKindMissing = "factor-kind-missing";

    /// <summary>A factor does not say why it matters.</summary>
    public const string WhyMissing = "why-missing";

    /// <summary>A factor does not say how to tell when unsure.</summary>
    public const string NotSureMissing = "not-sure-missing";

    /// <summary>A linkId is named that the instrument does not have.</summary>
    public const string ItemUnknown = "item-unknown";

    /// <summary>A rule has no example in which it applies.</summary>
    public const string ExamplePassingMissing = "example-passing-missing";

    /// <summary>A rule has no example in which it does not apply.</summary>
    public const string ExampleFailingMissing = "example-failing-missing";

    /// <summary>A rule reads an item that none of its examples answers, so that part of its condition is never tried.</summary>
    public const string ExampleItemUnseen = "example-item-unseen";

    /// <summary>An example does not come out as it says.</summary>
    public const string ExampleMisbehaves = "example-misbehaves";

    /// <summary>Answers of an example or case study are not accepted by the instrument.</summary>
    public const string AnswersRefused = "answers-refused";

    /// <summary>Examples are given for a rule that does not exist, or a case study names one.</summary>
    public const string RuleUnknown = "rule-unknown";

    /// <summary>Two instruments have a rule of the same id with different words.</summary>
    public const string RuleDiffers = "rule-differs";

    /// <summary>A word or phrase that puts blame on a child or hides what was done.</summary>
    public const string BannedWording = "banned-wording";

    /// <summary>The wording is not the approved one.</summary>
    public const string WordingNotApproved = "wording-not-approved";

    /// <summary>A published version was edited.</summary>
    public const string PublishedEdited = "published-edited";

    /// <summary>An essential action of a case study does not come out, or with another urgency.</summary>
    public const string EssentialMissing = "essential-missing";

    /// <summary>An action is suggested that a case study calls unsafe.</summary>
    public const string UnsafeSuggested = "unsafe-suggested";

    /// <summary>A case study that should end calmly gives an alarm.</summary>
    public const string FalseAlarm = "false-alarm";

    /// <summary>A survey question has no place in a table of answers.</summary>
    public const string SurveyQuestionUnfit = "survey-question-unfit";

    /// <summary>A survey question does not say what it asks about.</summary>
    public const string TopicMissing = "topic-missing";

    /// <summary>A survey question does not offer "prefer not to say".</summary>
    public const string DeclineMissing = "decline-missing";

    /// <summary>The linkId of a survey question is no name for a variable.</summary>
    public const string VariableName = "variable-name";

    /// <summary>Two surveys have different questions under one name.</summary>
    public const string VariableDiffers = "variable-differs";

    /// <summary>A figure of a study or a denominator does not follow from the others, or has a value though it was not found.</summary>
    public const string FigureWrong = "figure-wrong";
}
