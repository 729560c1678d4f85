namespace Waymark.Content;

/// <summary>The names under which our own facts stand in questionnaires and rules. The domain is reserved for examples until the project has one.</summary>
public static class ContentUrls
{
    /// <summary>Where the canonicals of questionnaires begin; kind and name follow.</summary>
    public const string Questionnaire = "https://waymark.example/fhir/Questionnaire/";

    /// <summary>Where the canonicals of rules begin; kind and name follow.</summary>
    public const string PlanDefinition = "https://waymark.example/fhir/PlanDefinition/";

    /// <summary>The codes yes, suspected, no, not-known and not-asked.</summary>
    public const string Presence = "https://waymark.example/fhir/CodeSystem/presence";

    /// <summary>The codes of the hidden question <c>child-age-band</c>.</summary>
    public const string ChildAgeBand = "https://waymark.example/fhir/CodeSystem/child-age-band";

    private const string Extension = "https://waymark.example/fhir/StructureDefinition/";

    /// <summary>On the group of a factor: its <see cref="Content.FactorKind"/>.</summary>
    public const string FactorKind = Extension + "factor-kind";

    /// <summary>On a help text: <c>why</c>, <c>not-sure</c> or <c>starts</c>.</summary>
    public const string HelpKind = Extension + "help-kind";

    /// <summary>On a help text of kind <c>why</c>: a source it rests on; may repeat.</summary>
    public const string Source = Extension + "source";

    /// <summary>On a question: the answer is kept word for word, because it is what the child said.</summary>
    public const string Verbatim = Extension + "verbatim";

    /// <summary>On a rule: its <see cref="Content.RuleKind"/>.</summary>
    public const string RuleKind = Extension + "rule-kind";

    /// <summary>On a rule: its <see cref="Content.RuleStatus"/>.</summary>
    public const string Status = Extension + "status";

    /// <summary>On an action or do-not: its <see cref="Content.Urgency"/>.</summary>
    public const string Urgency = Extension + "urgency";

    /// <summary>On a concern: the <see cref="Content.FactorKind"/> under which it is shown.</summary>
    public const string Section = Extension + "section";

    /// <summary>On an action: who does it.</summary>
    public const string Who = Extension + "who";

    /// <summary>On an action: by when, in words.</summary>
    public const string ByWhen = Extension + "by-when";

    /// <summary>On an action: what not to do while doing it; may repeat.</summary>
    public const string DoNot = Extension + "do-not";

    /// <summary>On a rule: what to say to the child; may repeat.</summary>
    public const string Say = Extension + "say";

    /// <summary>On a rule: what not to say to the child; may repeat.</summary>
    public const string DoNotSay = Extension + "do-not-say";

    /// <summary>On an action: the id of a route; may repeat.</summary>
    public const string Route = Extension + "route";

    /// <summary>On a concern: the linkId of a factor that speaks against it when answered yes or suspected; may repeat.</summary>
    public const string SpeaksAgainst = Extension + "speaks-against";

    /// <summary>On a concern: what else to bear in mind before relying on it or on its absence.</summary>
    public const string SpeaksAgainstNote = Extension + "speaks-against-note";

    /// <summary>On a rule that depends on law: the id of a switch in <c>reference/law.json</c>.</summary>
    public const string LawSwitch = Extension + "law-switch";

    /// <summary>On a survey question: its <see cref="Surveys.SurveyMeasure"/>.</summary>
    public const string Measure = Extension + "measure";

    /// <summary>On a survey question: its <see cref="Surveys.SurveyDirection"/>.</summary>
    public const string Direction = Extension + "direction";

    /// <summary>On a survey question that asks about a task: how hard it is, from 1 to 3.</summary>
    public const string Level = Extension + "level";

    /// <summary>On a survey or one of its questions: what must be said beside every figure of it.</summary>
    public const string Caveat = Extension + "caveat";

    /// <summary>On a page of a survey: the id of the case study that it asks about.</summary>
    public const string CaseStudy = Extension + "case-study";

    /// <summary>The codes of what a survey question asks about.</summary>
    public const string SurveyTopic = "https://waymark.example/fhir/CodeSystem/survey-topic";

    /// <summary>The codes of the domains of practice.</summary>
    public const string SurveyDomain = "https://waymark.example/fhir/CodeSystem/survey-domain";

    /// <summary>HL7's codes of reasons for having no value; "prefer not to say" is <c>asked-declined</c>.</summary>
    public const string AbsentReason = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
}
