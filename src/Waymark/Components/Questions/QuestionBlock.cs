using Waymark.Instruments;

namespace Waymark.Components.Questions;

/// <summary>Neighbouring items that are shown together: those with the same condition, or one item alone.</summary>
/// <param name="FollowUp">The condition that the page itself can see; null for items that simply apply.</param>
/// <param name="Views">The items, in order.</param>
/// <param name="HasAnswers">Whether something was answered here, which is kept while the condition does not hold.</param>
/// <param name="HasError">Whether something is wrong with one of them.</param>
internal sealed record QuestionBlock(
    FollowUp? FollowUp,
    IReadOnlyList<QuestionView> Views,
    bool HasAnswers,
    bool HasError
)
{
    /// <summary>Whether the condition does not hold at the moment. Something to mend is never folded away.</summary>
    internal bool IsClosed =>
        FollowUp is not null && !HasError && Views.All(view => !view.IsEnabled);

    /// <summary>
    /// The items of one level in blocks. Left out are hidden items, and items that do not apply for a reason that this
    /// page cannot change, unless they hold an answer.
    /// </summary>
    internal static IEnumerable<QuestionBlock> Of(
        QuestionsOptions page,
        QuestionsOnPage onPage,
        IEnumerable<ItemPath> items
    )
    {
        List<QuestionView> together = [];
        FollowUp? condition = null;
        foreach (var path in items)
        {
            var view = page.Form.View(path);
            var followUp = FollowUp.Of(view, onPage);
            if (
                view.Item.Hidden
                || (
                    followUp is null
                    && !view.IsEnabled
                    && !onPage.IsInFollowUp(view.Path)
                    && !HoldsAnswer(page.Form, view)
                )
            )
            {
                continue;
            }

            if (together.Count > 0 && (followUp is null || followUp != condition))
            {
                yield return Together(page, condition, together);
                together = [];
            }

            together.Add(view);
            condition = followUp;
        }

        if (together.Count > 0)
        {
            yield return Together(page, condition, together);
        }
    }

    private static QuestionBlock Together(
        QuestionsOptions page,
        FollowUp? condition,
        List<QuestionView> views
    ) =>
        new(
            condition,
            views,
            views.Exists(view => HoldsAnswer(page.Form, view)),
            views.Exists(view => HoldsError(page, view))
        );

    private static bool HoldsError(QuestionsOptions page, QuestionView view) =>
        page.Errors.ContainsKey(view.Path)
        || view.Children.Any(child => HoldsError(page, page.Form.View(child)));

    private static bool HoldsAnswer(Form form, QuestionView view) =>
        view.Answers.Count > 0 || view.Children.Any(child => HoldsAnswer(form, form.View(child)));
}
