namespace Waymark.Instruments;

public sealed partial class Form
{
    /// <summary>
    /// Everything typed, as a QuestionnaireResponse in progress: answers of disabled items too, marked with the extension
    /// <c>item-disabled</c>, and calculated items marked with where their value came from (<c>answer-origin</c>). The same answers always
    /// give the same text; <see cref="Resume"/> reads it back without loss.
    /// </summary>
    public string ToDraftJson() =>
        ResponseWriter.Write(_tree, isDraft: true, authored: null, withTexts: false);

    /// <summary>The response as completed: enabled items that are answered, with their texts, and nothing else.</summary>
    /// <param name="authored">When it was completed; null for answers that nobody may date.</param>
    /// <param name="withTexts">Whether the words of each question stand beside its answer, for a reader who has not the questionnaire.</param>
    public string ToCompletedJson(DateTimeOffset? authored, bool withTexts = true) =>
        ResponseWriter.Write(_tree, isDraft: false, authored, withTexts);
}
