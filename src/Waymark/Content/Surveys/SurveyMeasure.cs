namespace Waymark.Content.Surveys;

/// <summary>What may be done with the numbers of a survey question.</summary>
public enum SurveyMeasure
{
    /// <summary>They only tell answers apart.</summary>
    Nominal,

    /// <summary>They have an order.</summary>
    Ordinal,

    /// <summary>Their distances count too, so that they have a mean.</summary>
    Scale,
}

/// <summary>Which way the numbers of a survey question point.</summary>
public enum SurveyDirection
{
    /// <summary>Neither.</summary>
    None,

    /// <summary>More is better for children.</summary>
    HigherIsBetter,

    /// <summary>More is worse for children.</summary>
    HigherIsWorse,
}
