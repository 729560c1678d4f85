using System.Globalization;
using Waymark.Instruments;

namespace Waymark.Components.Questions;

/// <summary>The questions that one page asks, to know which follow-ups the page itself can open and close.</summary>
public sealed class QuestionsOnPage
{
    private readonly Dictionary<ItemPath, QuestionView> asked = [];
    private readonly HashSet<ItemPath> inFollowUps = [];

    internal QuestionsOnPage(QuestionsOptions page)
    {
        Culture = page.Culture;
        foreach (var path in page.Items)
        {
            Add(page.Form, path, inFollowUp: false);
        }

        if (!page.FirstQuestionIsHeading)
        {
            Heading = null;
        }
    }

    internal CultureInfo Culture { get; }

    /// <summary>The question that is the page's heading; null where the page writes its own.</summary>
    internal ItemPath? Heading { get; private set; }

    /// <summary>The choice or yes-no question that decides about <paramref name="follower"/>, when this page asks it.</summary>
    internal QuestionView? Asked(string linkId, ItemPath follower)
    {
        // The nearest: within the same instance of a repeating group, else within one around it.
        for (var depth = follower.Within.Count; depth >= 0; depth--)
        {
            if (
                asked.TryGetValue(
                    new ItemPath(linkId, [.. follower.Within.Take(depth)]),
                    out var view
                )
            )
            {
                return view;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether the item does not apply only because it stands inside a follow-up that is closed: the page opens it together
    /// with the follow-up.
    /// </summary>
    internal bool IsInFollowUp(ItemPath path) => inFollowUps.Contains(path);

    private void Add(Form form, ItemPath path, bool inFollowUp)
    {
        var view = form.View(path);
        if (view.Item.Hidden || (!view.IsEnabled && view.Item.ShownBy is null && !inFollowUp))
        {
            return;
        }

        if (inFollowUp)
        {
            inFollowUps.Add(view.Path);
        }

        if (view.Item.IsQuestion && !view.IsReadOnly)
        {
            Heading ??= view.Path;
        }

        if (view.Item.Type is ItemType.Choice or ItemType.Boolean && !view.IsReadOnly)
        {
            asked[view.Path] = view;
        }

        foreach (var child in view.Children)
        {
            Add(form, child, inFollowUp: !view.IsEnabled);
        }
    }
}
