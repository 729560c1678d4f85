using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Waymark.Components.Questions;

/// <summary>How a Razor page writes the questions of an instrument.</summary>
public static class QuestionsHtml
{
    /// <summary>
    /// The questions with their answers, as the inside of a form. Every field is named as <see cref="QuestionFields"/>
    /// names it; read the post with <see cref="QuestionFields.Read"/>.
    /// </summary>
    /// <param name="html">The page's helper.</param>
    /// <param name="options">Which questions, and how.</param>
    public static Task<IHtmlContent> QuestionsAsync(
        this IHtmlHelper html,
        QuestionsOptions options
    ) => html.RenderComponentAsync<QuestionPage>(RenderMode.Static, new { Options = options });
}
