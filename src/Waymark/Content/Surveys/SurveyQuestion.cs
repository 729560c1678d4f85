using Waymark.Instruments;

namespace Waymark.Content.Surveys;

/// <summary>
/// One question of a survey, with everything that a table of answers needs to know of it. Only questions whose answers are a number from a
/// list have a place in such a table: see <see cref="SurveyReading.Problems"/>.
/// </summary>
/// <param name="Item">The question; its linkId is the name of the variable.</param>
/// <param name="Answers">The answers offered, in order, without "prefer not to say"; empty where a whole number is typed.</param>
/// <param name="DeclineCode">The code of "prefer not to say"; <see langword="null"/> when it is not offered.</param>
/// <param name="DeclineLabel">The words of "prefer not to say"; <see langword="null"/> when it is not offered.</param>
/// <param name="Asked">The conditions of the groups around it and its own, from the outside in; all of these sets must hold.</param>
public sealed record SurveyQuestion(
    ItemDefinition Item,
    IReadOnlyList<SurveyAnswer> Answers,
    string? DeclineCode,
    string? DeclineLabel,
    IReadOnlyList<SurveyConditions> Asked
)
{
    /// <summary>The linkId, which is the name of the variable in every export.</summary>
    public string LinkId => Item.LinkId;

    /// <summary>What its numbers may be used for; nominal unless it says otherwise.</summary>
    public SurveyMeasure Measure =>
        Words.FromCode<SurveyMeasure>(Item.ExtensionString(ContentUrls.Measure))
        ?? (Item.Type == ItemType.Integer ? SurveyMeasure.Scale : SurveyMeasure.Nominal);

    /// <summary>Which way its numbers point; none unless it says so.</summary>
    public SurveyDirection Direction =>
        Words.FromCode<SurveyDirection>(Item.ExtensionString(ContentUrls.Direction))
        ?? SurveyDirection.None;

    /// <summary>What it asks about, such as <c>confidence-assessing</c>; the same in every survey that asks the same.</summary>
    public string? Topic => Coded(ContentUrls.SurveyTopic);

    /// <summary>The domain of practice it belongs to, such as <c>first-conversation</c>.</summary>
    public string? Domain => Coded(ContentUrls.SurveyDomain);

    /// <summary>How hard the task is, from 1 to 3; <see langword="null"/> where that has no meaning.</summary>
    public int? Level =>
        int.TryParse(
            Item.ExtensionString(ContentUrls.Level),
            System.Globalization.CultureInfo.InvariantCulture,
            out var level
        )
            ? level
            : null;

    /// <summary>What must be said beside every figure of it, such as "bridge, not the original instrument"; usually nothing.</summary>
    public string? Caveat => Item.ExtensionString(ContentUrls.Caveat);

    /// <summary>The number that stands for a code; <see langword="null"/> when the code is not offered.</summary>
    public short? NumberOf(string code)
    {
        foreach (var answer in Answers)
        {
            if (string.Equals(answer.Code, code, StringComparison.Ordinal))
            {
                return answer.Number;
            }
        }

        return null;
    }

    private string? Coded(string system) =>
        Item.Codes.FirstOrDefault(code => code.System == system)?.Code;
}
