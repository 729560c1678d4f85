namespace Waymark.Instruments;

/// <summary>An expression as it stands in a definition, not yet compiled.</summary>
/// <param name="Text">The FHIRPath.</param>
/// <param name="Name">For a variable, its name.</param>
/// <param name="Path">Where it stands in the definition, for issues.</param>
internal sealed record ExpressionSource(string Text, string? Name, string Path);

/// <summary>A rule that the answers must keep (<c>targetConstraint</c>, or its older form <c>questionnaire-constraint</c>).</summary>
/// <param name="Key">The author's name for it.</param>
/// <param name="IsError">Whether breaking it makes the response invalid, or only deserves a warning.</param>
/// <param name="Human">What to tell the person.</param>
/// <param name="Location">The linkId or FHIRPath of the item to point at, when not the item that carries it.</param>
/// <param name="Expression">True where the rule is kept.</param>
internal sealed record ConstraintSource(
    string Key,
    bool IsError,
    string Human,
    string? Location,
    ExpressionSource Expression
);

/// <summary>Options that are offered only while a condition holds (<c>answerOptionsToggleExpression</c>).</summary>
/// <param name="Options">The options it governs.</param>
/// <param name="Expression">True while they are offered.</param>
internal sealed record ToggleSource(
    IReadOnlyList<AnswerValue> Options,
    ExpressionSource Expression
);
