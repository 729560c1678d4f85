using Waymark.Content;

namespace Waymark.Features.Shared.Answers;

/// <summary>The canonical addresses of the instruments that pages ask for by name.</summary>
public static class InstrumentNames
{
    public const string SafetyCheck =
        "https://waymark.example/fhir/Questionnaire/safety/safety-check";
    public const string Assessment =
        "https://waymark.example/fhir/Questionnaire/assessments/online-harm";

    /// <summary>The hidden question that the application answers.</summary>
    public const string AgeBandItem = "child-age-band";

    /// <summary>The exact version of an instrument, or null when the content lacks it.</summary>
    public static InstrumentFolder? Exactly(
        this ContentLibrary content,
        string url,
        string version
    ) =>
        content.Instruments.FirstOrDefault(f =>
            f.Instrument.Url == url && f.Instrument.Version == version
        );

    /// <summary>The safety check that a new concern gets.</summary>
    public static InstrumentFolder NewestSafetyCheck(this ContentLibrary content) =>
        content.Newest("safety", "safety-check")
        ?? throw new InvalidOperationException("The content has no safety check.");

    /// <summary>The assessment that a concern gets when one is started.</summary>
    public static InstrumentFolder NewestAssessment(this ContentLibrary content) =>
        content.Newest("assessments", "online-harm")
        ?? throw new InvalidOperationException("The content has no assessment.");
}
