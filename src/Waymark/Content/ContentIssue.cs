namespace Waymark.Content;

/// <summary>Something wrong in the content, in terms its author can act on.</summary>
/// <param name="Code">Which check refused it: one of <see cref="ContentCodes"/>, or <c>engine:</c> and the engine's own code.</param>
/// <param name="File">The file, relative to the content folder, with forward slashes.</param>
/// <param name="Item">The linkId, route, source or pattern it is about, when there is one.</param>
/// <param name="Rule">The rule it is about, when there is one.</param>
/// <param name="Text">What is wrong and what to do about it.</param>
public sealed record ContentIssue(string Code, string File, string? Item, string? Rule, string Text)
{
    /// <summary>One line for a terminal: file, item, rule, code and text.</summary>
    public override string ToString() =>
        string.Join(
            ' ',
            new[] { File + ":", Item, Rule, $"[{Code}]", Text }.Where(part =>
                !string.IsNullOrEmpty(part)
            )
        );
}
