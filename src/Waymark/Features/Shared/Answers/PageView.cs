using Waymark.Components.Questions;
using Waymark.Features.Shared.Forms;
using Waymark.Instruments;

namespace Waymark.Features.Shared.Answers;

/// <summary>One page of an instrument, to be shown.</summary>
/// <param name="Form">The answers.</param>
/// <param name="Page">The page.</param>
/// <param name="Typed">What was typed and refused, shown in place of the saved answer.</param>
/// <param name="Errors">What is wrong, by field.</param>
public sealed record PageView(
    Form Form,
    ItemDefinition Page,
    IReadOnlyDictionary<ItemPath, PostedFields> Typed,
    IReadOnlyList<FieldError> Errors
)
{
    /// <summary>Whether the page asks one question only, which is then its heading.</summary>
    public bool IsOneQuestion => Page.Items is [var first, ..] && Content.Factor.IsPresence(first);

    /// <summary>The questions as the components ask them.</summary>
    public QuestionsOptions Questions(Func<string, string?> sourceTitle) =>
        new()
        {
            Form = Form,
            Items = [.. Page.Items.Where(i => !i.Hidden).Select(i => (ItemPath)i.LinkId)],
            Errors = Errors
                .Where(e => e.LinkId is not null)
                .DistinctBy(e => e.LinkId)
                .ToDictionary(e => (ItemPath)e.LinkId!, e => e.Message),
            Posted = Typed,
            FirstQuestionIsHeading = IsOneQuestion,
            SourceTitle = sourceTitle,
        };
}

/// <summary>A page of an instrument that saves its answers.</summary>
/// <param name="Page">The Razor page.</param>
/// <param name="Caption">Where in the instrument this is.</param>
/// <param name="Continue">The words of the main button.</param>
public sealed record AnswerFormView(InstrumentPage Page, string Caption, string Continue);
