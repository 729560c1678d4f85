namespace Waymark.Content;

/// <summary>How soon an action is to be taken, or how far a rule's words may be relied on in time. In order: the most urgent first.</summary>
public enum Urgency
{
    /// <summary>Before anything else.</summary>
    Now,

    /// <summary>Before the day is over.</summary>
    Today,

    /// <summary>Within seven days.</summary>
    ThisWeek,

    /// <summary>To be thought about; not always right.</summary>
    Consider,
}

/// <summary>What a rule is.</summary>
public enum RuleKind
{
    /// <summary>Something to do.</summary>
    Action,

    /// <summary>Something not to do.</summary>
    DoNot,

    /// <summary>Something to think about in the formulation: a concern, or a strength.</summary>
    Concern,
}

/// <summary>The four kinds of fact, which are never added up.</summary>
public enum FactorKind
{
    /// <summary>A sign that harm has happened or is happening.</summary>
    HarmSign,

    /// <summary>A risk that comes from a person.</summary>
    Risk,

    /// <summary>Something that makes a child easier to harm or harder to help. Never a cause.</summary>
    Vulnerability,

    /// <summary>Something that protects the child.</summary>
    Protection,
}

/// <summary>How far a rule was confirmed.</summary>
public enum RuleStatus
{
    /// <summary>Derived from guidance that was seen; not yet confirmed by a named panel.</summary>
    GuidanceDerived,

    /// <summary>Rests on something nobody has checked yet; shown as such.</summary>
    ToBeChecked,
}
