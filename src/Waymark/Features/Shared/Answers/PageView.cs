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
    IReadOnlyDictionary<string, IReadOnlyList<string>> Typed,
    IReadOnlyList<FieldError> Errors
);

/// <summary>A page of an instrument that saves its answers.</summary>
/// <param name="Page">The Razor page.</param>
/// <param name="Caption">Where in the instrument this is.</param>
/// <param name="Continue">The words of the main button.</param>
public sealed record AnswerFormView(InstrumentPage Page, string Caption, string Continue);
