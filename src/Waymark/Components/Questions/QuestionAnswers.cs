using Waymark.Instruments;

namespace Waymark.Components.Questions;

/// <summary>The texts in a question's fields: what was posted where the page is shown again, else the form's answers.</summary>
internal sealed class QuestionAnswers
{
    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> fields;

    internal QuestionAnswers(QuestionsOptions page, QuestionView view) =>
        fields = page.Posted.TryGetValue(view.Path, out var posted) ? posted : Shown(page, view);

    internal string? First(string field = "value") => All(field) is [var first, ..] ? first : null;

    internal IReadOnlyList<string> All(string field = "value") =>
        fields.GetValueOrDefault(field) ?? [];

    private static Dictionary<string, IReadOnlyList<string>> Shown(
        QuestionsOptions page,
        QuestionView view
    )
    {
        var shown = new Dictionary<string, List<string>>();
        foreach (var answer in view.Answers)
        {
            var isOwnWords =
                view.Item.Type == ItemType.OpenChoice
                && !view.Options.Any(option => option.Value.Equals(answer));
            foreach (var (name, text) in AnswerText.ToFields(answer, page.Culture))
            {
                var field = isOwnWords ? "other" : name;
                if (!shown.TryGetValue(field, out var texts))
                {
                    shown[field] = texts = [];
                }

                texts.Add(text);
            }
        }

        return shown.ToDictionary(pair => pair.Key, IReadOnlyList<string> (pair) => pair.Value);
    }
}
