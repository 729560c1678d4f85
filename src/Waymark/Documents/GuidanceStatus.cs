namespace Waymark.Documents;

/// <summary>How far a rule's advice has been confirmed. Waymark never shows advice without it.</summary>
public enum GuidanceStatus
{
    /// <summary>Taken from published guidance, not yet confirmed by a named expert panel.</summary>
    GuidanceDerived,

    /// <summary>Known generally but not seen in a source: to be checked before anyone relies on it.</summary>
    ToBeChecked,
}

/// <summary>The words that stand beside advice, in one place so that they are the same in every document.</summary>
public static class GuidanceStatusWords
{
    /// <summary>The sentence for one status.</summary>
    public static string Sentence(GuidanceStatus status) =>
        status switch
        {
            GuidanceStatus.GuidanceDerived =>
                "Taken from published guidance; not yet confirmed by a named panel of experts.",
            GuidanceStatus.ToBeChecked =>
                "To be checked: Waymark has not seen this in a source. Check it before you rely on it.",
        };

    /// <summary>The few words for a table cell or a list.</summary>
    public static string Mark(GuidanceStatus status) =>
        status switch
        {
            GuidanceStatus.GuidanceDerived => "From guidance, not panel-validated",
            GuidanceStatus.ToBeChecked => "To be checked",
        };
}
