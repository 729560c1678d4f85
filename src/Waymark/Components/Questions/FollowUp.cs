using System.Text.Json;
using Waymark.Instruments;

namespace Waymark.Components.Questions;

/// <summary>
/// That questions are asked only while another question on the same page has one of certain answers. Script folds them
/// away otherwise; without script they are shown, and say when they apply.
/// </summary>
/// <param name="Control">The name of the field that decides.</param>
/// <param name="Keys">The field's values with which the questions apply, as a JSON list.</param>
/// <param name="When">Those answers as people read them: “Yes” or “Suspected”.</param>
internal sealed record FollowUp(string Control, string Keys, string When)
{
    /// <summary>The condition of an item, where it rests on a question that the same page asks; else null.</summary>
    internal static FollowUp? Of(QuestionView view, QuestionsOnPage page)
    {
        if (
            view.Item.ShownBy is not { } shownBy
            || page.Asked(shownBy.LinkId, view.Path) is not { } asked
        )
        {
            return null;
        }

        var options = asked.Item.Type == ItemType.Boolean ? YesAndNo : asked.Options;
        var words = shownBy.Answers.Select(answer =>
            $"“{options.FirstOrDefault(o => o.Value.Equals(answer))?.Text ?? AnswerText.Format(answer, page.Culture)}”"
        );
        return new(
            QuestionFields.Name(asked.Path),
            JsonSerializer.Serialize(shownBy.Answers.Select(answer => AnswerText.Key(answer))),
            OneOf([.. words])
        );
    }

    private static readonly AnswerOption[] YesAndNo =
    [
        new(new BooleanAnswer(true)) { Text = "Yes" },
        new(new BooleanAnswer(false)) { Text = "No" },
    ];

    private static string OneOf(string[] words) =>
        words.Length == 1 ? words[0] : $"{string.Join(", ", words[..^1])} or {words[^1]}";
}
